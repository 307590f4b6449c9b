import type { Json } from '../../src/core/json.js';
import { connectorOf, type LintExample } from '../../src/lint/example.js';
import { lint, type LintOptions } from '../../src/lint/lint.js';
import type { LintRule } from '../../src/lint/rule.js';
import { answerSchemaMissing } from '../../src/lint/rules/answer-schema-missing.js';
import { extensionValueUnknown } from '../../src/lint/rules/extension-value-unknown.js';
import { familyWithManyActive } from '../../src/lint/rules/family-with-many-active.js';
import { mediaTypeInvalid } from '../../src/lint/rules/media-type-invalid.js';
import { notificationUnfit } from '../../src/lint/rules/notification-unfit.js';
import { notificationUrlUnfit } from '../../src/lint/rules/notification-url-unfit.js';
import { operationDescriptionFullStop } from '../../src/lint/rules/operation-description-full-stop.js';
import { operationIdRevision } from '../../src/lint/rules/operation-id-revision.js';
import { pathRepeated } from '../../src/lint/rules/path-repeated.js';
import { pathSwallowed } from '../../src/lint/rules/path-swallowed.js';
import { pathTemplateInvalid } from '../../src/lint/rules/path-template-invalid.js';
import { pathWithoutOperation } from '../../src/lint/rules/path-without-operation.js';
import { revisionMissing } from '../../src/lint/rules/revision-missing.js';
import { revisionRepeated } from '../../src/lint/rules/revision-repeated.js';
import { summaryCase } from '../../src/lint/rules/summary-case.js';
import { testConnectionUnfit } from '../../src/lint/rules/test-connection-unfit.js';
import { triggerWording } from '../../src/lint/rules/trigger-wording.js';

/* What rules over operations, paths, answers and triggers say beyond their examples. */

type Definition = NonNullable<LintExample['definition']>;

const lintOf = (definition: Definition, options: LintOptions = {}) =>
  lint(connectorOf({ definition, at: [] }), options);

/** What these rules say of the example connector with these changes. */
const messages = (definition: Definition, ...rules: readonly LintRule[]): readonly string[] =>
  lintOf(definition, { rules }).map(({ message }) => message);

const ticket = '/paths/~1tickets~1{id}/get';
const hook = '/paths/~1hooks/post';
const answers = { '200': { description: 'All of it.' } };
const readAll = { operationId: 'ReadAll', responses: answers };

/** Paths, each with a GET, in place of those of the example connector. */
const paths = (...names: readonly string[]): Definition => ({
  '/paths': Object.fromEntries(names.map((name) => [name, { get: readAll }])),
});

test.each([
  ['/a/{x}', 0],
  ['/a({x},{y})', 0],
  ['/a/{x y}', 0],
  ['/a/{x', 1],
  ['/a/x}', 1],
  ['/a/{x/y}', 1],
  ['/a/{{x}}', 1],
  ['/a/{}', 1],
  ['/a/{x=1}', 1],
  ['/a/x=1', 0],
])('the path %s', (path, count) => {
  expect(messages(paths(path), pathTemplateInvalid)).toHaveLength(count);
});

test.each<[names: readonly string[], repeated: number, swallowed: number]>([
  [['/a/{x}', '/a/{y}'], 1, 0],
  [['/a/{x}/b', '/a/{y}/c'], 0, 0],
  [['/a/{x}', '/a/b'], 0, 1],
  [['/a/b', '/a/{x}'], 0, 1],
  [['/a/{x}/{y}', '/a/b/{y}', '/a/b/c'], 0, 2],
  [['/a/{x}/b', '/a/c/{y}'], 0, 0],
  [["/a('{x}')", '/a/b'], 0, 0],
  [['/a/{x}', '/a'], 0, 0],
  [['/a/{x}', '/A/{X}'], 0, 0],
  [['/a/{x}', '/A/{y}'], 1, 0],
  [['/a/{x}', '/A/b'], 0, 1],
])('of the paths %j some cannot be told apart', (names, repeated, swallowed) => {
  expect(messages(paths(...names), pathRepeated)).toHaveLength(repeated);
  expect(messages(paths(...names), pathSwallowed)).toHaveLength(swallowed);
});

