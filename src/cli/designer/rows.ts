import { padTo, widthOf } from '../../core/text-width.js';

/** A line of a table with three columns, the first indented as in a tree. */
export interface Row {
  /** In steps of two spaces. */
  readonly level: number;
  readonly name: string;
  readonly kind: string;
  readonly more: string;
}

/** In columns: what a terminal has at least, without the two by which a card is indented. */
const width = 78;
/** A name or kind that is longer has the rest of its row in the next line. */
const longestName = 34;
const longestKind = 17;

/** The rows as lines, each column beginning at one place. The last is cut at the width of a terminal unless it has to be whole. */
export function aligned(rows: readonly Row[], { whole = false }: { readonly whole?: boolean } = {}): readonly string[] {
  const names = columnOf(
    rows.map((row) => widthOf(nameOf(row))),
    longestName,
  );
  const kinds = columnOf(
    rows.map(({ kind }) => widthOf(kind)),
    longestKind,
  );
  return rows.flatMap((row) => {
    const first = nameOf(row);
    const rest = [padTo(row.kind, kinds), row.more].join(kinds === 0 ? '' : '  ').trimEnd();
    const shown = whole ? rest : cut(rest, width - names - 2);
    if (shown === '') return [first];
    return widthOf(first) <= names ? [`${padTo(first, names)}  ${shown}`] : [first, `${' '.repeat(names)}  ${shown}`];
  });
}

function nameOf({ level, name }: Row): string {
  return `${'  '.repeat(level)}${name}`;
}

/** As wide as the longest that is not too long. */
function columnOf(lengths: readonly number[], longest: number): number {
  return lengths.reduce((most, length) => (length <= longest ? Math.max(most, length) : most), 0);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}\u2026`;
}
