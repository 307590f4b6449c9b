import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { isFault } from '../../src/core/fault.js';
import type { Json } from '../../src/core/json.js';
import { surfaceOf } from '../../src/upstream/surface.js';
import { changedBy } from '../diff/seeded-edits.js';

const file = 'connector/upstream/azure-openai/2023-05-15.json';
const { value } = readJson(file, readFileSync(file, 'utf8'));

/** What is said of a surface that somebody has changed. */
function said(pointer: string, to: Json | undefined): string {
  try {
    surfaceOf(changedBy(value as never, { [pointer]: to }), 's.json'); // it is an object
    return '';
  } catch (cause) {
    if (!isFault(cause)) throw cause;
    return cause.message;
  }
}

const completion = '/operations/completion';

test.each<[string, Json | undefined, string]>([
  ['/formatVersion', 2, ' at "/formatVersion": "formatVersion" is 2, expected 1.'],
  ['/operations', undefined, ': The document has no "operations", expected an object of operations.'],
  [
    `${completion}/method`,
    'fetch',
    ` at "${completion}/method": "method" is "fetch", expected "get", "put", "post", "delete", "options", "head" or "patch".`,
  ],
  [`${completion}/parameters`, 5, ` at "${completion}/parameters": "parameters" is 5, expected a list of parameters.`],
  [
    `${completion}/request/shape/properties/messages/items`,
    [],
    ` at "${completion}/request/shape/properties/messages/items": "items" is [], expected an object (a shape).`,
  ],
  [
    `${completion}/responses/200/shape/type`,
    'map',
    ` at "${completion}/responses/200/shape/type": "type" is "map", expected "object", "array", "string", "number", "integer", "boolean" or "file".`,
  ],
])('%s', (pointer, to, expected) => {
  expect(said(pointer, to)).toBe(`s.json holds no surface of format 1${expected}`);
});

test('what is no surface at all, and what somebody has noted in one', () => {
  expect(() => surfaceOf(undefined, 's.json')).toThrow('s.json holds no surface of format 1: The document is null');
  expect(said(`${completion}/reviewed`, 'yes')).toBe('');
});
