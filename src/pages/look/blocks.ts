import type { Json } from '../../core/json.js';
import { writeJson } from '../../core/json-write.js';
import { html, type Html, type Part } from './html.js';
import { cutAt } from './shown-text.js';

/** The longest JSON of a page, in UTF-16 code units: a body of a recording may have megabytes. */
const LONGEST_JSON = 12_000;

/** A value as JSON, in a box that scrolls by keyboard, too. */
export function jsonBlock(value: Json, label: string): Html {
  return textBlock(writeJson(value).trimEnd(), label);
}

/** A text as it is, in such a box. */
export function textBlock(text: string, label: string): Html {
  return html`<pre tabindex="0" role="region" aria-label="${label}">${cutAt(text, LONGEST_JSON)}</pre>`;
}

/** A part that is folded until somebody opens it. */
export function folded(title: Part, content: Part): Html {
  return html`<details class="fold">
    <summary>${title}</summary>
    <div>${content}</div>
  </details>`;
}

/** What a table is made of. A cell of a column in `numbers` is a number. */
export interface TableParts {
  /** Read by screen readers. */
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Part[])[];
  readonly numbers?: readonly number[];
}

/** A table whose first column names the row; nothing where it has none. */
export function table({ label, heads, rows, numbers = [] }: TableParts): Html {
  if (rows.length === 0) return html``;
  const kind = (index: number) => (numbers.includes(index) ? 'n' : 'text');
  const head = heads.map((text, index) => html`<th scope="col" class="${kind(index)}">${text}</th>`);
  const body = rows.map(
    ([name, ...cells]) =>
      html`<tr>
        <th scope="row">${name}</th>
        ${cells.map((cell, index) => html`<td class="${kind(index + 1)}">${cell}</td>`)}
      </tr>`,
  );
  return html`<div class="table" role="region" aria-label="${label}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
}

/** Names with values, in a line as long as there is room; one without a value is left out. */
export function facts(entries: readonly (readonly [name: string, value: Part])[]): Html {
  const shown = entries.filter(([, value]) => value !== undefined && value !== '' && value !== false);
  return html`<dl class="facts">
    ${shown.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A number that stands out, and what it counts. */
export function tile({ value, of, kind = '', bar }: Tile): Html {
  const meter =
    bar === undefined ? '' : html`<meter min="0" max="100" value="${bar}" aria-label="${of}">${bar} %</meter>`;
  return html`<div class="tile ${kind}"><b>${value}</b><span>${of}</span>${meter}</div>`;
}

interface Tile {
  readonly value: Part;
  readonly of: string;
  readonly kind?: 'error' | 'warning' | 'good' | '';
  /** 0 to 100. */
  readonly bar?: number;
}
