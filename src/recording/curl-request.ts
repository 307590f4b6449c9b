import { encodedField, dataOf } from './curl-data.js';
import type { Excerpt } from './curl-excerpt.js';
import { headersOf, type SentHeader } from './curl-headers.js';
import type { Command } from './curl-commands.js';
import { argumentsOf, type Argument } from './curl-options.js';
import type { OffsetReport } from './http-message.js';

/** A request as a command sends it, and where its parts stand in the file. */
export interface SentRequest {
  readonly method: string;
  readonly methodAt: number;
  readonly url: string;
  readonly urlAt: number;
  readonly headers: readonly SentHeader[];
  readonly body?: Excerpt;
}

/**
 * The request of a curl command. Undefined, and reported, where it cannot be told; undefined without a word where the text only speaks of curl.
 * Headers that curl adds to every request are left out; those that an option stands for are in.
 * @see https://curl.se/docs/manpage.html
 */
export function requestIn({ words, start, input, trouble }: Command, report: OffsetReport): SentRequest | undefined {
  if (trouble !== undefined) {
    report(trouble.offset, trouble.message);
    return undefined;
  }
  const options = argumentsOf(words.slice(1), report);
  if (!isMeant(options)) return undefined;
  const url = addressIn(options, { start, report });
  const made = bodyAndQuery(options, { input, report });
  const { body, query } = made;
  const headers = headersOf(options, { ...made, report });
  const method = lastOf(options, 'request');
  if (url === undefined) return undefined;
  return {
    method: method?.text ?? made.method,
    methodAt: method?.start ?? start,
    url: withQuery(addressOf(url.text), query),
    urlAt: url.start,
    headers,
    ...(body && { body }),
  };
}

function lastOf(options: readonly Argument[], name: string): Argument['value'] | undefined {
  return options.findLast((option) => option.name === name)?.value;
}

/** What an address has that a word of a sentence has not. */
const ADDRESS = /[/$<{%]|:\d|\.[a-z]{2}|^localhost$/i;

/** Whether it is a command to be run: it has an option, or an address. */
function isMeant(options: readonly Argument[]): boolean {
  if (options.some(({ name }) => name === 'help' || name === 'version' || name === 'manual')) return false;
  return options.some(({ name, value }) => name !== 'url' || ADDRESS.test(value.text));
}

function addressIn(
  options: readonly Argument[],
  { start, report }: { readonly start: number; readonly report: OffsetReport },
): Argument['value'] | undefined {
  const [first, second] = options.filter(({ name }) => name === 'url' || name === 'next');
  if (first === undefined) report(start, 'The command has no address, expected one.');
  // The second word is not shown: of a header that nobody has quoted it is the credential.
  if (second !== undefined)
    report(
      second.value.start,
      'Here a second address begins, expected one a command, and quotes around what belongs together.',
    );
  return first?.value;
}

/** What the options for data come to: the body or a part of the address, and the method that curl uses for it. */
function bodyAndQuery(
  options: readonly Argument[],
  context: { readonly input: Excerpt | undefined; readonly report: OffsetReport },
): { readonly body: Excerpt | undefined; readonly query: string; readonly isJson: boolean; readonly method: string } {
  const { text: data, isJson } = dataOf(options, context);
  const isThere = (...names: readonly string[]) => options.some(({ name }) => names.includes(name));
  const inUrl = isThere('get');
  const file = lastOf(options, 'upload-file');
  if (file) context.report(file.start, 'The body comes from a file, which is not here, expected the data themselves.');
  const fields = options.filter(({ name }) => name === 'url-query').map(({ value }) => queryField(value, context));
  const hasBody = isThere('form', 'form-string') || (data !== undefined && !inUrl);
  return {
    isJson,
    body: inUrl ? undefined : data,
    query: [...fields, ...(inUrl && data ? [data.text] : [])].join('&'),
    method: isThere('head') ? 'HEAD' : hasBody ? 'POST' : 'GET',
  };
}

function queryField(
  value: Argument['value'],
  { input, report }: { readonly input: Excerpt | undefined; readonly report: OffsetReport },
): string {
  return value.text.startsWith('+') ? value.text.slice(1) : encodedField(value, input, report);
}

function withQuery(url: string, query: string): string {
  if (query === '') return url;
  const [address = '', fragment] = url.split('#', 2);
  const joined = `${address}${address.includes('?') ? '&' : '?'}${query}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** Variables of the shells at the beginning of an address: it stands for the server, whose name nobody knows. */
const VARIABLE = /^(?:\$\{?(?:env:)?(\w+)\}?|%(\w+)%)/i;

/** An address as others write it: curl takes `\[` for `[`, and one without a scheme for `http`. A variable at its beginning becomes `${NAME}`. */
function addressOf(text: string): string {
  const address = text.trim().replace(/\\([[\]{}])/g, '$1');
  const variable = VARIABLE.exec(address);
  if (variable) return `\${${variable[1] ?? variable[2]}}${address.slice(variable[0].length)}`;
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|[/<{])/i.test(address) ? address : `http://${address}`;
}
