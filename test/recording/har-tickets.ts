import { readFileSync } from 'node:fs';
import type { SourceDocument } from '../../src/core/document.js';
import { readJson } from '../../src/core/json-read.js';
import type { Json } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import type { Body, Exchange } from '../../src/http/exchange.js';
import { formats } from '../../src/recording/formats.js';
import { readRecordings } from '../../src/recording/read.js';

/** What scripts/record-tickets.mjs answers, whoever records it. */
const ticket = '{"id":7,"subject":"Printer on fire","owner":null,"tags":["hardware"],"price":12.5}';
const second = ticket.replace('7', '8').replace('null', '"Jürgen"');
const photo = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const answers = {
  list: `GET ORIGIN/v1/tickets?limit=2&q=a%20b > 200 application/json json {"tickets":[${ticket},${second}],"next":null}`,
  one: `GET ORIGIN/v1/tickets/7?expand=owner > 200 application/json json ${ticket}`,
  add:
    'POST ORIGIN/v1/tickets application/json json {"subject":"No paper","tags":[]} > 201 application/json ' +
    'json {"id":7,"subject":"No paper","owner":null,"tags":[],"price":12.5}',
  none:
    'GET ORIGIN/v1/tickets/999 > 404 application/json ' +
    'json {"error":{"code":"not_found","message":"There is no /v1/tickets/999."}}',
  remove: 'DELETE ORIGIN/v1/tickets/7 > 204',
  photo: `GET ORIGIN/v1/tickets/7/photo > 200 image/png bytes ${photo}`,
  upload: (text: string) => `PUT ORIGIN/v1/tickets/7/photo image/x-raw text ${JSON.stringify(text)} > 202`,
  readme: 'GET ORIGIN/v1/readme > 200 text/plain; charset=utf-8 text "Grüße, 世界\\n"',
  state: 'GET ORIGIN/v1/state > 200 application/json json "open"',
  login:
    'POST ORIGIN/v1/login application/x-www-form-urlencoded text "user=J%C3%BCrgen&remember=yes" > 200 application/json ' +
    'json {"form":{"user":"Jürgen","remember":"yes"}}',
};

/** What every recorder called, in that order; `uploaded` is what it kept of four bytes that are no text. */
export function everyAnswer(uploaded: string): readonly string[] {
  const { list, one, add, none, remove, photo, upload, readme, state, login } = answers;
  return [list, one, add, none, remove, photo, upload(uploaded), readme, state, login];
}

/** A fixture, and what it gives. */
export function readFixture(file: string): { readonly document: SourceDocument; readonly text: string } {
  const text = readFileSync(`test/recording/fixtures/${file}`, 'utf8');
  return { document: readJson(file, text), text };
}

/** What a document gives: a line for each exchange, or for each finding that is not one. */
export function read(document: SourceDocument | Json): readonly string[] | undefined {
  const source = isDocument(document) ? document : readJson('file.json', JSON.stringify(document));
  const found = readRecordings(source);
  if (found === undefined) return undefined;
  const wrong = found.findings.map(({ sample, pointer, message }) => `${sample} ${pointer}: ${message}`);
  return [...found.recordings.map(({ exchange }) => line(exchange)), ...wrong];
}

function isDocument(value: SourceDocument | Json): value is SourceDocument {
  return typeof value === 'object' && value !== null && 'locate' in value;
}

/** `POST ORIGIN/path TYPE BODY > STATUS TYPE BODY`. */
function line({ request, response }: Exchange): string {
  const url = request.url.replace(/^https?:\/\/127\.0\.0\.1:402[01](?=\/)/, 'ORIGIN');
  const sent = [request.method, url, request.contentType, shown(request.body)];
  const answered = response === undefined ? ['-'] : [response.status, response.contentType, shown(response.body)];
  return [...sent, '>', ...answered].filter((part) => part !== undefined && part !== '').join(' ');
}

function shown(body: Body): string {
  switch (body.kind) {
    case 'none':
      return '';
    case 'json':
      return `json ${JSON.stringify(body.value)}`;
    case 'text':
      return `text ${JSON.stringify(body.text)}${body.problem === undefined ? '' : ` (${body.problem})`}`;
    case 'bytes':
      return `bytes ${body.base64}`;
  }
}

/** The titles of the formats that recognize a document; the first of them reads it. */
export function titlesOf({ value = null }: SourceDocument): readonly string[] {
  return formats.filter((format) => format.recognizes(value)).map(({ title }) => title);
}

/** The pointers of a document's exchanges that do not lead to a value, or of which the place in the text is another's. */
export function strayPointers({ document, text }: ReturnType<typeof readFixture>): readonly string[] {
  const lines = text.split('\n');
  const begins = { object: /^[[{]/, string: /^"/ };
  return (readRecordings(document)?.recordings ?? []).flatMap(({ exchange }) =>
    Object.values(exchange.pointers).filter((pointer) => {
      const value = valueAt(document.value, pointer);
      const { line: row, column } = document.locate(pointer);
      const begin = lines[row - 1]?.slice(column - 1) ?? '';
      return !(typeof value === 'string' ? begins.string : begins.object).test(begin) || value === undefined;
    }),
  );
}
