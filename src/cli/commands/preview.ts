import { Fault } from '../../core/fault.js';
import { cardsOf } from '../../designer/card.js';
import type { Suppression } from '../../lint/suppress-read.js';
import type { Previewed } from '../../pages/preview/model.js';
import type { RuleOf } from '../../pages/look/findings-view.js';
import { previewPage } from '../../pages/preview/preview-page.js';
import { countsText, plural, type Counts } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { findingsText, printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import { findSamples } from '../find-samples.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { configOf } from '../lint/config.js';
import { lintTargets } from '../lint/targets.js';
import { ruleLookup } from '../preview/rule-of.js';
import { lookAt, type Looked } from '../preview/previewed.js';
import { writePage } from '../preview/write-page.js';
import { progress } from '../progress.js';
import type { PreviewResult } from '../schemas/preview.js';

const previewFlags = {
  out: { kind: 'text', placeholder: 'FILE', help: 'The page that is written; - prints it.' },
  samples: {
    kind: 'list',
    placeholder: 'PATH',
    help: 'Recorded exchanges, as for test: the page marks what they showed, and has one call beside the form that it fills.',
  },
  'recorded-at': {
    kind: 'text',
    placeholder: 'URL',
    help: "The address that recordings were made at, where it is not the connector's: http://127.0.0.1:4010/v1.",
  },
  profile: {
    kind: 'choice',
    choices: ['logic-apps', 'certification'],
    fallback: 'logic-apps',
    help: 'Whose rules the findings are of, as for lint.',
  },
  force: { kind: 'switch', help: 'Replace a file that this tool did not make.' },
  ...connectorFlags,
} as const satisfies FlagTable;

/** `preview`: connectors as those will see them who use them in the designer. */
export const preview = command({
  operands: { placeholder: 'CONNECTOR', least: 1, most: Number.POSITIVE_INFINITY },
  flags: previewFlags,
  details: [
    'Writes one HTML file, which loads nothing and can be sent to somebody: of each operation the card of the designer, the outputs with their expressions, the step that is stored and a reference; how a connection is made; and what lint finds, where it is.',
    'CONNECTOR is what lint takes: a shipped name, a folder with one or more connectors, a definition file, or a module that exports a connector. What looks like a credential is replaced.',
  ],
  examples: [
    { line: 'connector-kit preview ./my-connector --out preview.html', shows: 'A connector of your own.' },
    {
      line: 'connector-kit preview ./my-connector --out preview.html --samples recorded/',
      shows: 'With what recordings showed of it.',
    },
  ],
  run,
});

/** Findings of one connector on the page; the others are counted. */
const MOST_FINDINGS = 2000;

async function run({ operands, flags, world, configuration }: Call<typeof previewFlags>): Promise<Outcome> {
  const { out, samples, profile, force, quiet } = flags;
  if (out === undefined) throw wrong('--out is missing.', 'Name the page with --out FILE; - prints it.');
  const isPrinted = out === '-';
  if (isPrinted && (flags.json || flags.format === 'json'))
    throw wrong('--out - prints the page and nothing else.', 'Name a file with --out, or leave --json out.');
  const targets = await lintTargets(world, operands, flags);
  const files = samples.length > 0 ? findSamples(world, samples) : [];
  const context = { profile, config: configOf(world, await configuration()), used: new Set<Suppression>() };
  const recordedAt = flags['recorded-at'];
  const options = { context, files, recordedAt, most: MOST_FINDINGS, isOneOfMany: targets.length > 1 };
  const looked: Looked[] = [];
  const { step, end } = progress(world, { of: targets.length, noun: 'definitions', quiet });
  for (const [index, target] of targets.entries()) {
    looked.push(await lookAt(world, target, options));
    step(index + 1);
  }
  end();
  const ruleOf = await ruleLookup();
  return outcomeOf(looked, ruleOf, (text) => {
    const file = isPrinted ? out : world.shown(out);
    if (!isPrinted) writePage(world, file, { text, force });
    return file;
  });
}

function outcomeOf(looked: readonly Looked[], ruleOf: RuleOf, write: (text: string) => string): Outcome {
  const shown = looked.flatMap(({ previewed }) => (previewed ? [previewed] : []));
  const unread = looked.filter(({ previewed }) => previewed === undefined).flatMap(({ judged }) => judged.findings);
  const counts = looked.reduce((sum, { judged }) => added(sum, judged.counts), { error: 0, warning: 0, note: 0 });
  const findings = looked.flatMap(({ judged }) => judged.findings);
  const text = shown.length > 0 ? previewPage(shown, ruleOf) : '';
  const file = text === '' ? '' : write(text);
  const json: Omit<PreviewResult, 'formatVersion' | 'ok'> = {
    file,
    bytes: Buffer.byteLength(text),
    connectors: shown.map(summaryOf),
    counts,
    findings: findings.map(findingJson),
  };
  return {
    ok: unread.length === 0,
    json: () => json,
    text: (style) => (file === '-' ? text : `${findingsText(unread, style)}${linesOf(json)}`),
  };
}

function linesOf({ file, bytes, connectors, counts }: Omit<PreviewResult, 'formatVersion' | 'ok'>): string {
  if (file === '') return 'Nothing was written: no connector could be read.\n';
  const operations = connectors.reduce((sum, one) => sum + one.operations, 0);
  const what = `${plural(connectors.length, 'connector')}, ${plural(operations, 'operation')}, ${countsText(counts)}`;
  return `${printable(file)}: ${what}, ${Math.ceil(bytes / 1000)} kB\n`;
}

function summaryOf({ connector, file }: Previewed): PreviewResult['connectors'][number] {
  return { name: connector.name, file, operations: cardsOf(connector).length };
}

function added(one: Counts, other: Counts): Counts {
  return { error: one.error + other.error, warning: one.warning + other.warning, note: one.note + other.note };
}

function wrong(message: string, help: string): Fault {
  return new Fault('called-wrongly', message, { help });
}
