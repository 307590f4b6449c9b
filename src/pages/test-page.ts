import type { ContractResult } from '../contract/contract.js';
import type { Coverage, Share } from '../contract/coverage.js';
import type { Direction } from '../contract/matched.js';
import type { Finding } from '../core/finding.js';
import type { Case } from '../report/cases.js';
import { countsText, plural, type Counts } from '../report/counts.js';
import { facts, folded, table, tile } from './look/blocks.js';
import { countBadges, findingsList, rulesSheet, worstFirst, type RuleOf } from './look/findings-view.js';
import { html, type Html } from './look/html.js';
import { page } from './look/page.js';

/** A contract test, as a page tells of it. */
export interface TestPage {
  readonly name: string;
  /** The definition. */
  readonly file: string;
  readonly direction: Direction;
  readonly ok: boolean;
  /** Undefined where the connector could not be read. */
  readonly result: ContractResult | undefined;
  /** Those that are shown. */
  readonly findings: readonly Finding[];
  /** Of all findings. */
  readonly counts: Counts;
  /** What came of each exchange. */
  readonly cases: readonly Case[];
  /** How much the recordings would notice, where that was measured. */
  readonly strength?: TestStrength | undefined;
  readonly ruleOf: RuleOf;
}

/** How many of the declared facts the recordings would notice if they were something else. */
export interface TestStrength {
  readonly mutants: number;
  readonly killed: number;
  readonly percent: number;
  readonly survivors: readonly { readonly kind: string; readonly message: string }[];
}

/** A page that tells how recordings and a connector agree. */
export function testPage(test: TestPage): string {
  const { name, findings, ruleOf, result, cases, strength } = test;
  return page({
    title: `${name} - contract test`,
    made: 'test',
    body: [
      headSheet(test),
      result ? tiles(result, strength) : '',
      findingsSheet(test),
      result ? missingSheet(result.coverage) : '',
      strengthSheet(strength),
      casesSheet(cases),
      rulesSheet(findings, ruleOf),
    ],
  });
}

function headSheet({ name, file, direction, ok, counts, result }: TestPage): Html {
  const halves = direction === 'both' ? 'requests and responses' : `${direction}s`;
  const said = result === undefined ? 'The connector could not be read: nothing was tested.' : countsText(counts);
  return html`<div class="sheet verdict ${ok ? 'good' : 'error'}">
    <h1>Contract test of ${name}</h1>
    <p>
      <span class="badge ${ok ? 'good' : 'error'}">${ok ? 'passed' : 'failed'}</span>
      <span class="soft">${said}</span>
    </p>
    ${facts([
      ['Definition', html`<code>${file}</code>`],
      ['Tested', result && `${plural(result.samples.total, 'recorded exchange')}, ${halves}`],
    ])}
  </div>`;
}

function tiles({ samples, coverage }: ContractResult, strength: TestStrength | undefined): Html {
  const { passed, failed, unmatched, skipped } = samples;
  const verdicts = [
    tile({ value: passed, of: 'passed', kind: 'good' }),
    tile({ value: failed, of: 'failed', kind: failed > 0 ? 'error' : '' }),
    tile({ value: unmatched, of: 'of no operation', kind: unmatched > 0 ? 'warning' : '' }),
    tile({ value: skipped, of: 'skipped' }),
  ];
  const shares = Object.entries(coverage).map(([kind, { declared, seen, percent }]) =>
    declared === 0 ? '' : tile({ value: `${percent} %`, of: `${kind}: ${seen} of ${declared} seen`, bar: percent }),
  );
  const strong = strength
    ? tile({
        value: `${strength.percent} %`,
        of: `strength: ${strength.killed} of ${strength.mutants} facts noticed`,
        bar: strength.percent,
      })
    : '';
  return html`<div class="tiles">${verdicts}</div>
    <div class="tiles">${shares}${strong}</div>`;
}

function findingsSheet({ findings, counts, ruleOf }: TestPage): Html {
  const groups = new Map<string, Finding[]>();
  for (const found of worstFirst(findings)) {
    const title = found.operation ?? 'Recordings and connector';
    const group = groups.get(title);
    if (group) group.push(found);
    else groups.set(title, [found]);
  }
  const more = counts.error + counts.warning + counts.note - findings.length;
  const left = more === 0 ? '' : html`<p class="soft">${more} more are not shown.</p>`;
  const shown = [...groups].map(
    ([title, its]) =>
      html`<h3>${title} ${countBadges(its)}</h3>
        ${findingsList(its, { ruleOf })}`,
  );
  return html`<section class="sheet" aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    ${shown.length > 0 ? shown : html`<p>None: all that was recorded is as declared.</p>`}${left}
  </section>`;
}

function missingSheet(coverage: Coverage): Html {
  const shares = Object.entries(coverage).filter(([, { missing }]) => missing.length > 0);
  if (shares.length === 0) return html``;
  return html`<section class="sheet" aria-labelledby="missing">
    <h2 id="missing">Declared, and in no recording</h2>
    ${shares.map(([kind, share]) => missingFold(kind, share))}
  </section>`;
}

/** Names of one kind that are listed; the rest is counted. */
const MOST_MISSING = 2000;

function missingFold(kind: string, { missing, declared }: Share): Html {
  const items = missing.slice(0, MOST_MISSING).map(({ name }) => html`<li><code>${name}</code></li>`);
  const left = missing.length - items.length;
  const more = left === 0 ? '' : html`<li>and ${left} more</li>`;
  return folded(
    html`${kind} <span class="soft">${missing.length} of ${declared}</span>`,
    html`<ul>
      ${items}${more}
    </ul>`,
  );
}

function strengthSheet(strength: TestStrength | undefined): Html {
  if (strength === undefined || strength.survivors.length === 0) return html``;
  const counts = new Map<string, number>();
  for (const { message } of strength.survivors) counts.set(message, (counts.get(message) ?? 0) + 1);
  const rows = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, MOST_MISSING);
  return html`<section class="sheet" aria-labelledby="strength">
    <h2 id="strength">What no recording would notice</h2>
    ${folded(
      plural(strength.survivors.length, 'fact'),
      table({
        label: 'Facts that no recording would notice',
        heads: ['What no recording shows', 'Facts'],
        rows,
        numbers: [1],
      }),
    )}
  </section>`;
}

const kinds = { passed: 'good', failed: 'error', unmatched: 'warning', skipped: '' } as const;
/** Exchanges that are listed; the rest is counted. */
const MOST_CASES = 5000;

function casesSheet(cases: readonly Case[]): Html {
  if (cases.length === 0) return html``;
  const rows = cases
    .slice(0, MOST_CASES)
    .map(({ name, verdict }) => [
      html`<code>${name}</code>`,
      html`<span class="badge ${kinds[verdict]}">${verdict}</span>`,
    ]);
  const more =
    cases.length > rows.length ? html`<p class="soft">${cases.length - rows.length} more are not shown.</p>` : '';
  return html`<section class="sheet" aria-labelledby="exchanges">
    <h2 id="exchanges">Exchanges</h2>
    ${folded(plural(cases.length, 'exchange'), html`${table({ label: 'Exchanges', heads: ['Exchange', 'Verdict'], rows })}${more}`)}
  </section>`;
}
