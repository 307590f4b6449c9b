import { readFileSync } from 'node:fs';
import type { SourceDocument } from '../../src/core/document.js';
import { isObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { readDocument } from '../../src/core/read-document.js';
import type { Body, Exchange } from '../../src/http/exchange.js';
import { exchangeOf } from '../../src/recording/exchange-of.js';
import type { RecordingFormat } from '../../src/recording/format.js';
import { everyAnswer } from './har-tickets.js';

/** A fixture, read as cassettes are. */
export function fixture(name: string): Promise<SourceDocument> {
  const file = `test/recording/fixtures/vcr/${name}`;
  return readDocument(file, readFileSync(file, 'utf8'), { foreignTags: true });
}

/** A cassette that is written in a test, as YAML or JSON. */
export function cassette(text: string): Promise<SourceDocument> {
  return readDocument('a.yaml', text, { foreignTags: true });
}

/** What a format makes of a document: its exchanges, what is wrong, and what it says of how each was recorded. */
export function exchangesOf(format: RecordingFormat, { value = null }: SourceDocument) {
  const wrong: string[] = [];
  const recorded: (string | undefined)[] = [];
  const report = (pointer: string, message: string) => void wrong.push(`${pointer}: ${message}`);
  const exchanges = format.entries(value, report).flatMap((entry) => {
    const before = wrong.length;
    const raw = format.read(entry, report);
    if (wrong.length > before) return [];
    recorded.push(...raw.map((each) => each.recorded));
    return raw.map((each) => exchangeOf(each, { file: 'a', sample: 'a', tally: { redactions: 0 } }));
  });
  return { exchanges, wrong, recorded };
}

/** `POST ORIGIN/path TYPE BODY > STATUS TYPE BODY`, for each exchange, and then what is wrong. */
export function linesOf(format: RecordingFormat, document: SourceDocument): readonly string[] {
  const { exchanges, wrong } = exchangesOf(format, document);
  return [...exchanges.map(line), ...wrong];
}

function line({ request, response }: Exchange): string {
  const url = request.url.replace(/^(?:http:\/\/127\.0\.0\.1(?::4020)?|<TICKETS_ENDPOINT>)(?=\/)/, 'ORIGIN');
  const sent = [request.method, url, request.contentType, shown(request.body)];
  const answered = response === undefined ? ['-'] : [response.status, response.contentType, shown(response.body)];
  return [...sent, '>', ...answered].filter((part) => part !== undefined && part !== '').join(' ');
}

function shown(body: Body): string {
  if (body.kind === 'none') return '';
  if (body.kind === 'json') return `json ${JSON.stringify(body.value)}`;
  if (body.kind === 'bytes') return `bytes ${body.base64}`;
  return `text ${JSON.stringify(body.text)}${body.problem === undefined ? '' : ` (${body.problem})`}`;
}

/** What every cassette holds that holds bytes; `uploaded` is what it kept of four bytes that are no text. */
export const everyTicket: readonly string[] = everyAnswer('').map((line) =>
  line.replace('image/x-raw text ""', 'image/x-raw bytes //4AAQ=='),
);

/** The same lines, the keys of JSON in order: PyYAML sorts them. */
export function sorted(lines: readonly string[]): readonly string[] {
  const inOrder = (_: string, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
  return lines.map((each) =>
    each.replace(/ json (.*?)(?= > |$)/g, (_, json: string) => ` json ${JSON.stringify(JSON.parse(json), inOrder)}`),
  );
}

/** The pointers of a document's exchanges that lead to no value, or of which the place in the text is not a value's. */
export function strayPointers(format: RecordingFormat, document: SourceDocument): readonly string[] {
  return exchangesOf(format, document).exchanges.flatMap(({ pointers }) =>
    Object.values(pointers).filter((pointer) => valueAt(document.value, pointer) === undefined),
  );
}
