import type { Schema } from '../../src/openapi/types.js';
import type { OverlayNode } from '../../src/upstream/overlay.js';
import { schemaOf } from '../../src/upstream/schema-of.js';
import type { Shape } from '../../src/upstream/surface.js';

const text: Shape = { type: 'string' };
const maybe: Shape = { type: 'string', nullable: true };

test.each<[name: string, it: Shape | undefined, node: OverlayNode, said: readonly string[]]>([
  ['nothing', text, {}, []],
  ['null as the specification has it', maybe, { nullable: true }, []],
  ['null', text, { nullable: true }, ['null /it']],
  ['null in a schema of our own', text, { schema: { type: 'string', 'x-nullable': true } }, ['null /it']],
  ['no null', maybe, { nullable: false }, ['never-null /it']],
  ['another type', text, { type: 'integer' }, ['type /it']],
  ['a type where there is none', {}, { type: 'integer' }, []],
  ['another format', { ...text, format: 'date' }, { format: 'date-time' }, ['type /it']],
  ['the same values', { enum: ['a'] }, { enum: ['a'] }, []],
  ['other values', { enum: ['a'] }, { enum: ['a', 'b'] }, ['values /it']],
  ['any value', { enum: ['a'] }, { constraints: 'drop' }, ['values /it']],
  ['no bounds', { type: 'integer', maximum: 5 }, { constraints: 'drop' }, ['values /it']],
  ['nothing to drop', text, { constraints: 'drop' }, []],
  [
    'a property of our own',
    undefined,
    { extra: true, schema: { type: 'string' }, nullable: true },
    ['unspecified /it'],
  ],
])('a request: %s', (_, it, node, said) => {
  const shape: Shape = { type: 'object', properties: it === undefined ? {} : { it } };
  const { relaxations } = schemaOf(shape, { overlay: { properties: { it: node } }, direction: 'request' });
  expect(relaxations.map(({ kind, at }) => `${kind} ${at}`)).toEqual(said);
});

const two: Shape = { type: 'object', required: ['a', 'b'], properties: { a: text, b: text, c: text } };

test('a request: what is required', () => {
  const said = (overlay: OverlayNode) =>
    schemaOf(two, { overlay, direction: 'request' }).relaxations.map(({ kind, at }) => `${kind} ${at}`);
  expect(said({})).toEqual([]);
  expect(said({ required: ['a', 'c'] })).toEqual(['absent /b', 'required /c']);
  expect(said({ properties: { a: { omit: 'No use.' } } })).toEqual([]);
});

test('an answer: what it must hold', () => {
  const shape: Shape = { type: 'object', properties: { list: { type: 'array', items: two } }, required: ['list'] };
  const said = (expect: Schema) =>
    schemaOf(shape, { overlay: {}, direction: 'response', expect }).relaxations.map(({ kind, at }) => `${kind} ${at}`);
  expect(said({})).toEqual(['absent /list', 'absent /list/*/a', 'absent /list/*/b']);
  const all = { required: ['list'], properties: { list: { items: { required: ['a', 'b'] } } } };
  expect(said(all)).toEqual([]);
  expect(said({ ...all, required: ['list', 'more'] })).toEqual(['required /more']);
});

test('an answer: values are dropped anyway', () => {
  const shape: Shape = { type: 'object', properties: { it: { enum: ['a'] } } };
  const overlay: OverlayNode = { properties: { it: { constraints: 'drop' } } };
  expect(schemaOf(shape, { overlay, direction: 'response' }).relaxations).toEqual([]);
});
