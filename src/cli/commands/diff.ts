import { diff as difference } from '../../diff/diff.js';
import type { Connector } from '../../definition/connector.js';
import type { Difference } from '../../diff/change.js';
import { casesOf } from '../../report/cases.js';
import { command, type Call, type Outcome } from '../command.js';
import { diffMarkdown } from '../diff/markdown.js';
import { diffJson, diffReport, diffText, judgedChanges } from '../diff/report.js';
import type { Playbooks } from '../diff/playbooks.js';
import { filesOf, loadVersions } from '../diff/versions.js';
import { connectorFlags, findingFlags, pageFlags, type FlagTable } from '../flags.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import type { World } from '../world.js';

const diffFlags = {
  playbooks: {
    kind: 'list',
    placeholder: 'PATH',
    help: 'Workflows and ARM templates that hold some: files, and folders with all files in them that end in .json. Tells which of their actions the breaking changes hit.',
  },
  ...connectorFlags,
  ...findingFlags,
  ...pageFlags,
} as const satisfies FlagTable;

/** `diff`: what changed between two versions of a connector, and what that breaks. */
export const diff = command({
  operands: { placeholder: 'OLD NEW', least: 2, most: 2 },
  flags: diffFlags,
  details: [
    'OLD and NEW are each a shipped name (NAME@VERSION for another than its default version), a folder with apiDefinition.swagger.json, a definition file (JSON or YAML), or a TypeScript or JavaScript module that exports a connector. The apiProperties.json beside a definition is compared with it.',
    'A change that breaks the playbooks that use OLD is an error, one that may break some of them a warning, any other a note. The order of keys, parameters and values does not count, nor whether something is written out or referred to.',
  ],
  examples: [
    { line: 'connector-kit diff published/ ./my-connector', shows: 'What a new version breaks.' },
    {
      line: 'connector-kit diff published/ ./my-connector --playbooks playbooks/',
      shows: 'Which playbooks that hits.',
    },
    {
      line: 'connector-kit diff main/ ./my-connector --format markdown',
      shows: 'For a pull request.',
    },
  ],
  run,
});

const nothing: Difference = { changes: [], breaking: false, bump: 'none', operations: { old: 0, new: 0, common: 0 } };

async function run({ operands, flags, world }: Call<typeof diffFlags>): Promise<Outcome> {
  const [old, other] = await loadVersions(world, operands, flags);
  const isRead = old.connector !== undefined && other.connector !== undefined;
  const files = { old: filesOf(old), new: filesOf(other) };
  const result = old.connector && other.connector ? difference(old.connector, other.connector, files) : nothing;
  const hit = await playbooksOf(world, flags.playbooks, { changes: result.changes, old: old.connector });
  const ofVersions = [old, other].flatMap((loaded) =>
    loaded.findings.map((found) => ({ file: loaded.file, ...found })),
  );
  const findings = [...ofVersions, ...(hit?.findings ?? [])];
  const { 'fail-on': failOn, format } = flags;
  const judged = await judge([...result.changes, ...findings], {
    failOn,
    most: mostFindings(flags),
    sourceOf: sourcesOf([...old.documents, ...other.documents, ...(hit?.documents ?? [])], () => undefined),
  });
  const report = { old, new: other, isRead, result, judged: judgedChanges(judged), playbooks: hit?.playbooks };
  const outcome: Outcome = { ok: judged.ok, json: () => diffJson(report), text: (style) => diffText(report, style) };
  if (format === 'markdown') return { ...outcome, text: () => diffMarkdown(report) };
  if (format === 'html') {
    const { diffHtml } = await import('../preview/diff-html.js');
    const html = await diffHtml(report);
    return { ...outcome, text: () => html };
  }
  return {
    ...outcome,
    report() {
      const checked = { name: other.file, file: other.file, verdict: 'passed' } as const;
      return diffReport(report, {
        failOn,
        cases: casesOf([checked], { findings: [...result.changes, ...findings], failOn }),
      });
    },
  };
}

/** What reads workflows is loaded only where that is asked for. */
async function playbooksOf(
  world: World,
  paths: readonly string[],
  { changes, old }: { readonly changes: Difference['changes']; readonly old: Connector | undefined },
): Promise<Playbooks | undefined> {
  if (paths.length === 0 || old === undefined) return undefined;
  const { hitPlaybooks } = await import('../diff/playbooks.js');
  return hitPlaybooks(world, paths, { changes, old });
}
