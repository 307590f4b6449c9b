import { readJson } from '../../core/json-read.js';
import type { Finding } from '../../core/finding.js';
import { lintWorkflow } from '../../lint/workflows/lint-workflow.js';
import { plural } from '../../report/counts.js';
import { closingText, findingsText, printable, type Style } from '../../report/text.js';
import { findingJson } from '../../report/json.js';
import { readWorkflows } from '../../workflow/read-workflows.js';
import { staleArtifacts, writeArtifacts, type Artifact } from '../artifacts.js';
import { command, type Call, type Outcome } from '../command.js';
import { connectorFlags, findingFlags, type FlagTable } from '../flags.js';
import { judge, mostFindings, type Judgement } from '../judge.js';
import { playbookArtifacts, refuseForeignPlaybooks } from '../playbook-build/files.js';
import { givenOver } from '../playbook-build/shipped-over.js';
import { playbookTargets } from '../playbook-build/targets.js';
import type { PlaybookBuildResult } from '../schemas/playbook-build.js';

const buildFlags = {
  out: { kind: 'text', placeholder: 'DIR', help: 'Write each playbook to DIR/NAME.' },
  check: { kind: 'switch', help: 'Write nothing; the exit code is 1 where a file is missing or holds something else.' },
  force: { kind: 'switch', help: 'Replace files that this tool did not make.' },
  connector: {
    kind: 'text',
    placeholder: 'CONNECTOR',
    help: 'The connector that shipped playbooks ask, in place of the one that they are for: with what its version has. Goes with --out.',
  },
  ...connectorFlags,
  ...findingFlags,
} as const satisfies FlagTable;

/** `playbook build`: playbooks to their templates. */
export const playbookBuild = command({
  operands: { placeholder: 'WORKFLOW', least: 0, most: Number.POSITIVE_INFINITY },
  flags: buildFlags,
  details: [
    'WORKFLOW is the name of a shipped playbook, or a TypeScript or JavaScript module that exports one; FILE#NAME where it exports several. Without it, all shipped playbooks are built.',
    'Writes azuredeploy.json, as the gallery of Microsoft Sentinel wants it, and a README with the buttons that deploy it. The workflow is checked as by playbook lint, and not written where that finds an error.',
  ],
  examples: [
    { line: 'connector-kit playbook build', shows: 'Every shipped playbook, into the package.' },
    { line: 'connector-kit playbook build ./triage.ts --out playbooks', shows: 'The playbook that a module exports.' },
    {
      line: 'connector-kit playbook build three-steps --connector compatible --out playbooks',
      shows: 'A shipped playbook over another connector; a version of it with --api-version.',
    },
    {
      line: 'connector-kit playbook build --check',
      shows: 'For a pipeline: are the committed files what the sources give?',
    },
  ],
  run,
});

async function run({ operands, flags, world, shipped }: Call<typeof buildFlags>): Promise<Outcome> {
  const over = givenOver(flags.connector, flags);
  const targets = await playbookTargets(world, { names: operands, out: flags.out, over, shipped });
  const artifacts = targets.flatMap(playbookArtifacts);
  const stale = staleArtifacts(world, artifacts);
  const sources = new Map(
    artifacts.flatMap(({ file, text }) => (file.endsWith('.json') ? [[file, readJson(file, text)] as const] : [])),
  );
  const findings = [...sources].flatMap(([file, source]) =>
    readWorkflows(source)
      .workflows.flatMap((one) => lintWorkflow(one))
      .map((found): Finding => ({ ...found, file })),
  );
  const judged = await judge(findings, {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: (file) => sources.get(file),
  });
  const mayWrite = !flags.check && judged.counts.error === 0;
  if (mayWrite && !flags.force) refuseForeignPlaybooks(world, stale);
  if (mayWrite) writeArtifacts(world, stale);
  const built = {
    artifacts,
    written: mayWrite ? stale : [],
    stale: flags.check ? stale : [],
    playbooks: targets.length,
    judged,
  };
  return {
    ok: judged.ok && built.stale.length === 0,
    json: () => jsonOf(built),
    text: (style) => textOf(built, style),
  };
}

interface Built {
  readonly artifacts: readonly Artifact[];
  readonly written: readonly Artifact[];
  readonly stale: readonly Artifact[];
  readonly playbooks: number;
  readonly judged: Judgement;
}

const paths = (artifacts: readonly Artifact[]) => artifacts.map(({ file }) => file);

function jsonOf({ artifacts, written, stale, judged }: Built): Omit<PlaybookBuildResult, 'formatVersion' | 'ok'> {
  const { counts, findings } = judged;
  return {
    files: paths(artifacts),
    written: paths(written),
    stale: paths(stale),
    counts,
    findings: findings.map(findingJson),
  };
}

function textOf({ artifacts, written, stale, playbooks, judged }: Built, style: Style): string {
  const changed = [
    ...paths(written).map((file) => `written ${printable(file)}`),
    ...paths(stale).map((file) => `stale ${printable(file)}`),
  ];
  const state =
    changed.length === 0
      ? judged.counts.error > 0
        ? 'nothing was written'
        : 'all were up to date'
      : `${changed.length} changed`;
  return [
    ...(judged.findings.length > 0 ? [findingsText(judged.findings, style)] : []),
    ...changed,
    `${plural(playbooks, 'playbook')}, ${plural(artifacts.length, 'file')}: ${state}`,
    closingText(judged),
  ].join('\n');
}
