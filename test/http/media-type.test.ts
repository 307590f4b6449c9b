import { isJsonType, mediaType } from '../../src/http/media-type.js';

test.each<[string | undefined, string | undefined]>([
  [undefined, undefined],
  ['', undefined],
  ['json', undefined],
  ['application/', undefined],
  ['application/json', 'application/json'],
  ['application/json; charset=utf-8', 'application/json'],
  ['application/json;', 'application/json'],
  [' Application/JSON ;charset="utf-8; x"', 'application/json'],
  ['application/json, application/json', 'application/json'],
  ['application/vnd.api+json', 'application/vnd.api+json'],
  ['application/json charset=utf-8', undefined],
  ['*/*', '*/*'],
])('%p names %p', (header, want) => {
  expect(mediaType(header)).toBe(want);
});

test.each([
  ['application/json', true],
  ['text/json', true],
  ['application/problem+json', true],
  ['application/jsonl', false],
  ['text/event-stream', false],
  ['text/plain', false],
])('%s promises JSON: %p', (type, want) => {
  expect(isJsonType(type)).toBe(want);
});
