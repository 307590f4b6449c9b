import { QUOTE, valueOf, type Assignment } from './secret-assigned.js';
import { kindOfName, NAME_END } from './secret-names.js';

/** A blank behind an option of a command. */
const OPTION = String.raw`(?<=--[\w-]{0,60})\s`;

/** The source of a regular expression that finds, behind the name of a secret, a mark that a value may follow. */
export const ASSIGNED_HINT = String.raw`${QUOTE}|\s{0,3}[:=]|${OPTION}`;

/**
 * The name of a secret, a quote that closes it, and what stands before the value: `:`, `=`, `=>`, `, "value":` (a list of names and
 * values), ` value=` (the same in XML), a blank (an option of a command).
 */
const ASSIGNMENT = new RegExp(
  String.raw`(?:${NAME_END})(?<=(?<name>[\w.$-]{1,80}))(?<quote>(?:${QUOTE})?)(?<rest>(?:(?<gap>\s{0,3})(?<mark>=>|:=|:(?![:=])|=(?!=))|(?<pair>,?\s{0,20}(?:${QUOTE})?value(?:${QUOTE})?\s?[:=])|${OPTION})[ \t]{0,3})`,
  'gi',
);

/** How long a value may be, in characters, behind a name of this kind: no secret is longer, and no key known by its shape. */
const LONGEST = { secret: 16_384, 'key-like': 4096, other: 0 };

/** Replaces what stands behind a secret's name in a running text, however it is written; `hide` gives what stands for it. */
export function replaceAssigned(text: string, hide: (secret: string, name: string) => string): string {
  const pattern = new RegExp(ASSIGNMENT);
  let result = '';
  let done = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = assignment(text, match);
    const found = valueOf(at);
    if (found === undefined) continue;
    const { start, end, quote = '' } = found;
    result += text.slice(done, start) + quote + hide(text.slice(start, end), at.name) + quote;
    done = end;
    pattern.lastIndex = Math.max(end, pattern.lastIndex);
  }
  return result + text.slice(done);
}

function assignment(text: string, match: RegExpExecArray): Assignment {
  const { name: found = '', quote = '', rest = '', gap = '', mark = '', pair } = match.groups ?? {};
  const start = match.index + match[0].length;
  const from = start - rest.length - quote.length - found.length;
  // the letter of an escaped line break is not the name's
  const escaped = /^[nrt]/.test(found) && text[from - 1] === '\\' ? 1 : 0;
  const name = found.slice(escaped);
  const spaced = gap !== '' || /\s$/.test(rest);
  const limit = LONGEST[kindOfName(name)];
  return { text, name, quote, mark, isPair: pair !== undefined, spaced, from: from + escaped, start, limit };
}
