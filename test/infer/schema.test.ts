import { isArray, isObject, type Json } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import { exchange } from '../../src/http/make-exchange.js';
import { inferConnector, type InferOptions } from '../../src/infer/infer.js';

const url = 'https://api.contoso.com/tickets';

/** What is inferred of `POST /tickets`, whose answers or requests these are. */
function inferred(bodies: readonly Json[], half: 'answers' | 'requests', options?: InferOptions) {
  const exchanges = bodies.map((body) => {
    const json = { headers: { 'content-type': 'application/json' }, body: writeJson(body) };
    const other = { headers: {} };
    return exchange({
      request: { method: 'POST', url, ...(half === 'requests' ? json : other) },
      response: { status: 200, ...(half === 'answers' ? json : other) },
    });
  });
  const { connector, findings } = inferConnector(exchanges, options);
  const operation = connector.definition.paths['/tickets']?.post;
  const [parameter] = operation?.parameters ?? [];
  const response = operation?.responses['200'];
  const schema =
    half === 'answers'
      ? response && 'schema' in response && response.schema
      : parameter && 'schema' in parameter && parameter.schema;
  return { schema, contract: connector.contract.operations['PostTickets'], findings };
}

const wordKeys = ['x-ms-summary', 'description', 'x-ms-visibility'];

/** Without the words, which have tests of their own. */
function plain(schema: unknown): unknown {
  if (isArray(schema)) return schema.map(plain);
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).filter(([key]) => !wordKeys.includes(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}

const object = (properties: object) => ({ type: 'object', properties });
const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => item(index));

test.each<[string, readonly Json[], unknown]>([
  ['a whole number', [1, 2], { type: 'integer' }],
  ['whole and other numbers', [1, 2.5], { type: 'number' }],
  ['a number beyond 32 bits', [2 ** 31], { type: 'integer', format: 'int64' }],
  ['the least number of 32 bits', [-(2 ** 31)], { type: 'integer' }],
  ['a number beyond 53 bits is a bigint', [12_345_678_901_234_567_890n, 1], { type: 'integer', format: 'int64' }],
  ['a fraction beyond 32 bits', [2 ** 40, 0.5], { type: 'number' }],
  ['a text and null', ['a', null], { type: 'string', 'x-nullable': true }],
  ['only null', [{ a: null }], object({ a: { 'x-nullable': true } })],
  ['true and false', [true, false], { type: 'boolean' }],
  ['times', ['2024-10-21T10:00:00Z', '2024-10-21T10:00:00.123+02:00'], { type: 'string', format: 'date-time' }],
  ['times and other texts', ['2024-10-21T10:00:00Z', 'soon'], { type: 'string' }],
  ['a date is no time', ['2024-10-21'], { type: 'string' }],
  ['an empty list', [[]], { type: 'array', items: {} }],
  ['items of several lists', [[1], [], [null, 2.5]], { type: 'array', items: { type: 'number', 'x-nullable': true } }],
  ['an empty object', [{}, {}], { type: 'object' }],
  ['nothing is required of an answer', [{ a: 1 }, { a: 2 }], object({ a: { type: 'integer' } })],
  [
    'the commonest property first, then as in the answers',
    [
      { z: 1, a: 1, m: 1 },
      { z: 1, a: 1, b: 1 },
      { z: 1, m: 1, a: 1 },
    ],
    object({ z: { type: 'integer' }, a: { type: 'integer' }, m: { type: 'integer' }, b: { type: 'integer' } }),
  ],
  [
    'few objects tell nothing of rare names',
    many(4, (index) => Object.fromEntries(many(10, (at) => [`a${index}x${at}`, 1]))),
    object(Object.fromEntries(many(40, (at) => [`a${Math.floor(at / 10)}x${at % 10}`, { type: 'integer' }]))),
  ],
  [
    'many names that are not rare',
    many(30, (index) => Object.fromEntries(many(10, (at) => [`a${(index + at) % 30}`, 1]))),
    object(Object.fromEntries(many(30, (at) => [`a${at}`, { type: 'integer' }]))),
  ],
  [
    'many rare names of two types',
    many(30, (index) => ({ [`a${index}`]: index === 0 ? 'x' : 1 })),
    object(Object.fromEntries(many(30, (at) => [`a${at}`, { type: at === 0 ? 'string' : 'integer' }]))),
  ],
  ['the commonest of several types', [1, 'a', 'b'], { type: 'string' }],
  ['a text where types are equally common', [{ a: [1] }, { a: 'b' }], object({ a: { type: 'string' } })],
  ['names that are numbers', [{ 50256: -100, 198: 1 }], { type: 'object', additionalProperties: { type: 'integer' } }],
  [
    'many rare names of one type',
    many(30, (index) => ({ [`a${index}`]: 1 })),
    { type: 'object', additionalProperties: { type: 'integer' } },
  ],
  [
    'more names than a body may have',
    [Object.fromEntries(many(257, (index) => [`a${index}`, { b: index }]))],
    { type: 'object', additionalProperties: object({ b: { type: 'integer' } }) },
  ],
  [
    'names that look like parts of the language',
    [JSON.parse('{"__proto__":{"constructor":1},"$ref":"x"}')],
    object(
      JSON.parse(
        '{"__proto__":{"type":"object","properties":{"constructor":{"type":"integer"}}},"$ref":{"type":"string"}}',
      ),
    ),
  ],
])('%s', (_name, answers, want) => {
  expect(plain(inferred(answers, 'answers').schema)).toEqual(want);
  expect(plain(inferred(answers.toReversed(), 'answers').schema)).toEqual(want);
});

