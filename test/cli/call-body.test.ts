import { givenBody, type BodyWords } from '../../src/cli/call/given-body.js';
import { isFault } from '../../src/core/fault.js';
import type { Document } from '../../src/openapi/types.js';
import { operations } from '../../src/openapi/walk.js';
import { memoryWorld } from './memory-world.js';

const document = {
  swagger: '2.0',
  info: { title: 'T', version: '1' },
  paths: {
    '/send': {
      post: {
        operationId: 'Send',
        parameters: [{ name: 'body', in: 'body', schema: { $ref: '#/definitions/Body' } }],
        responses: { 200: { description: 'OK' } },
      },
    },
    '/note': {
      post: {
        operationId: 'Note',
        consumes: ['text/plain'],
        parameters: [{ name: 'body', in: 'body', schema: { type: 'string' } }],
        responses: { 200: { description: 'OK' } },
      },
    },
  },
  definitions: {
    Body: {
      allOf: [{ type: 'object', properties: { inherited: { type: 'string' } } }],
      type: 'object',
      properties: {
        text: { type: 'string' },
        maybe: { type: 'string', 'x-nullable': true },
        count: { type: 'integer' },
        share: { type: 'number' },
        on: { type: 'boolean' },
        more: { type: 'object' },
        any: {},
        list: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
        names: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
  },
} as unknown as Document;

const [send, note] = operations(document);

async function body(words: Partial<BodyWords>, at = send) {
  if (!at) throw new Error('the document has it');
  const files = { 'body.json': '{"a":1}', latin: new Uint8Array([0xff]), 'broken.json': '{\n"a":' };
  const world = memoryWorld({ files, input: '{"b":2}' });
  const all = { body: undefined, set: [], isInputTaken: false, ...words };
  try {
    return { body: await givenBody(world, { document, at }, all) };
  } catch (error) {
    if (isFault(error)) return { fault: `${error.code}: ${error.message}` };
    throw error;
  }
}

describe('the body of a call', () => {
  test.each<[string, Partial<BodyWords>, unknown]>([
    ['none', {}, undefined],
    ['as it is given', { body: '{"a":12345678901234567890}' }, { a: 12345678901234567890n }],
    ['of a file', { body: '@body.json' }, { a: 1 }],
    ['of standard input', { body: '@-' }, { b: 2 }],
    ['a text stays a text', { set: ['text=5'] }, { text: '5' }],
    ['a text as JSON', { set: ['text="5"'] }, { text: '5' }],
    ['null is a text where a text cannot be null', { set: ['text=null', 'maybe=null'] }, { text: 'null', maybe: null }],
    ['numbers', { set: ['count=5', 'share=5', 'any=5'] }, { count: 5, share: 5, any: 5 }],
    ['what is no number, for the service to judge', { set: ['count=5.5', 'on=yes'] }, { count: '5.5', on: 'yes' }],
    ['booleans and objects', { set: ['on=true', 'more={"a":[1]}'] }, { on: true, more: { a: [1] } }],
    ['what is declared elsewhere', { set: ['inherited=5', 'names.x=5'] }, { inherited: '5', names: { x: '5' } }],
    ['an equals sign in a value; nothing', { set: ['text=a=b', 'maybe='] }, { text: 'a=b', maybe: '' }],
    [
      'items, one after the other',
      { set: ['list[0].name=1', 'list[1].name=b', 'list[0].age=3'] },
      { list: [{ name: '1', age: 3 }, { name: 'b' }] },
    ],
    ['a pointer', { set: ['/list/0/a.b~1c=1', '/count=2'] }, { list: [{ 'a.b/c': 1 }], count: 2 }],
    ['numbers that are names', { set: ['/names/007=a', '/names/7=b'] }, { names: { '007': 'a', 7: 'b' } }],
    ['put into what is given', { body: '{"a":{"b":1},"z":0}', set: ['a.c=2', 'a.b=3'] }, { a: { b: 3, c: 2 }, z: 0 }],
    ['a body that is a list', { set: ['[0]=1', '[1][0]=2'] }, [1, [2]]],
    [
      'names that every object has',
      { set: ['__proto__.x=1', 'constructor=2'] },
      JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
    ],
  ])('%s', async (_, words, want) => {
    expect(await body(words)).toEqual({ body: want });
  });

  test('is a text where the operation takes a text', async () => {
    expect(await body({ body: '{"a":' }, note)).toEqual({ body: '{"a":' });
  });

  test.each<[string, Partial<BodyWords>, string]>([
    [
      'no JSON',
      { body: '{a:1}' },
      'called-wrongly: The body is no JSON (line 1, column 2): Found "a" where a key in double quotes was expected.',
    ],
    [
      'no JSON in a file',
      { body: '@broken.json' },
      'called-wrongly: What stands at "@broken.json" is no JSON (line 2, column 5): Found the end of the text where a value was expected.',
    ],
    ['a file that is not there', { body: '@none' }, 'not-found: The file "none" does not exist.'],
    ['a file that is no text', { body: '@latin' }, 'called-wrongly: The file "latin" is no text in UTF-8.'],
    [
      'standard input twice',
      { body: '@-', isInputTaken: true },
      'called-wrongly: Standard input cannot be the key and the body, expected one of them.',
    ],
    ['no assignment', { set: ['text'] }, 'called-wrongly: --set "text" is no assignment, expected path=value.'],
    ['no path', { set: ['a..b=1'] }, 'called-wrongly: The path "a..b" cannot be read at "".'],
    ['no index', { set: ['a[x]=1'] }, 'called-wrongly: The path "a[x]" cannot be read at "a[x]".'],
    ['a gap', { set: ['list[1]=1'] }, 'called-wrongly: list has 0 items, so the next is [0]; [1] leaves a gap.'],
    [
      'through a scalar',
      { body: '{"a":{"b":"deep"}}', set: ['a.b.c=1'] },
      'called-wrongly: a.b is "deep", which has nothing at "c".',
    ],
    [
      'a name in a list',
      { body: '{"a":[]}', set: ['a.b=1'] },
      'called-wrongly: a is a list, which has nothing at "b"; expected [0].',
    ],
    [
      'too deep',
      { set: [`${'a.'.repeat(100)}a=1`] },
      `called-wrongly: The path "${'a.'.repeat(28)}a…" has more than 100 steps.`,
    ],
  ])('is refused: %s', async (_, words, want) => {
    expect(await body(words)).toEqual({ fault: want });
  });
});
