import type { Json, JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { asWritten } from '../../src/openapi/as-written.js';
import { definitionWith, idParameter, operationWith } from '../../src/openapi/structure-example.js';
import { readDefinition } from '../../src/openapi/structure.js';
import { errors } from './definition-errors.js';

const source = (value: Json) => ({ file: 'd.json', value, findings: [], locate: () => ({ line: 1, column: 1 }) });

const get = '/paths/~1messages~1{id}/get';
const inGet = (changes: JsonObject) => operationWith(changes);
const schema = { allOf: [7, { type: 'object', required: [false, 'a', null, 'b'] }] };

test.each<[string, JsonObject, readonly (readonly [string, string | undefined])[]]>([
  ['nothing left out', inGet({}), [[`${get}/parameters/0/name`, `${get}/parameters/0/name`]]],
  [
    'items of a list',
    inGet({ parameters: [7, idParameter, null, idParameter, { in: 'nowhere' }] }),
    [
      [`${get}/parameters/0`, `${get}/parameters/1`],
      [`${get}/parameters/1/name`, `${get}/parameters/3/name`],
    ],
  ],
  [
    'lists in lists',
    definitionWith({ definitions: { 'a/b': schema } }),
    [['/definitions/a~1b/allOf/0/required/1', '/definitions/a~1b/allOf/1/required/3']],
  ],
  [
    'what stands in for a missing key',
    { swagger: '2.0', paths: {} },
    [
      ['/info', undefined],
      ['/info/title', undefined],
      ['/paths', '/paths'],
    ],
  ],
  ['keys that every object has', definitionWith({}), [['/constructor/0/__proto__', '/constructor/0/__proto__']]],
])('%s', (_name, document, pairs) => {
  const { definition } = readDefinition(source(document));
  const root = definition ?? {};
  expect(pairs.map(([read]) => [read, asWritten(root, read)])).toEqual(pairs);
  for (const [read, written] of pairs) {
    if (written === undefined || valueAt(root as Json, read) === undefined) continue; // it was read from JSON
    expect(valueAt(document, written)).toEqual(valueAt(root as Json, read));
  }
});

test('findings between parts stand where the document has them', () => {
  const parameters = [7, idParameter, false, { name: 'q', in: 'query', type: 'array' }, { $ref: '#/parameters/None' }];
  const list = `${get}/parameters`;
  expect(errors(operationWith({ parameters })).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    `definition-shape ${list}/0`,
    `definition-shape ${list}/2`,
    `array-without-items ${list}/3`,
    `ref-missing ${list}/4/$ref`,
  ]);
});
