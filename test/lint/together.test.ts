import { having, type LintVisitor } from '../../src/lint/having.js';
import { together } from '../../src/lint/together.js';
import { inThousands } from '../../src/lint/in-thousands.js';
import type { Schema } from '../../src/openapi/types.js';
import type { NodePlace } from '../../src/openapi/walk.js';

const place = (pointer: string): NodePlace => ({
  pointer,
  key: '',
  path: undefined,
  method: undefined,
  operation: undefined,
  extensions: [],
});

/** Which of the looks are called for a schema, each by its name. */
function calledFor(schema: Schema, looks: (seen: (name: string) => () => void) => readonly LintVisitor[]): string[] {
  const called: string[] = [];
  together(looks((name) => () => called.push(name))).schema?.(schema, place('/definitions/A'));
  return called;
}

test.each<[string, Schema, readonly string[]]>([
  ['a node without the keys', { type: 'string' }, ['all']],
  ['a node with a key', { enum: ['a'] }, ['all', 'enum', 'several']],
  ['a node with several of the keys is looked at once', { format: 'date', enum: ['a'] }, ['all', 'several', 'enum']],
])('%s', (_name, schema, want) => {
  const called = calledFor(schema, (seen) => [
    { schema: having(['enum'], seen('enum')) },
    { schema: seen('all') },
    { schema: having(['format', 'enum'], seen('several')) },
    { parameter: seen('another kind') },
    { schema: having(['constructor', '__proto__'], seen('hostile')) },
  ]);
  expect(called).toEqual(want);
});

test('a node that stands in two places is looked at in both', () => {
  const pointers: string[] = [];
  const visitor = together([{ schema: having(['enum'], (_schema, { pointer }) => pointers.push(pointer)) }]);
  const schema: Schema = { enum: ['a'] };
  for (const pointer of ['/definitions/A', '/definitions/B']) visitor.schema?.(schema, place(pointer));
  expect(pointers).toEqual(['/definitions/A', '/definitions/B']);
});

test('a key that is called __proto__ is a key as any other', () => {
  const schema = JSON.parse('{ "__proto__": 1 }') as Schema; // which no interface has
  expect(calledFor(schema, (seen) => [{ schema: having(['__proto__'], seen('it')) }])).toEqual(['it']);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_048_576, '1,048,576'],
])('%d has commas', (count, want) => {
  expect(inThousands(count)).toBe(want);
});
