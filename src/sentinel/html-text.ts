import { own } from '../core/json.js';

/** What a piece of HTML says, and what of it nobody sees. */
export interface HtmlText {
  readonly text: string;
  /** Tags that are no formatting: taken out, some with all that is in them. In order. */
  readonly lost: readonly string[];
}

/** What formats a text: an incident's comments show it. All else is taken out. Ours: which tags the portal keeps is not published. */
const formatting: ReadonlySet<string> = new Set(
  'a abbr b big blockquote br center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'.split(
    ' ',
  ),
);

/** Begin a line of their own. */
const lines: ReadonlySet<string> = new Set(
  'blockquote br center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);

/** Whose content is no text. */
const hidden: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript', 'svg']);

/** A tag or a comment. No part can be read in two ways, so that the time is that of one pass. */
const TAG = /<!--[^<>]*-->|<(\/?)([A-Za-z][A-Za-z0-9-]{0,40})((?:[\s/][^<>]*)?)>/g;

/** The text of a piece of HTML; white space is one space, but for that in `pre`; `isMarkdown`: it is kept. */
export function htmlText(html: string, { isMarkdown }: { readonly isMarkdown: boolean }): HtmlText {
  const parts: string[] = [];
  const lost: string[] = [];
  let from = 0;
  let inside: string | undefined;
  let isPreformatted = false;
  const said = (end: number) => {
    if (inside === undefined) parts.push(plain(html.slice(from, end), isMarkdown || isPreformatted));
  };
  for (const match of html.matchAll(TAG)) {
    const [whole, slash = '', given = ''] = match;
    const name = given.toLowerCase();
    said(match.index);
    from = match.index + whole.length;
    if (inside !== undefined) {
      if (slash !== '' && name === inside) inside = undefined;
      continue;
    }
    if (name === '' || formatting.has(name)) parts.push(breakFor(name, slash));
    else lost.push(whole);
    if (name === 'pre') isPreformatted = slash === '';
    if (hidden.has(name) && slash === '') inside = name;
  }
  said(html.length);
  return { text: parts.join(''), lost };
}

function breakFor(name: string, slash: string): string {
  if (name === 'td' || name === 'th') return slash === '' ? '' : '\t';
  if (name === 'li' && slash === '') return '\n- ';
  return lines.has(name) ? '\n' : '';
}

function plain(text: string, isMarkdown: boolean): string {
  return decoded(isMarkdown ? text : text.replaceAll(/[ \t\r\n]+/g, ' '));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-z]{2,6});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return own(entities, name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
