import type { Json } from '../../src/core/json.js';
import type { Token } from '../../src/designer/token.js';
import { cardFor, cardsFor } from './card-of.js';

const said = ({ key, title, expression, loops }: Token) =>
  [`${key} | ${title} | ${expression}`, ...loops.map((over) => `over ${over}`)].join(' | ');
const outputsOf = (schema: object, more: object = {}, definitions?: Json) =>
  cardFor({ summary: 'Get it', responses: { 200: { description: '', schema } }, ...more }, definitions).outputs.map(
    said,
  );

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const list = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
const text = { type: 'string' };

const cases: Readonly<Record<string, readonly [schema: object, outputs: readonly string[], more?: object]>> = {
  'properties, with the titles of the objects around them': [
    object({
      who: object({ name: { ...text, title: 'Name' }, mail: text }, { title: 'Person' }),
      n: { type: 'integer' },
    }),
    [
      "body.$ | Body | body('Get_it')",
      "body.$.who | Person | body('Get_it')?['who']",
      "body.$.who.name | Person Name | body('Get_it')?['who']?['name']",
      "body.$.who.mail | Person mail | body('Get_it')?['who']?['mail']",
      "body.$.n | n | body('Get_it')?['n']",
    ],
  ],
  'what is required all the way is written without a question mark': [
    object(
      { a: object({ b: text, c: text }, { required: ['b'] }), d: object({ e: text }, { required: ['e'] }) },
      { required: ['a'] },
    ),
    [
      "body.$ | Body | body('Get_it')",
      "body.$.a | a | body('Get_it')['a']",
      "body.$.a.b | b | body('Get_it')['a']['b']",
      "body.$.a.c | c | body('Get_it')?['a']?['c']",
      "body.$.d | d | body('Get_it')?['d']",
      "body.$.d.e | e | body('Get_it')?['d']?['e']",
    ],
  ],
  'lists in lists: loops in loops': [
    object({
      rows: list(object({ name: text, cells: list(object({ x: text }), { title: 'Cells' }) }), { title: 'Rows' }),
    }),
    [
      "body.$ | Body | body('Get_it')",
      "body.$.rows | Rows | body('Get_it')?['rows']",
      "body.$.rows.[*] | Rows Item | items('For_each') | over body('Get_it')?['rows']",
      "body.$.rows.[*].name | Rows name | items('For_each')?['name'] | over body('Get_it')?['rows']",
      "body.$.rows.[*].cells | Rows Cells | items('For_each')?['cells'] | over body('Get_it')?['rows']",
      "body.$.rows.[*].cells.[*] | Rows Cells Item | items('For_each_1') | over body('Get_it')?['rows'] | over items('For_each')?['cells']",
      "body.$.rows.[*].cells.[*].x | Rows Cells x | items('For_each_1')?['x'] | over body('Get_it')?['rows'] | over items('For_each')?['cells']",
    ],
  ],
  'a list of texts': [
    list(text),
    ["body.$ | Body | body('Get_it')", "body.$.[*] | Item | items('For_each') | over body('Get_it')"],
  ],
  'an item with a title is not called after its list': [
    object({ rows: list(object({ x: text }, { title: 'Row' }), { title: 'Rows' }) }),
    [
      "body.$ | Body | body('Get_it')",
      "body.$.rows | Rows | body('Get_it')?['rows']",
      "body.$.rows.[*] | Row | items('For_each') | over body('Get_it')?['rows']",
      "body.$.rows.[*].x | Row x | items('For_each')?['x'] | over body('Get_it')?['rows']",
    ],
  ],
  'required through a list': [
    list(object({ x: text }, { required: ['x'] })),
    [
      "body.$ | Body | body('Get_it')",
      "body.$.[*] | Item | items('For_each') | over body('Get_it')",
      "body.$.[*].x | x | items('For_each')['x'] | over body('Get_it')",
    ],
  ],
  'what is internal is no output, nor what is in it': [
    object({
      a: { ...text, 'x-ms-visibility': 'internal' },
      b: object({ c: text }, { 'x-ms-visibility': 'Internal' }),
    }),
    ["body.$ | Body | body('Get_it')"],
  ],
  'known names, quotes and dots': [
    object({ body: text, "it's": text, 'a.b': text, 'x-ms-request-id': text, statusCode: text }),
    [
      "body.$ | Body | body('Get_it')",
      "body.$.body | Body | body('Get_it')?['body']",
      "body.$.it's | it's | body('Get_it')?['it''s']",
      "body.$.a~1b | a.b | body('Get_it')?['a.b']",
      "body.$.x-ms-request-id | Request Id | body('Get_it')?['x-ms-request-id']",
      "body.$.statusCode | Status Code | body('Get_it')?['statusCode']",
    ],
  ],
  'a file has no outputs': [{ type: 'file' }, []],
  'a schema without a type is the body alone': [{ properties: { a: text } }, ["body.$ | Body | body('Get_it')"]],
  'of allOf nothing is known': [{ type: 'object', allOf: [object({ a: text })] }, ["body.$ | Body | body('Get_it')"]],
  'a trigger': [
    object({ rows: list(object({ x: text })) }),
    [
      'body.$ | Body | triggerBody()',
      "body.$.rows | rows | triggerBody()?['rows']",
      "body.$.rows.[*] | Item | items('For_each') | over triggerBody()?['rows']",
      "body.$.rows.[*].x | x | items('For_each')?['x'] | over triggerBody()?['rows']",
    ],
    { 'x-ms-trigger': 'single' },
  ],
  'a batch trigger: a run for each item': [
    object({ rows: list(object({ x: text, in: list(object({ y: text })) })) }),
    [
      'body.$ | Body | triggerBody()',
      'body.$.rows.[*] | Item | triggerBody()',
      "body.$.rows.[*].x | x | triggerBody()?['x']",
      "body.$.rows.[*].in | in | triggerBody()?['in']",
      "body.$.rows.[*].in.[*] | Item | items('For_each') | over triggerBody()?['in']",
      "body.$.rows.[*].in.[*].y | y | items('For_each')?['y'] | over triggerBody()?['in']",
    ],
    { 'x-ms-trigger': 'batch' },
  ],
};

