import { redactText } from '../http/redact.js';
import { shorten } from '../core/shorten.js';
import { excerpter, type Excerpt } from './curl-excerpt.js';
import type { Argument } from './curl-options.js';
import type { OffsetReport } from './http-message.js';
import type { Word } from './curl-words.js';

/** What a command's data options come to. */
export interface Data {
  /** In the order of the options, joined by `&`, or with nothing between for `--json`. Absent where there is none. */
  readonly text?: Excerpt;
  /** Whether `--json` gave a part of them. */
  readonly isJson: boolean;
}

/** The options that make a body, and whether `@` before a name takes the data from a file. */
const DATA_OPTIONS: ReadonlyMap<string, 'plain' | 'raw' | 'urlencode' | 'json'> = new Map([
  ['data', 'plain'],
  ['data-ascii', 'plain'],
  ['data-binary', 'plain'],
  ['data-raw', 'raw'],
  ['data-urlencode', 'urlencode'],
  ['json', 'json'],
]);

/** Puts the data of a command together, as curl does. `input` is what it reads from standard input. Reports what is not in the file. */
export function dataOf(
  options: readonly Argument[],
  { input, report }: { readonly input: Excerpt | undefined; readonly report: OffsetReport },
): Data {
  const out = excerpter();
  let count = 0;
  let isJson = false;
  for (const { name, value } of options) {
    const kind = DATA_OPTIONS.get(name);
    if (kind === undefined) continue;
    isJson ||= kind === 'json';
    if (count > 0 && kind !== 'json') out.add('&', value.start);
    count += 1;
    if (kind === 'raw') out.append(here(value, report));
    else if (kind === 'urlencode') out.add(encodedField(value, input, report), value.offsetAt(0));
    else out.append(value.text.startsWith('@') ? fromFile(value, input, report) : here(value, report));
  }
  return { isJson, ...(count > 0 && { text: out.done() }) };
}

/** `content`, `=content`, `name=content`, or without a `=` a file behind `@`: the content is percent-encoded, a name is not. */
export function encodedField(value: Word, input: Excerpt | undefined, report: OffsetReport): string {
  const { text } = value;
  const isFile = !text.includes('=') && text.includes('@');
  const mark = text.indexOf(isFile ? '@' : '=');
  const content = isFile ? fromFile(value, input, report).text : here(value, report).text.slice(mark + 1);
  const encoded = new URLSearchParams([['', content]]).toString().slice(1);
  return mark > 0 ? `${text.slice(0, mark)}=${encoded}` : encoded;
}

const NONE: Excerpt = { text: '', offsetAt: () => 0 };

function here(value: Word, report: OffsetReport): Excerpt {
  if (value.computed) report(value.start, 'The data come from another command, expected the data themselves.');
  return value;
}

function fromFile(value: Word, input: Excerpt | undefined, report: OffsetReport): Excerpt {
  const name = value.text.slice(value.text.indexOf('@') + 1);
  if (name === '-' && input !== undefined) return input;
  const file = name === '-' ? 'standard input' : `the file ${shorten(redactText(name))}`;
  report(value.start, `The data come from ${file}, which is not here, expected the data themselves.`);
  return NONE;
}
