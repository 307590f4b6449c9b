import { basename, join } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { definitionFiles } from '../../definition/folder.js';
import { writeConnector } from '../../definition/write.js';
import { refuseForeign, staleArtifacts, writeArtifacts, type Artifact } from '../artifacts.js';
import { buildJson, buildText } from '../build-report.js';
import { buildTargets, type Target } from '../build-targets.js';
import { command, type Call, type Outcome } from '../command.js';
import { connectorFlags, findingFlags, type FlagTable } from '../flags.js';
import { judge, mostFindings, sourcesOf, type Judgement } from '../judge.js';
import { findingsText } from '../../report/text.js';
import { verifyDefinition } from '../verify-definition.js';

const buildFlags = {
  out: { kind: 'text', placeholder: 'DIR', help: 'Write each connector to DIR/NAME; - prints the one definition.' },
  check: { kind: 'switch', help: 'Write nothing; the exit code is 1 where a file is missing or holds something else.' },
  force: { kind: 'switch', help: 'Replace files that this tool did not make.' },
  ...connectorFlags,
  ...findingFlags,
} as const satisfies FlagTable;

/** `build`: connectors to their files. */
export const build = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: Number.POSITIVE_INFINITY },
  flags: buildFlags,
  details: [
    'Without CONNECTOR, all shipped connectors are built, in every version. A folder is rewritten in place, in the canonical form; what a module exports goes to a folder of its name beside the module.',
    'A definition is written only where our own reader and an independent validator (swagger-parser) find no error in it. A file that is already there is replaced when this tool made it (reading and writing it again gives the same bytes) or when the connector was read from it; any other needs --force.',
  ],
  examples: [
    { line: 'connector-kit build', shows: 'Every shipped connector, into the package.' },
    {
      line: 'connector-kit build ./my-connector.ts --out dist',
      shows: 'The connector that a module exports, to dist/NAME.',
    },
    { line: 'connector-kit build --check', shows: 'For a pipeline: are the committed files what the sources give?' },
  ],
  run,
});

async function run(call: Call<typeof buildFlags>): Promise<Outcome> {
  const { flags, world } = call;
  const targets = await buildTargets(call);
  const artifacts = targets.flatMap(artifactsOf);
  const stale = staleArtifacts(world, artifacts);
  const documents = targets.flatMap(({ loaded }) => loaded.documents);
  const findings = targets.flatMap(({ loaded }) => loaded.findings);
  const judged = await judge([...findings, ...(await verdicts(stale, findings))], {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf(documents, () => undefined),
  });
  if (flags.out === '-') return printed(call, judged, artifacts);
  const mayWrite = !flags.check && judged.counts.error === 0;
  if (mayWrite && !flags.force) await refuseForeign(world, stale);
  if (mayWrite) writeArtifacts(world, stale);
  const report = {
    files: artifacts.map(({ file }) => file),
    written: mayWrite ? stale.map(({ file }) => file) : [],
    stale: flags.check ? stale.map(({ file }) => file) : [],
    check: flags.check,
    connectors: targets.length,
    judged,
  };
  return {
    ok: judged.ok && report.stale.length === 0,
    json: () => buildJson(report),
    text: (style) => buildText(report, style),
  };
}

function artifactsOf({ loaded, folder }: Target): readonly Artifact[] {
  if (!loaded.connector) return [];
  const sources = new Set(loaded.documents.map(({ file }) => file));
  return writeConnector(loaded.connector).map(({ path, text }) => {
    const file = join(folder, path);
    return { file, text, isSource: sources.has(file), from: loaded.file };
  });
}

const isDefinition = ({ file }: Artifact): boolean => basename(file) === definitionFiles[0];

/** The independent verdict on each definition that is about to be written. One with an error of our own is not: the validator would say it again. */
async function verdicts(stale: readonly Artifact[], known: readonly Finding[]): Promise<readonly Finding[]> {
  const broken = new Set(known.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const findings: Finding[] = [];
  for (const { from, text } of stale.filter(isDefinition)) {
    if (!broken.has(from)) findings.push(...(await verifyDefinition(from, text)));
  }
  return findings;
}

/** `--out -`: the definition itself is the result, and findings go to standard error. */
function printed(call: Call<typeof buildFlags>, judged: Judgement, artifacts: readonly Artifact[]): Outcome {
  const { flags, world } = call;
  const [definition, ...more] = artifacts.filter(isDefinition);
  if (more.length > 0 || flags.check || flags.json || flags.format === 'json') {
    const help = 'Name one connector, with --api-version where it has several, and leave out --json and --check.';
    throw new Fault('called-wrongly', '--out - prints one definition and nothing else.', { help });
  }
  world.err(findingsText(judged.findings, { color: false }));
  const text = judged.counts.error > 0 ? undefined : definition?.text;
  return { ok: judged.ok, json: () => ({}), text: () => text ?? '' };
}