test.each(Object.entries(cases))('%s', (_name, [schema, outputs, more]) => {
  expect(outputsOf(schema, more)).toEqual(outputs);
});

test('headers of an answer', () => {
  const headers = {
    'Retry-After': { type: 'integer', description: 'Seconds.' },
    Id: { type: 'string', 'x-ms-summary': 'Call ID' },
  };
  const responses = { 202: { description: '', headers } };
  expect(cardFor({ summary: 'Get it', responses }).outputs.map(said)).toEqual([
    "body.$ | Body | body('Get_it')",
    "header.$.Retry-After | Retry-After | outputs('Get_it')['headers']['Retry-After']",
    "header.$.Id | Call ID | outputs('Get_it')['headers']['Id']",
  ]);
  expect(cardFor({ responses, 'x-ms-trigger': 'single' }).outputs.map(said).at(-1)).toBe(
    "header.$.Id | Call ID | triggerOutputs()['headers']['Id']",
  );
});

test('what is said of an output', () => {
  const schema = object(
    { a: { ...text, format: 'uuid', description: 'Which.', 'x-ms-visibility': 'advanced' } },
    { required: ['a'] },
  );
  const row = object({}, { 'x-ms-dynamic-schema': { operationId: 'Shape', parameters: {} } });
  const responses = { 200: { description: '', schema: { ...schema, properties: { ...schema.properties, row } } } };
  expect(cardFor({ responses }).outputs.slice(1)).toEqual([
    {
      key: 'body.$.a',
      pointer: '/paths/~1things/post/responses/200/schema/properties/a',
      title: 'a',
      description: 'Which.',
      type: 'string',
      format: 'uuid',
      visibility: 'advanced',
      expression: "body('Do_it')['a']",
      loops: [],
      required: true,
    },
    {
      key: 'body.$.row',
      pointer: '/paths/~1things/post/responses/200/schema/properties/row',
      title: 'row',
      type: 'object',
      visibility: 'none',
      expression: "body('Do_it')?['row']",
      loops: [],
      required: false,
      dynamic: { operationId: 'Shape', arguments: [] },
    },
  ]);
});

const answer = (name: string) => ({ description: '', schema: object({ [name]: text }) });

test.each<readonly [responses: readonly string[], taken: string | undefined]>([
  [['202'], '202'],
  [['404'], undefined],
  [['default'], 'default'],
  [['default', '201', '200'], '200'],
  [['default', '201', '202'], '201'],
  [['404', 'default'], 'default'],
  [['202', '204'], undefined],
  [[], undefined],
])('of the answers %j the designer takes %s', (statuses, taken) => {
  const responses = Object.fromEntries(statuses.map((status) => [status, answer(`of${status}`)]));
  const card = cardFor({ responses });
  expect([card.answer, card.outputs.map(({ title }) => title)]).toEqual([
    taken,
    ['Body', ...(taken ? [`of${taken}`] : [])],
  ]);
});

test('a webhook tells what its notification holds', () => {
  const operation = { operationId: 'Hook', 'x-ms-trigger': 'single', responses: { 201: answer('id') } };
  const item = { 'x-ms-notification-content': { schema: object({ who: text }) }, post: operation };
  const [card] = cardsFor({ '/hooks': item } as unknown as Json); // JSON of a test
  expect([card?.answer, card?.outputs.map(said)]).toEqual([
    'notification',
    ['body.$ | Body | triggerBody()', "body.$.who | who | triggerBody()?['who']"],
  ]);
});
