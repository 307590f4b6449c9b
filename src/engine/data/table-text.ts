/** A table: the texts of its header and of its rows, each as long as the header. */
export interface TableTexts {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as CSV: lines end with CR LF, what has a quote, a comma or a line end in it is quoted. No columns, no text. */
export function csvTable({ header, rows }: TableTexts): string {
  if (header.length === 0) return '';
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as HTML, without white space; one without columns has neither header nor rows. */
export function htmlTable({ header, rows }: TableTexts): string {
  if (header.length === 0) return '<table><tbody></tbody></table>';
  const head = header.map((text) => `<th>${encoded(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((text) => `<td>${encoded(text)}</td>`).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** As `WebUtility.HtmlEncode` of .NET: what is special, U+00A0 to U+00FF and what is beyond U+FFFF. Half a surrogate pair is replaced. */
function encoded(text: string): string {
  return text.replaceAll(/[<>&"'\u00A0-\u00FF\u{10000}-\u{10FFFF}\p{Cs}]/gu, (found) => {
    const code = found.codePointAt(0) ?? 0;
    return entities.get(found) ?? (code > 0xffff || code <= 0xff ? `&#${code};` : '\uFFFD');
  });
}
