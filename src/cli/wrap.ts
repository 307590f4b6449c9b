import { padTo, widthOf } from '../core/text-width.js';

/** The text in lines of at most that many columns, each after `indent`; broken between words and behind `|`. A longer word has a line of its own. */
export function wrap(text: string, indent: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[ |])/)) {
    const longer = line + piece;
    if (line !== '' && indent.length + widthOf(longer.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = longer;
  }
  return [...lines, line.trimEnd()].map((one) => indent + one).join('\n');
}

/** In columns, and as a share of all: the text of a wider name stands below it. */
const WIDEST_NAME = 34;
const SHARE_OF_NAME = 0.4;

/** Rows of a table: names, and what they mean. */
export type Rows = readonly (readonly [name: string, text: string])[];

/** Names and what they mean beside them, two spaces in, the meanings below each other: also below those of `others`, tables beside it. */
export function nameTable(rows: Rows, columns: number, others: Rows = []): string {
  const widest = Math.min(WIDEST_NAME, Math.floor(columns * SHARE_OF_NAME));
  const fitting = [...rows, ...others].map(([name]) => widthOf(name)).filter((width) => width <= widest);
  const width = Math.max(0, ...fitting);
  const indent = ' '.repeat(width + 4);
  return rows
    .map(([name, text]) =>
      widthOf(name) > width
        ? `${wrap(name, '  ', columns)}\n${wrap(text, indent, columns)}`
        : `  ${padTo(name, width)}  ${wrap(text, indent, columns).trimStart()}`,
    )
    .join('\n');
}
