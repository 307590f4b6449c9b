import { refFindings } from '../../src/openapi/ref-findings.js';
import { refRules } from '../../src/openapi/ref-rules.js';
import { resolve, targetOf } from '../../src/openapi/refs.js';
import type { Document, Parameter, Schema } from '../../src/openapi/types.js';

const message: Schema = { type: 'object', properties: { text: { type: 'string' } }, example: { $ref: '#/no' } };

function documentWith(parts: object): Document {
  return { swagger: '2.0', info: { title: 'Test', version: '1' }, paths: {}, ...parts } as Document; // hostile parts too
}

const odd: Schema = { title: 'odd' };
const document = documentWith({
  paths: {
    '/a': {
      parameters: [{ $ref: '#/parameters/Id' }],
      get: { responses: { '200': { $ref: '#/responses/Ok' } } },
      'x-schema': { type: 7 },
    },
  },
  parameters: { Id: { name: 'id', in: 'query', type: 'string', required: true } },
  responses: { Ok: { description: 'OK', schema: { $ref: '#/definitions/Message' } } },
  definitions: {
    Message: message,
    'a b/c~d%': odd,
    Alias: { $ref: '#/definitions/Far', properties: { beside: odd } },
    Far: { $ref: '#/definitions/Message' },
    One: { $ref: '#/definitions/Two' },
    Two: { $ref: '#/definitions/One' },
    List: { allOf: [odd] },
  },
});

