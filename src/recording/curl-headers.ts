import type { Excerpt } from './curl-excerpt.js';
import type { Argument } from './curl-options.js';
import type { OffsetReport } from './http-message.js';

/** A header of a command, and where it stands in the file. */
export interface SentHeader {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

interface Implied {
  readonly isJson: boolean;
  readonly body: Excerpt | undefined;
  readonly report: OffsetReport;
}

/** The headers that a command names, and before them those that other options stand for and no `-H` takes their place. */
export function headersOf(options: readonly Argument[], { isJson, body, report }: Implied): readonly SentHeader[] {
  const named: SentHeader[] = [];
  const replaced = new Set<string>();
  for (const { name, value } of options) {
    if (name !== 'header') continue;
    const header = headerOf(value, report);
    if (header === undefined) continue;
    replaced.add(header.name.toLowerCase());
    if (header.value !== undefined) named.push({ ...header, value: header.value });
  }
  const implied = [...options.flatMap(impliedBy), ...typeOf(options, { isJson, body })];
  return [...implied.filter(({ name }) => !replaced.has(name)), ...named];
}

/** `Name: value`; `Name;` for an empty value; `Name:` for a header that is not sent, whose value is undefined here. */
function headerOf(
  { text, start }: Argument['value'],
  report: OffsetReport,
): (Omit<SentHeader, 'value'> & { readonly value: string | undefined }) | undefined {
  if (text.startsWith('@'))
    report(start, 'The headers come from a file, which is not here, expected the headers themselves.');
  if (/^[@$%]/.test(text)) return undefined;
  const colon = text.indexOf(':');
  if (colon > 0)
    return { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() || undefined, at: start };
  if (/^[^:]+;$/.test(text)) return { name: text.slice(0, -1).trim(), value: '', at: start };
  report(start, 'The header has no colon, expected a name, a colon and a value.');
  return undefined;
}

function impliedBy({ name, value: { text, start: at } }: Argument): readonly SentHeader[] {
  switch (name) {
    case 'user':
      return [{ name: 'authorization', value: `Basic ${Buffer.from(text).toString('base64')}`, at }];
    case 'oauth2-bearer':
      return [{ name: 'authorization', value: `Bearer ${text}`, at }];
    case 'user-agent':
      return [{ name: 'user-agent', value: text, at }];
    case 'referer':
      return [{ name: 'referer', value: text, at }];
    case 'cookie':
      return text.includes('=') ? [{ name: 'cookie', value: text, at }] : [];
    default:
      return [];
  }
}

/**
 * The media type of the body. Curl says `application/x-www-form-urlencoded` of any data;
 * of data that look like JSON nothing is said here: whoever leaves the header out believes that JSON is sent, and many servers read it so.
 */
function typeOf(options: readonly Argument[], { isJson, body }: Omit<Implied, 'report'>): readonly SentHeader[] {
  const at = options.find(({ name }) => /^(?:data|form|json)/.test(name))?.value.start ?? 0;
  const header = (value: string) => [{ name: 'content-type', value, at }];
  if (options.some(({ name }) => name === 'form' || name === 'form-string')) return header('multipart/form-data');
  if (body === undefined) return [];
  if (isJson) return [...header('application/json'), { name: 'accept', value: 'application/json', at }];
  return /^\s*[[{]/.test(body.text) || body.text === '' ? [] : header('application/x-www-form-urlencoded');
}
