import { choiceRules } from '../../src/upstream/choice-rules.js';
import { schemaOf } from '../../src/upstream/schema-of.js';
import type { Shape } from '../../src/upstream/surface.js';

/** A tree, which contains itself, for the example of a recursion. */
const shapes: Readonly<Record<string, Shape>> = { Tree: { type: 'object', properties: { inner: { ref: 'Tree' } } } };

const codesOf = (it: Shape) => {
  const shape: Shape = { type: 'object', properties: { it } };
  return schemaOf(shape, { overlay: {}, direction: 'request', shapes }).choices.map(({ code }) => code);
};

test.each(choiceRules.map((rule) => [rule.code, rule] as const))('%s: its examples', (code, { examples }) => {
  expect(examples.bad.map(codesOf)).toEqual(examples.bad.map(() => [code]));
  expect(examples.good.map(codesOf)).toEqual(examples.good.map(() => []));
});

const text: Shape = { type: 'string' };
const list: Shape = { type: 'array', items: text };

test.each<[name: string, shape: Shape, said: string]>([
  ['text or a list', { variants: [text, list] }, '"it" is text or a list; text is kept, which a person can type.'],
  [
    'several types',
    { variants: [text, { type: 'boolean' }] },
    '"it" is one of several types (string, boolean); it has no type.',
  ],
  [
    'objects',
    {
      variants: [
        { type: 'object', properties: { a: text } },
        { type: 'object', properties: { b: text } },
      ],
    },
    '"it" is one of 2 variants of type object; the properties of all are kept, and which of them go together is not said.',
  ],
  [
    'lists',
    { variants: [list, { type: 'array', items: { type: 'number' } }] },
    '"it" is one of 2 variants of type array; a list of any of their items is kept.',
  ],
  [
    'values',
    { variants: [{ enum: ['a'] }, { enum: ['b'] }] },
    '"it" is one of 2 variants of type string; all their values are kept.',
  ],
  ['itself', { ref: 'Tree' }, '"it/inner" contains itself; it is cut to its type, object.'],
  ['a format', { type: 'string', format: 'ipv4' }, '"it" has the format ipv4, which no definition may have.'],
  ['null', { nullable: true, enum: [] }, '"it" is always null, which has no type.'],
])('what is said of %s', (_, it, said) => {
  const { choices } = schemaOf({ type: 'object', properties: { it } }, { overlay: {}, direction: 'request', shapes });
  expect(choices.map(({ message }) => message)[0]).toBe(said);
});

test('shapes that contain each other are cut where they would fill the memory', () => {
  const names = Array.from({ length: 12 }, (_, index) => `R${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { ref: name }] as const));
  const each = Object.fromEntries(names.map((name) => [name, { type: 'object', properties } as const] as const));
  const { choices } = schemaOf({ ref: 'R0' }, { overlay: {}, direction: 'request', shapes: each });
  expect(choices.filter(({ message }) => message.includes('would make more than'))).toHaveLength(1);
});

test('what the overlay describes by hand, or leaves out, is no choice', () => {
  const it: Shape = { variants: [text, list] };
  const overlay = { properties: { it: { schema: { type: 'string' } }, that: { omit: 'No use.' } } } as const;
  const { choices, omitted } = schemaOf(
    { type: 'object', properties: { it, that: it } },
    { overlay, direction: 'request' },
  );
  expect(choices).toEqual([]);
  expect(omitted).toEqual([
    { at: '/it', why: 'What is inside is described by hand.' },
    { at: '/that', why: 'No use.' },
  ]);
});