test('a path of another method swallows nothing', () => {
  const definition = { '/paths': { '/a/{x}': { get: readAll }, '/a/b': { post: readAll } } };
  expect(messages(definition, pathSwallowed, pathRepeated)).toEqual([]);
});

test('a definition without paths', () => {
  expect(messages({ '/paths': {} }, pathWithoutOperation)).toEqual([
    'The definition has no paths, expected at least one operation.',
  ]);
});

test.each([
  ['application/json', true],
  ['Application/JSON ; charset=utf-8', true],
  ['application/*+json', true],
  ['*/*', true],
  ['application/vnd.ms-excel', true],
  ['application', false],
  ['', false],
  ['application/', false],
  ['application/json, text/plain', false],
])('the media type %j', (type, isSound) => {
  expect(messages({ '/produces': [type] }, mediaTypeInvalid)).toHaveLength(isSound ? 0 : 1);
});

test.each<[value: Json, said: string, fixed: string | undefined]>([
  ['Internal', '"x-ms-visibility" is "Internal". Did you mean "internal"?', 'internal'],
  ['advanced ', '"x-ms-visibility" is "advanced ". Did you mean "advanced"?', 'advanced'],
  ['', '"x-ms-visibility" is "", expected one of "important", "advanced", "internal".', undefined],
  [true, '"x-ms-visibility" is true, expected one of "important", "advanced", "internal".', undefined],
])('the visibility %j', (value, said, fixed) => {
  const at = `${ticket}/x-ms-visibility`;
  const found = lintOf({ [at]: value }, { rules: [extensionValueUnknown] });
  expect(found.map(({ message, fix }) => [message, fix])).toEqual([
    [said, fixed === undefined ? undefined : { set: at, value: fixed }],
  ]);
});

test('the one right answer is given', () => {
  const changes = { [`${ticket}/summary`]: 'get a ticket', [`${ticket}/description`]: 'Reads one ticket ' };
  const rules = [summaryCase, operationDescriptionFullStop];
  expect(lintOf(changes, { rules }).map(({ fix }) => fix)).toEqual([
    { set: `${ticket}/summary`, value: 'Get a ticket' },
    { set: `${ticket}/description`, value: 'Reads one ticket.' },
  ]);
});

test('an address at the end of a description gets no full stop', () => {
  const definition = { [`${ticket}/description`]: 'Reads a ticket, see https://www.contoso.com/help' };
  expect(messages(definition, operationDescriptionFullStop)).toEqual([]);
});

test('what is internal is called as one likes', () => {
  const words = { summary: 'list', description: 'list', 'x-ms-trigger': 'single' };
  const changes = Object.entries(words).map(([key, value]) => [`/paths/~1queues/get/${key}`, value] as const);
  expect(lintOf(Object.fromEntries(changes), { rules: [triggerWording, summaryCase] })).toEqual([]);
});

test.each<[operationId: string, revision: Json, count: number]>([
  ['GetTicket', 1, 0],
  ['GetTicket', 2, 1],
  ['GetTicketV2', 2, 0],
  ['GetTicket_V12', 2, 1],
  ['GetTicket', '2', 0],
  ['GetTicket', 2n ** 70n, 1],
])('the operationId %s of the revision %s', (operationId, revision, count) => {
  const definition = {
    [`${ticket}/operationId`]: operationId,
    [`${ticket}/x-ms-api-annotation`]: { family: 'GetTicket', revision },
  };
  expect(messages(definition, operationIdRevision)).toHaveLength(count);
});

test('operations without a revision do not have the same one', () => {
  const definition = {
    [`${ticket}/x-ms-api-annotation`]: { family: 'Ticket' },
    '/paths/~1queues/get/x-ms-api-annotation': { family: 'Ticket', revision: null },
  };
  const codes = lintOf(definition, { rules: [revisionMissing, revisionRepeated] }).map(({ code }) => code);
  expect(codes).toEqual(['revision-missing', 'revision-missing']);
});

test('what is deprecated is not active', () => {
  const status = (revision: number) => ({ family: '__proto__', revision, status: 'Production' });
  const definition = {
    [`${ticket}/x-ms-api-annotation`]: status(1),
    '/paths/~1queues/get/x-ms-api-annotation': status(2),
  };
  expect(messages(definition, familyWithManyActive)).toEqual([
    'The family "__proto__" has 2 operations in production, expected the older ones deprecated.',
  ]);
  expect(messages({ ...definition, [`${ticket}/deprecated`]: true }, familyWithManyActive)).toEqual([]);
});

