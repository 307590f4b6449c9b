import type { Json } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { diff } from '../../src/diff/diff.js';

/* It takes 4 s of CPU. */

/** A ring of definitions, each of which leads to the next. Two of different lengths have the product of these as pairs. */
function ringed(length: number) {
  const next = (index: number) => ({ $ref: `#/definitions/D${(index + 1) % length}` });
  const ring = Array.from({ length }, (_, index) => [
    `D${index}`,
    { type: 'object', properties: { next: next(index) } },
  ]);
  const schema = { $ref: '#/definitions/D0' };
  const value: Json = {
    swagger: '2.0',
    info: { title: 'a', version: '1' },
    paths: { '/a': { get: { operationId: 'A', responses: { '200': { description: '', schema } } } } },
    definitions: Object.fromEntries(ring),
  };
  const source = { file: 'a', value, findings: [], locate: () => ({ line: 1, column: 1 }) };
  const { connector } = readConnector({ name: 'a', definition: source });
  if (!connector) throw new Error('no connector');
  return connector;
}

test('more pairs of definitions than are compared: it is said', () => {
  const { changes } = diff(ringed(317), ringed(331));
  expect(changes.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['edit-unknown /definitions/D30']);
});