test('properties are in the order in which objects have them, the commonest first', () => {
  const answers = [
    { z: 1, a: 1, m: 1 },
    { z: 1, b: 1, a: 1, c: 1 },
    { z: 1, m: 1, a: 1 },
  ];
  const { schema } = inferred(answers, 'answers');
  expect(schema && Object.keys(schema.properties ?? {})).toEqual(['z', 'a', 'm', 'b', 'c']);
});

test('many names are kept apart where one of them is common', () => {
  const answers = many(30, (index) => ({ id: 1, [`a${index}`]: 1 }));
  const schema = plain(inferred(answers, 'answers').schema);
  expect(isObject(schema) && isObject(schema['properties']) && Object.keys(schema['properties'])).toHaveLength(31);
});

describe('what is required of a request', () => {
  test('what none was without', () => {
    const { schema, findings } = inferred([{ a: 1, b: 1 }, { b: 1 }], 'requests');
    expect(schema).toEqual({
      type: 'object',
      required: ['b'],
      properties: {
        b: { type: 'integer', 'x-ms-summary': 'B', description: 'The b.', 'x-ms-visibility': 'important' },
        a: { type: 'integer', 'x-ms-summary': 'A', description: 'The a.', 'x-ms-visibility': 'advanced' },
      },
    });
    expect(findings.map(({ pointer }) => pointer)).toEqual([
      '/info/description',
      '/paths/~1tickets/post/description',
      '/paths/~1tickets/post/parameters/0/schema/properties/b/description',
      '/paths/~1tickets/post/parameters/0/schema/properties/a/description',
      '/security',
    ]);
  });

  test('of a single one it is not known, and a person is asked', () => {
    const { schema, findings } = inferred([{ list: [{ c: 1 }] }], 'requests');
    expect(plain(schema)).toEqual(object({ list: { type: 'array', items: object({ c: { type: 'integer' } }) } }));
    expect(JSON.stringify(schema).match(/"x-ms-visibility":"\w+"/g)).toEqual(
      many(2, () => '"x-ms-visibility":"important"'),
    );
    expect(findings.map(({ message }) => message)).toContain(
      'Only one request was seen: write which of its properties are required.',
    );
  });

  test('what is required of something optional is advanced', () => {
    const { schema } = inferred([{ a: { b: 1 } }, { a: { b: 2 } }, {}], 'requests');
    expect(schema).toEqual({
      type: 'object',
      properties: {
        a: {
          type: 'object',
          'x-ms-summary': 'A',
          description: 'The a.',
          'x-ms-visibility': 'advanced',
          required: ['b'],
          properties: {
            b: { type: 'integer', 'x-ms-summary': 'B', description: 'The b.', 'x-ms-visibility': 'advanced' },
          },
        },
      },
    });
  });
});