test.each<[test: Json, said: readonly string[]]>([
  [{}, ['The test of a connection names no operation, expected an "operationId".']],
  [{ operationId: 'toString' }, []],
  [{ operationId: 'ListQueues' }, []],
  [
    { operationId: 'GetTicket', parameters: [] },
    ['The operation "GetTicket" tests the connection and requires "id", expected a value for it here.'],
  ],
  [7, []],
])('the test of the connection %j', (testConnection, said) => {
  expect(messages({ '/x-ms-capabilities': { testConnection } }, testConnectionUnfit)).toEqual(said);
});

test('the operation that a trigger is told by exists', () => {
  const definition = { [`${ticket}/x-ms-trigger`]: 'single', [`${ticket}/x-ms-notification`]: { operationId: 'None' } };
  expect(messages(definition, notificationUnfit)).toEqual([
    '"None" is no operationId of the definition, expected a trigger that polls and names a webhook.',
  ]);
});

const url = { type: 'string', 'x-ms-notification-url': true };
const below = (inner: Json, required: boolean): Json => ({
  type: 'object',
  properties: { inner },
  ...(required && { required: ['inner'] }),
});

test.each<[name: string, schema: Json, said: string | undefined]>([
  ['internal above', below({ ...Object(below(url, true)), 'x-ms-visibility': 'internal' }, true), undefined],
  ['optional above', below(below({ ...url, 'x-ms-visibility': 'internal' }, true), false), 'required'],
  ['in a list', { type: 'array', items: url }, 'internal'],
  ['in one of all', { allOf: [below(url, true)] }, 'internal'],
  ['referred to', below({ $ref: '#/definitions/Url' }, true), 'internal'],
])('the address of a webhook, %s', (_name, schema, said) => {
  const found = messages({ '/definitions/Url': url, [`${hook}/parameters/0/schema`]: schema }, notificationUrlUnfit);
  expect(found.map((message) => /is not (.*),/.exec(message)?.[1])).toEqual(said === undefined ? [] : [said]);
});

test('a schema that holds itself has no end and one address', () => {
  const definition = {
    '/definitions/Loop': {
      type: 'object',
      properties: { again: { $ref: '#/definitions/Loop' }, url },
    },
    [`${hook}/parameters/0/schema`]: { $ref: '#/definitions/Loop' },
  };
  expect(messages(definition, notificationUrlUnfit)).toHaveLength(1);
});

test('what answers nothing needs no schema', () => {
  const definition = { [`${ticket}/responses`]: { '204': { description: 'Done.' } } };
  expect(messages(definition, answerSchemaMissing)).toEqual([]);
  expect(messages({ [`${ticket}/responses`]: answers }, answerSchemaMissing)).toHaveLength(1);
});

const junk: readonly Json[] = [
  null,
  0,
  2n ** 70n,
  '',
  [null, 7, { operationId: '__proto__' }],
  JSON.parse('{"__proto__":{"operationId":7},"operationId":"constructor","replacement":7,"family":7,"schema":[]}'),
  { operationId: 'GetTicket', family: 'toString', revision: -1, replacement: [], testConnection: { operationId: 1 } },
];
const extensions = [
  'x-ms-api-annotation',
  'x-ms-capabilities',
  'x-ms-notification',
  'x-ms-notification-content',
  'x-ms-openai-data',
  'x-ms-operation-context',
  'x-ms-pageable',
  'x-ms-trigger',
  'x-ms-visibility',
];

test.each(junk.map((value, index) => [index, value] as const))(
  'every extension of operations, paths and the document can hold junk %i',
  (_index, value) => {
    const places = ['', '/info', '/paths/~1hooks', ticket, hook, '/paths/~1queues/get'];
    const changes = places.flatMap((place) => extensions.map((name) => [`${place}/${name}`, value] as const));
    const found = lintOf(Object.fromEntries(changes), { profile: 'certification' });
    expect(found.filter(({ message }) => !/[.?]$/.test(message))).toEqual([]);
  },
);
