import { extname } from 'node:path/posix';
import { Fault } from '../../core/fault.js';
import type { SourceDocument } from '../../core/document.js';
import type { Finding } from '../../core/finding.js';
import { shorten } from '../../core/shorten.js';
import type { Suppression } from '../../lint/suppress-read.js';
import { lintWorkflow } from '../../lint/workflows/lint-workflow.js';
import type { RetiredVersion } from '../../lint/workflows/subject.js';
import { firstOf } from '../../report/select.js';
import { readWorkflows } from '../../workflow/read-workflows.js';
import { command, type Call, type Outcome } from '../command.js';
import { findingFlags, reportFlags, type FlagTable } from '../flags.js';
import { mostFindings } from '../judge.js';
import { collector, type Collector } from '../lint/collect.js';
import { configOf, type Config } from '../lint/config.js';
import { workflowPaths, type WorkflowPath } from '../playbook-lint/files.js';
import { playbookLintJson, playbookLintReport, playbookLintText } from '../playbook-lint/report.js';
import { retiredVersions } from '../playbook-lint/retired.js';
import { suppressed, unusedInConfig } from '../playbook-lint/suppressed.js';
import { moduleExtensions } from '../module-extensions.js';
import { progress } from '../progress.js';
import { readFile, readText } from '../read-source.js';
import { standardConnections } from '../standard-connections.js';
import type { World } from '../world.js';

const lintFlags = { ...findingFlags, ...reportFlags } as const satisfies FlagTable;

/** `playbook lint`: workflows against what the service refuses, and what goes wrong later. */
export const playbookLint = command({
  operands: { placeholder: 'WORKFLOW', least: 1, most: Number.POSITIVE_INFINITY },
  flags: lintFlags,
  details: [
    'WORKFLOW is a workflow (the code view, a definition, a Standard workflow.json), an ARM template with workflows, a folder with such files in it, a pattern, or a module that exports one. Of a template is judged what does not depend on the deployment.',
    'A finding that is none is suppressed with a reason: in the workflow, "metadata": { "x-connector-kit-ignore": [{ "code": "...", "reason": "..." }] } in the action, the trigger or the definition that it is about; or in connector-kit.yaml, under "suppressions".',
  ],
  examples: [
    { line: 'connector-kit playbook lint azuredeploy.json', shows: 'A playbook in a template.' },
    { line: 'connector-kit playbook lint playbooks --format github', shows: 'All below a folder, as annotations.' },
  ],
  run,
});

async function run({ operands, flags, world, configuration }: Call<typeof lintFlags>): Promise<Outcome> {
  const { 'fail-on': failOn, quiet, format } = flags;
  const paths = workflowPaths(world, operands);
  const config = configOf(world, await configuration());
  const collected = collector({ failOn, most: mostFindings(flags), wantsCases: format === 'junit' });
  const { step, end } = progress(world, { of: paths.length, noun: 'files', quiet });
  const context: Context = { world, config, used: new Set(), collected, retired: once(() => retiredVersions(world)) };
  const files: string[] = [];
  let workflows = 0;
  for (const [index, path] of paths.entries()) {
    const count = await lintFile(path, context);
    if (count > 0) files.push(path.file);
    workflows += count;
    step(index + 1);
  }
  end();
  const { error, warning, note } = collected.result().judged.counts;
  if (workflows + error + warning + note === 0) throw nothingIn(operands);
  await addConfig(context, files);
  const { judged, cases } = collected.result();
  const report = { files, workflows, judged };
  return {
    ok: judged.ok,
    json: () => playbookLintJson(report),
    text: (style) => playbookLintText(report, { style, textOf: (file) => textIn(world, file) }),
    report: () => playbookLintReport(report, { failOn, cases }),
  };
}

interface Context {
  readonly world: World;
  readonly config: Config;
  /** The suppressions of the configuration that have matched so far. */
  readonly used: Set<Suppression>;
  readonly collected: Collector;
  readonly retired: () => readonly RetiredVersion[];
}

/** Checks a file, and keeps of it only what is printed; gives how many workflows it holds. A file that was found and holds none is passed over. */
async function lintFile({ file, named }: WorkflowPath, context: Context): Promise<number> {
  const { world, collected, retired } = context;
  const source =
    named && moduleExtensions.has(extname(file)) ? await inModule(world, file) : await readFile(world, file);
  const { workflows, findings } = readWorkflows(source, standardConnections(world, file));
  if (workflows.length === 0 && !named && !isBroken(source, world)) return 0;
  const found = workflows.flatMap((workflow) => lintWorkflow(workflow, retired)).map((one) => inFile(one, file));
  const left = await suppressed([...findings, ...found], source, context);
  await collected.add({ findings: left, ordered: firstInOrder }, [source]);
  return workflows.length;
}

/** Whether a file that was found is a workflow, by its words, that cannot be read: to pass it over would say that nothing is wrong with it. */
function isBroken({ file, value }: SourceDocument, world: World): boolean {
  const text = value === undefined ? textIn(world, file) : undefined;
  return text !== undefined && /"triggers"\s*:|microsoft\.logic\/workflows/i.test(text);
}

/** What a module exports: only one that is named is run. */
async function inModule(world: World, file: string): Promise<SourceDocument> {
  const { workflowInModule } = await import('../playbook/workflow-module.js');
  return workflowInModule(world, file, undefined);
}

/** As the command line prints it: the service's own words are for who runs a workflow. */
function inFile({ code, severity, message, pointer, declared }: Finding, file: string): Finding {
  return { code, severity, message, file, pointer, ...(declared && { declared: { ...declared, file } }) };
}

const firstInOrder: Parameters<Collector['add']>[0]['ordered'] = (some, room) => (room ? firstOf(some, room) : some);

async function addConfig({ config, used, collected }: Context, files: readonly string[]): Promise<void> {
  const findings = await unusedInConfig(config, { used, files });
  if (!config.source) return;
  await collected.add({ findings, ordered: firstInOrder }, [config.source]);
}

function nothingIn(operands: readonly string[]): Fault {
  const [first = '', ...more] = operands;
  const message = more.length === 0 ? `${shorten(first)} has no workflow in it.` : 'None of them has a workflow in it.';
  const help =
    'A workflow is JSON with "definition", or "triggers" and "actions", or a Microsoft.Logic/workflows of a template.';
  return new Fault('nothing-to-do', message, { help });
}

function textIn(world: World, file: string): string | undefined {
  const text = readText(world, file);
  return typeof text === 'string' ? text : undefined;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