describe('what contract.json says', () => {
  test.each<[string, readonly Json[], unknown]>([
    ['nothing of one answer', [{ a: 1, b: [1] }], undefined],
    [
      'what all answers have',
      [
        { a: 1, b: [{ c: 1 }] },
        { a: null, b: [{ c: 2, d: 1 }], e: {} },
      ],
      {
        expect: {
          required: ['a', 'b'],
          properties: { b: { minItems: 1, items: { required: ['c'] } } },
        },
      },
    ],
    [
      'what all values of a map have',
      [{ 1: { a: 1 } }, { 2: { a: 1 } }],
      { expect: { additionalProperties: { required: ['a'] } } },
    ],
    [
      'another type',
      [{ a: 'x' }, { a: [{ b: 1 }] }, { a: 'y' }, {}],
      { wider: { '/a': { type: 'array', items: { type: 'object' } }, '': { type: 'object', maxProperties: 0 } } },
    ],
    ['several other types', [['x', 1, true, 'y']], { wider: { '/*': {} } }],
    [
      'lists beside a commoner text may be empty',
      [{ a: 'x' }, { a: 'x' }, { a: 'x' }, { a: ['y'] }, { a: ['y'] }, { b: { c: 1 } }],
      { wider: { '/a': { type: 'array', items: { type: 'string' } } } },
    ],
    ['another type and nothing', [{ a: 1 }, { a: 1 }, {}, []], { wider: { '': {} } }],
    ['another type of the whole', [[], [], {}], { wider: { '': { type: 'object' } } }],
  ])('%s', (_name, answers, want) => {
    expect(inferred(answers, 'answers').contract?.responses?.['200']).toEqual(want);
  });

  test('of a request only other types', () => {
    const { contract } = inferred([{ 'a/b': 'x' }, { 'a/b': 'y' }, { 'a/b': [] }], 'requests');
    expect(contract).toEqual({ request: { wider: { '/a~1b': { type: 'array', items: {} } } } });
  });
});

describe('enums', () => {
  const answers = many(40, (index) => ({ state: index % 2 === 0 ? 'open' : 'closed', id: `id${index}`, none: '' }));
  test('only where they are asked for', () => {
    expect(plain(inferred(answers, 'answers').schema)).toEqual(
      object({ state: { type: 'string' }, id: { type: 'string' }, none: { type: 'string' } }),
    );
  });
  test('of texts that were seen often', () => {
    expect(plain(inferred(answers, 'answers', { enums: true }).schema)).toEqual(
      object({ state: { type: 'string', enum: ['closed', 'open'] }, id: { type: 'string' }, none: { type: 'string' } }),
    );
  });
  test('not of what stands for a credential', () => {
    const secrets = many(40, () => ({ password: 'S3CR3T', state: 'open' }));
    expect(plain(inferred(secrets, 'answers', { enums: true }).schema)).toEqual(
      object({ password: { type: 'string' }, state: { type: 'string', enum: ['open'] } }),
    );
  });
  test('not of texts that were seen seldom', () => {
    expect(plain(inferred(answers.slice(0, 19), 'answers', { enums: true }).schema)).toEqual(
      object({ state: { type: 'string' }, id: { type: 'string' }, none: { type: 'string' } }),
    );
  });
});

test('a body of too many schemas is described as far as it may go', () => {
  const answer = Object.fromEntries(
    many(30, (at) => [`a${at}`, Object.fromEntries(many(30, (in_) => [`b${in_}`, 1]))]),
  );
  const { schema, findings } = inferred([answer], 'answers');
  expect(plain(schema)).toEqual(object(Object.fromEntries(many(30, (at) => [`a${at}`, { type: 'object' }]))));
  expect(
    findings.filter(({ code }) => code === 'too-varied').map(({ pointer, message }) => [pointer, message]),
  ).toEqual([
    [
      '/paths/~1tickets/post/responses/200/schema',
      'The body has more than 512 schemas or 32 levels; it is described down to level 1.',
    ],
  ]);
});

test('descriptions say what the recordings have shown', () => {
  const { schema } = inferred(
    [{ maxTokens: null, URL: 1, '': 'x' }, { maxTokens: 1, '': 'y' }, { '': 'z' }],
    'answers',
  );
  expect(schema).toEqual(
    object({
      '': { type: 'string', description: 'A value without a name.' },
      maxTokens: {
        type: 'integer',
        'x-nullable': true,
        'x-ms-summary': 'Max tokens',
        description: 'The max tokens; it can be null or absent.',
      },
      URL: { type: 'integer', 'x-ms-summary': 'URL', description: 'The URL; it can be absent.' },
    }),
  );
});
