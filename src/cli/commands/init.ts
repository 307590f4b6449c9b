import { basename, join } from 'node:path/posix';
import type { SourceDocument } from '../../core/document.js';
import { invariant } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { readJson } from '../../core/json-read.js';
import type { Connector } from '../../definition/connector.js';
import { contractFile, definitionFiles, propertiesFile } from '../../definition/folder.js';
import { readConnector } from '../../definition/read.js';
import { writeConnector } from '../../definition/write.js';
import { lint } from '../../lint/lint.js';
import { baselineOf, type Suppressed } from '../../scaffold/baseline.js';
import { projectFiles } from '../../scaffold/project.js';
import { command, type Call, type Outcome } from '../command.js';
import { initFlags } from '../init/flags.js';
import { originOf, projectName } from '../init/origin.js';
import { initJson, initText, type InitReport } from '../init/report.js';
import { writeProject } from '../init/write-project.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import { verifyDefinition } from '../verify-definition.js';

/** `init`: a new connector project. */
export const init = command({
  operands: { placeholder: 'DIR', least: 0, most: 1 },
  flags: initFlags,
  details: [
    'Writes a project to DIR (the current folder unless given) that builds a connector from TypeScript, checks it and tests it: sources, the files that Azure takes, recordings, pipelines for GitHub and Azure, a README. Without a choice, it begins with the first shipped connector.',
    '--from writes code that builds the same definition, value by value. What lint calls an error in it is suppressed in connector-kit.yaml, with the count: remove what you mend.',
    'All files are written or none. A file that is there and holds something else needs --force.',
  ],
  examples: [
    { line: 'connector-kit init my-connector', shows: 'A variant of the first shipped connector.' },
    {
      line: 'connector-kit init tickets --from old/apiDefinition.swagger.json',
      shows: 'Code for a connector that exists.',
    },
    { line: 'connector-kit init tickets --from-samples recorded/', shows: 'A connector from recordings.' },
    { line: 'connector-kit init tickets --empty', shows: 'One action, to be changed.' },
  ],
  run,
});

async function run(call: Call<typeof initFlags>): Promise<Outcome> {
  const { flags, world, operands } = call;
  const folder = operands[0] ?? '.';
  const { connector, findings, documents, told, samples } = await originOf(call, folder);
  const checked = connector && (await checkedProject(connector, folder));
  const parts = connector && { connector, samples, origin: told, suppressed: checked?.suppressed ?? [] };
  const name = projectName(world, folder);
  const files = parts ? projectFiles({ ...parts, name, version: world.version() }) : [];
  const written = writeProject(world, files, { folder, force: flags.force });
  const judged = await judge([...findings, ...(checked?.verdicts ?? [])], {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf([...documents, ...(checked?.documents ?? [])], () => undefined),
  });
  const report: InitReport = {
    folder: world.shown(folder),
    connector: connector?.name,
    files: written,
    samples: samples.length,
    suppressed: checked?.suppressed ?? [],
    judged,
  };
  return { ok: judged.ok, json: () => initJson(report), text: (style) => initText(report, style) };
}

/** What the project's own checks will say. */
interface Checked {
  /** Errors of lint, which the project suppresses. */
  readonly suppressed: readonly Suppressed[];
  /** What keeps `build` from writing the definition. */
  readonly verdicts: readonly Finding[];
  readonly documents: readonly SourceDocument[];
}

async function checkedProject(connector: Connector, folder: string): Promise<Checked> {
  const texts = writeConnector(connector).map(({ path, text }) => ({
    path,
    text,
    document: readJson(join(folder, 'connectors', connector.name, path), text),
  }));
  const of = (path: string) => texts.find((each) => each.path === path);
  const definition = of(definitionFiles[0]);
  invariant(definition !== undefined, 'a connector has a definition');
  const properties = of(propertiesFile)?.document;
  const promises = of(contractFile)?.document;
  const read = readConnector({
    name: connector.name,
    definition: definition.document,
    ...(properties && { properties }),
    ...(promises && { contract: promises }),
  });
  const ofFiles = read.findings.map((found) => ({ ...found, file: basename(found.file ?? '') }));
  const definitionBytes = Buffer.byteLength(definition.text);
  const found = [...ofFiles, ...(read.connector ? lint(read.connector, { definitionBytes }) : [])];
  const isBroken = read.findings.some(({ severity }) => severity === 'error');
  return {
    suppressed: baselineOf(found),
    verdicts: isBroken ? [] : await verifyDefinition(definition.document.file, definition.text), // it would say it again
    documents: texts.map(({ document }) => document),
  };
}
