import type { Json, JsonObject } from '../../src/core/json.js';
import { readConnector } from '../../src/definition/read.js';
import { diff } from '../../src/diff/diff.js';

const connectorOf = (definition: Json) => {
  const source = { file: 'a', value: definition, findings: [], locate: () => ({ line: 1, column: 1 }) };
  const { connector } = readConnector({ name: 'a', definition: source });
  if (!connector) throw new Error('no connector');
  return connector;
};
const document = (more: JsonObject): JsonObject => ({ swagger: '2.0', info: { title: 'a', version: '1' }, ...more });
const answering = (schema: Json): JsonObject => ({
  '/a': { get: { operationId: 'A', responses: { '200': { description: '', schema } } } },
});
const codes = (was: JsonObject, is: JsonObject): readonly string[] =>
  diff(connectorOf(document(was)), connectorOf(document(is))).changes.map(({ code, pointer }) => `${code} ${pointer}`);
const parsed = (text: string): JsonObject => JSON.parse(text);

test('names that every object inherits are names', () => {
  const was = parsed('{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}');
  const is = parsed('{"type":"object","properties":{"toString":{"type":"integer"},"constructor":{"type":"string"}}}');
  const at = '/paths/~1a/get/responses/200/schema/properties';
  expect(codes({ paths: answering(was) }, { paths: answering(is) })).toEqual([
    `output-removed ${at}/__proto__`,
    `output-added ${at}/toString`,
  ]);
});

/** A ring of definitions, each of which leads to the next; the last one has the property. */
const ring = (length: number, more: JsonObject): JsonObject =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `D${index}`,
      {
        type: 'object',
        properties: { next: { $ref: `#/definitions/D${(index + 1) % length}` }, ...(index === 0 && more) },
      },
    ]),
  );
const ringed = (length: number, more: JsonObject = {}): JsonObject => ({
  paths: answering({ $ref: '#/definitions/D0' }),
  definitions: ring(length, more),
});

test('rings of definitions: of one length, of others, very long ones', () => {
  const a = { a: { type: 'string' } };
  expect(codes(ringed(1), ringed(1, a))).toEqual(['output-added /definitions/D0/properties/a']);
  expect(codes(ringed(3), ringed(2))).toEqual([]);
  expect(codes(ringed(29), ringed(31, a))).toEqual(['output-added /definitions/D0/properties/a']);
  expect(codes(ringed(700), ringed(700, a))).toEqual(['output-added /definitions/D0/properties/a']);
});

test('definitions that lead to two others each are compared once', () => {
  const twins = (type: string): JsonObject =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => {
        const next = { $ref: `#/definitions/D${index + 1}` };
        return [`D${index}`, index === 59 ? { type } : { type: 'object', properties: { left: next, right: next } }];
      }),
    );
  const of = (type: string) => ({ paths: answering({ $ref: '#/definitions/D0' }), definitions: twins(type) });
  expect(codes(of('string'), of('integer'))).toEqual(['type-changed /definitions/D59/type']);
});

test('references to nothing, to themselves and to other hosts', () => {
  const of = ($ref: string) => ({ paths: answering({ $ref }), definitions: { A: { $ref: '#/definitions/A' } } });
  expect(codes(of('#/definitions/None'), of('#/definitions/None'))).toEqual([]);
  expect(codes(of('#/definitions/A'), of('https://contoso.com/a.json'))).toEqual([
    'edit-unknown /paths/~1a/get/responses/200/schema',
  ]);
});

test('integers beyond 2^53 keep their digits', () => {
  const of = (maximum: bigint) => ({ paths: answering({ type: 'integer', maximum }) });
  const at = '/paths/~1a/get/responses/200/schema/maximum';
  expect(codes(of(2n ** 63n), of(2n ** 63n - 1n))).toEqual([`bound-tightened ${at}`]);
});

test('many operations that share a definition', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `/${index}`,
      { get: { responses: { '200': { description: '', schema: { $ref: '#/definitions/A' } } } } },
    ]),
  );
  const of = (type: string) => connectorOf(document({ paths, definitions: { A: { type } } }));
  const [change] = diff(of('string'), of('object')).changes;
  expect([change?.count, change?.operations?.length]).toEqual([256, 256]);
});

test('connectors that have nothing in common', () => {
  const one = connectorOf(document({ paths: answering({}) }));
  const other = connectorOf(document({ paths: { '/b': { post: { responses: {} } } } }));
  const { operations, changes, breaking, bump } = diff(one, other);
  expect([operations, changes.map(({ code }) => code), breaking, bump]).toEqual([
    { old: 1, new: 1, common: 0 },
    ['operation-removed', 'operation-added'],
    true,
    'major',
  ]);
});

test('a value without a type that becomes an object with properties is one change, and so is the reverse', () => {
  const typed = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'array', items: {} } } };
  const at = (schema: Json) => ({ paths: answering({ type: 'object', properties: { value: schema } }) });
  const pointer = '/paths/~1a/get/responses/200/schema/properties/value';
  expect(codes(at({}), at(typed))).toEqual([`type-narrowed ${pointer}/type`]);
  expect(codes(at(typed), at({}))).toEqual([`type-widened ${pointer}`]);
});