describe('resolve follows local references to what they lead to', () => {
  test.each<[string, string, string | undefined]>([
    ['a definition', '#/definitions/Message', '/definitions/Message'],
    ['through other references', '#/definitions/Alias', '/definitions/Message'],
    ['a place inside a definition', '#/definitions/Message/properties/text', '/definitions/Message/properties/text'],
    ['a list item', '#/definitions/List/allOf/0', '/definitions/List/allOf/0'],
    ['percent-encoded and escaped', '#/definitions/a%20b~1c~0d%25', '/definitions/a b~1c~0d%'],
    ['a schema under paths', '#/responses/Ok/schema', '/definitions/Message'],
    ['missing', '#/definitions/Gone', undefined],
    ['a name that every object has', '#/definitions/constructor', undefined],
    ['the prototype', '#/definitions/__proto__', undefined],
    ['an index that is none', '#/definitions/List/allOf/01', undefined],
    ['a loop', '#/definitions/One', undefined],
    ['another kind', '#/parameters/Id', undefined],
    ['the map itself', '#/definitions', undefined],
    ['the document', '#', undefined],
    ['an anchor', '#Message', undefined],
    ['an example', '#/definitions/Message/example', undefined],
    ['an extension', '#/paths/~1a/x-schema', undefined],
    ['beside a reference', '#/definitions/Alias/properties/beside', undefined],
    ['broken percent-encoding', '#/definitions/%E0%A4%A', undefined],
    ['another host', 'https://example.com/a.json#/definitions/Message', undefined],
    ['another file', '../../etc/passwd', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, $ref, want) => {
    expect(resolve<Schema>(document, { $ref }, '/definitions/Test')?.pointer).toBe(want);
  });

  test('a node that is no reference is given back, and what is absent is undefined', () => {
    expect(resolve<Schema>(document, odd, '/somewhere')).toEqual({ node: odd, pointer: '/somewhere' });
    expect(resolve<Schema>(document, undefined, '/somewhere')).toBeUndefined();
  });

  test('the place of the reference says of which kind its target is', () => {
    const from = (pointer: string) => resolve<Parameter>(document, { $ref: '#/parameters/Id' }, pointer)?.pointer;
    expect([from('/paths/~1a/parameters/0'), from('/definitions/Alias')]).toEqual(['/parameters/Id', undefined]);
  });

  test('a chain of 12,000 references is followed once', () => {
    const chain = Array.from({ length: 12_000 }, (_, index) => [`D${index}`, { $ref: `#/definitions/D${index + 1}` }]);
    const long = documentWith({ definitions: { ...Object.fromEntries(chain), D12000: odd } });
    expect(resolve<Schema>(long, { $ref: '#/definitions/D0' }, '')?.pointer).toBe('/definitions/D12000');
    expect(refFindings(long)).toEqual([]);
  });
});

/** code, pointer, message. */
function findings(parts: object): string[][] {
  return refFindings(documentWith(parts)).map(({ code, pointer, message }) => [code, pointer, message]);
}

describe('refFindings', () => {
  test('nothing is wrong with references that lead somewhere, recursion, and data that looks like a reference', () => {
    const tree = {
      properties: { $ref: { type: 'string' }, below: { items: { $ref: '#/definitions/Tree' } } },
      enum: [{ $ref: 'no' }],
    };
    expect(findings({ definitions: { Tree: tree }, 'x-more': { $ref: 'https://example.com' } })).toEqual([]);
  });

  test('external, missing, malformed and looping references, in document order', () => {
    const parts = {
      paths: {
        '/a': {
          $ref: 'paths.json#/a',
          parameters: [{ $ref: '#/definitions/Message' }],
          get: {
            responses: {
              '200': { $ref: '#/responses/OK' },
              '400': { description: 'Bad', schema: { $ref: 'file:///etc/passwd' } },
            },
          },
        },
      },
      responses: { Ok: { description: 'OK' } },
      definitions: {
        Message: message,
        A: { items: { $ref: '#/definitions/Mesage' }, properties: { b: { $ref: 7 } } },
        Into: { $ref: '#/definitions/B' },
        B: { $ref: '#/definitions/C' },
        C: { $ref: '#/definitions/%42' },
        Self: { $ref: '#/definitions/Self' },
      },
    };
    expect(findings(parts)).toEqual([
      [
        'ref-external',
        '/paths/~1a/$ref',
        'The reference "paths.json#/a" leads out of this definition and nothing is fetched: write here what it leads to.',
      ],
      [
        'ref-missing',
        '/paths/~1a/parameters/0/$ref',
        'The reference "#/definitions/Message" leads to no parameter of this definition.',
      ],
      [
        'ref-missing',
        '/paths/~1a/get/responses/200/$ref',
        'The reference "#/responses/OK" leads to no response of this definition. Did you mean "#/responses/Ok"?',
      ],
      [
        'ref-external',
        '/paths/~1a/get/responses/400/schema/$ref',
        'The reference "file:///etc/passwd" leads out of this definition and nothing is fetched: copy what it leads to into "definitions" and refer to it there.',
      ],
      [
        'ref-missing',
        '/definitions/A/items/$ref',
        'The reference "#/definitions/Mesage" leads to no schema of this definition. Did you mean "#/definitions/Message"?',
      ],
      ['ref-malformed', '/definitions/A/properties/b/$ref', 'The reference is 7; a text is expected.'],
      [
        'ref-loop',
        '/definitions/B/$ref',
        'The reference "#/definitions/C" leads only back to itself: "/definitions/B" -> "/definitions/C" -> "/definitions/B".',
      ],
      [
        'ref-loop',
        '/definitions/C/$ref',
        'The reference "#/definitions/%42" leads only back to itself: "/definitions/C" -> "/definitions/B" -> "/definitions/C".',
      ],
      [
        'ref-loop',
        '/definitions/Self/$ref',
        'The reference "#/definitions/Self" leads only back to itself: "/definitions/Self" -> "/definitions/Self".',
      ],
    ]);
  });

  test('a loop of 2,000 references is named in short', () => {
    const loop = Array.from({ length: 2000 }, (_, index) => [
      `D${index}`,
      { $ref: `#/definitions/D${(index + 1) % 2000}` },
    ]);
    const found = findings({ definitions: Object.fromEntries(loop) });
    expect(found.length).toBe(2000);
    expect(found[1]?.[2]).toBe(
      'The reference "#/definitions/D2" leads only back to itself: "/definitions/D1" -> "/definitions/D2" -> "/definitions/D3"' +
        ' -> "/definitions/D4" -> "/definitions/D5" -> "/definitions/D6" -> (1994 more) -> "/definitions/D1".',
    );
  });

  test('a near name is looked for a limited number of times', () => {
    const missing = Array.from({ length: 60 }, (_, index) => [
      `D${index}`,
      { items: { $ref: '#/definitions/Mesage' } },
    ]);
    const found = findings({ definitions: { Message: message, ...Object.fromEntries(missing) } });
    expect(found.filter(([, , text]) => text?.endsWith('Did you mean "#/definitions/Message"?')).length).toBe(50);
  });

  test.each(Object.values(refRules))('the examples of $code', ({ code, examples }) => {
    for (const bad of examples.bad) {
      const codes = refFindings(bad as unknown as Document).map((found) => found.code); // an example is a whole definition
      expect(new Set(codes)).toEqual(new Set([code]));
    }
    for (const good of examples.good) expect(refFindings(good as unknown as Document)).toEqual([]);
  });
});

test('what is no text names no target', () => {
  const document = { swagger: '2.0', info: { title: 'T', version: '1' }, paths: {}, definitions: { 7: {} } } as const;
  expect([7, null, ['#/definitions/7'], {}].map((ref) => targetOf(document, 'schema', ref))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
