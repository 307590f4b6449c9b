import type { Finding } from '../core/finding.js';
import type { Change, Difference } from '../diff/change.js';
import { placeText } from '../report/text.js';
import { facts, folded, table, tile } from './look/blocks.js';
import { findingsList, rulesSheet, type RuleOf } from './look/findings-view.js';
import { html, type Html } from './look/html.js';
import { page } from './look/page.js';

/** A difference between two versions, as a page tells of it. */
export interface DiffPage {
  readonly old: Version;
  readonly new: Version;
  /** Whether both could be read. */
  readonly isRead: boolean;
  readonly result: Pick<Difference, 'changes' | 'breaking' | 'bump' | 'operations'>;
  /** What the whole comes to, in a line. */
  readonly summary: string;
  /** The changes by operation, those that break first. */
  readonly groups: readonly { readonly title: string; readonly changes: readonly Change[] }[];
  /** Operations that are gone or new, where they are many: told in one line. */
  readonly folded: readonly { readonly text: string; readonly names: readonly string[] }[];
  /** What is wrong with the documents. */
  readonly others: readonly Finding[];
  /** Undefined where nobody asked for them. */
  readonly playbooks: readonly HitPlaybook[] | undefined;
  readonly ruleOf: RuleOf;
}

/** A version by its name and file. */
export interface Version {
  readonly name: string;
  readonly file: string;
}

/** A file with playbooks, and the actions in it that breaking changes hit. */
export interface HitPlaybook {
  readonly file: string;
  readonly actions: readonly {
    readonly action: string;
    readonly code: string;
    readonly message: string;
    readonly pointer: string;
    readonly line?: number | undefined;
    readonly column?: number | undefined;
  }[];
}

/** What a change means for playbooks that exist. */
const words = { error: 'Breaks', warning: 'May break', note: 'Safe' } as const;

/** A page that tells what changed, and what that breaks. */
export function diffPage(diff: DiffPage): string {
  const { old, new: other, groups, others, ruleOf, playbooks } = diff;
  const shown = groups.flatMap(({ changes }) => changes);
  return page({
    title: `${old.name} to ${other.name} - diff`,
    made: 'diff',
    body: [
      headSheet(diff),
      diff.isRead ? tilesOf(diff) : '',
      others.length === 0
        ? ''
        : html`<div class="sheet">
            <h2>The documents</h2>
            ${findingsList(others, { ruleOf })}
          </div>`,
      playbooks ? playbooksSheet(playbooks) : '',
      changesSheet(diff),
      rulesSheet([...others, ...shown], ruleOf),
    ],
  });
}

function headSheet({ old, new: other, isRead, result, summary }: DiffPage): Html {
  const kind = !isRead || result.breaking ? 'error' : 'good';
  const verdict = isRead ? (result.breaking ? 'breaking' : 'nothing breaks') : 'not compared';
  return html`<div class="sheet verdict ${kind}">
    <h1>What changed</h1>
    ${facts([
      ['From', html`<b>${old.name}</b> <code>${old.file}</code>`],
      ['To', html`<b>${other.name}</b> <code>${other.file}</code>`],
    ])}
    <p><span class="badge ${kind}">${verdict}</span> <span class="soft">${summary}</span></p>
  </div>`;
}

function tilesOf({ result: { changes, bump, operations }, playbooks }: DiffPage): Html {
  const breaking = changes.filter((change) => change.breaking).length;
  const hit = new Set(
    (playbooks ?? []).flatMap(({ file, actions }) => actions.map(({ pointer }) => `${file}#${pointer}`)),
  );
  return html`<div class="tiles">
    ${tile({ value: breaking, of: breaking === 1 ? 'change breaks' : 'changes break', kind: breaking > 0 ? 'error' : 'good' })}
    ${tile({ value: changes.length - breaking, of: 'others' })}
    ${tile({ value: bump === 'none' ? 'no new' : bump, of: 'version next' })}
    ${tile({ value: `${operations.old} → ${operations.new}`, of: `operations, ${operations.common} in both` })}
    ${playbooks ? tile({ value: hit.size, of: 'actions of playbooks hit', kind: hit.size > 0 ? 'error' : 'good' }) : ''}
  </div>`;
}

/** Rows of actions that are shown; the rest is counted. */
const MOST_ACTIONS = 1000;

function playbooksSheet(playbooks: readonly HitPlaybook[]): Html {
  const hit = playbooks.flatMap(({ file, actions }) => actions.map((one) => ({ file, ...one })));
  const rows = hit
    .slice(0, MOST_ACTIONS)
    .map(({ file, action, message, code, pointer, line, column }) => [
      action,
      html`${message} <code>${code}</code>`,
      html`<code
        >${placeText({ file, pointer, ...(line !== undefined && { line }), ...(column !== undefined && { column }) })}</code
      >`,
    ]);
  const more =
    hit.length > rows.length ? html`<p class="soft">${hit.length - rows.length} more are not shown.</p>` : '';
  const none = rows.length === 0 ? html`<p>No action of ${playbooks.length} files is hit.</p>` : '';
  return html`<section class="sheet" aria-labelledby="playbooks">
    <h2 id="playbooks">Playbooks that are hit</h2>
    ${none}${table({ label: 'Actions that are hit', heads: ['Action', 'What hits it', 'Place'], rows })}${more}
  </section>`;
}

function changesSheet({ groups, folded: lines, isRead, result }: DiffPage): Html {
  if (!isRead) return html``;
  const shown =
    lines.reduce((sum, { names }) => sum + names.length, 0) +
    groups.reduce((sum, { changes }) => sum + changes.length, 0);
  const more = result.changes.length - shown;
  const none = result.changes.length === 0 ? html`<p>None that anybody could notice.</p>` : '';
  return html`<section class="sheet" aria-labelledby="changes">
    <h2 id="changes">Changes</h2>
    ${none}${lines.map(({ text, names }) =>
      folded(
        text,
        html`<ul>
          ${names.map((name) => html`<li><code>${name}</code></li>`)}
        </ul>`,
      ),
    )}
    ${groups.map(groupView)}${more > 0 ? html`<p class="soft">${more} more are not shown.</p>` : ''}
  </section>`;
}

function groupView({ title, changes }: DiffPage['groups'][number]): Html {
  const badges = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = changes.filter((change) => change.severity === severity).length;
    return count === 0 ? '' : html`<span class="badge ${severity}">${count} ${words[severity].toLowerCase()}</span> `;
  });
  return html`<h3>${title} ${badges}</h3>
    <ul class="findings">
      ${changes.map(changeItem)}
    </ul>`;
}

const said = {
  sends: 'what a playbook sends',
  receives: 'what a playbook receives',
  connects: 'how it connects',
  shows: 'what the designer shows',
} as const;

function changeItem(change: Change): Html {
  const { severity, message, code, help, effect, direction, operations = [] } = change;
  const reach = operations.length > 1 ? [['Operations', operations.join(', ')] as const] : [];
  return html`<li>
    <details class="finding ${severity}">
      <summary><b>${words[severity]}</b>${message} <code>${code}</code></summary>
      ${help === undefined ? '' : html`<p>${help}</p>`}
      ${facts([['Effect', `${effect} ${said[direction]}`], ...reach, ['Place', html`<code>${placeText(change)}</code>`]])}
      <p><a href="#rule-${code}">What it means</a></p>
    </details>
  </li>`;
}
