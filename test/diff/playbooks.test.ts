import type { Json, JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import type { Connector } from '../../src/definition/connector.js';
import { ANY_DEPTH, ANY_ITEM, ANY_NAME, type Change, type Hit, type HitPart } from '../../src/diff/change.js';
import { playbookHits, type Deployed } from '../../src/diff/playbooks.js';
import type { Document } from '../../src/openapi/types.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';

const operation = (operationId: string, more: object = {}) => ({ operationId, responses: {}, ...more });
const old: Connector = {
  name: 'things',
  definition: {
    swagger: '2.0',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': { get: operation('List'), post: operation('Create') },
      '/things/{id}': { get: operation('Get'), delete: operation('Remove', { 'x-ms-visibility': 'internal' }) },
      '/things/{id}/parts': { get: operation('Parts') },
      '/things/{id}/secret': { get: operation('Parts', { 'x-ms-visibility': 'internal' }) },
      '/hooks': { post: operation('Watch', { 'x-ms-trigger': 'single' }) },
    },
  } as Document,
  properties: { properties: {} },
  contract: { formatVersion: 1, operations: {} },
};

const change = (hits: readonly Hit[], code = 'type-changed'): Change => ({
  code,
  severity: 'error',
  message: 'It changed.',
  pointer: '',
  effect: 'moves',
  direction: 'sends',
  breaking: true,
  bump: 'major',
  subject: 'it',
  hits,
});

const custom = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/customApis/Things';
const managed = '/subscriptions/s/providers/Microsoft.Web/locations/l/managedApis/other';

function action(method: string, path: string, inputs: JsonObject = {}, key = 'k'): Json {
  const host = { connection: { name: `@parameters('$connections')['${key}']['connectionId']` } };
  return { type: 'ApiConnection', inputs: { host, method, path, ...inputs } };
}

/** What is hit in a workflow with these actions: `call: where, ...`, with a question mark where it is not certain. */
function hit(
  changes: readonly Change[],
  actions: Json,
  { names, triggers = {}, apis = { k: custom } }: Partial<Deployed> & { triggers?: Json; apis?: JsonObject } = {},
): string[] {
  const value = Object.fromEntries(Object.entries(apis).map(([key, id]) => [key, { id }]));
  const file = { definition: { triggers, actions }, parameters: { $connections: { value } } };
  const read = readWorkflows(readJson('w.json', JSON.stringify(file)));
  expect(read.findings).toEqual([]);
  const found = playbookHits(changes, [read], { old, ...(names && { names }) });
  return found.map(({ call, places }) => {
    const where = places.map((place) => `${place.action ?? 'outputs'}${place.certain ? '' : '?'}`);
    return `${call.step.name}: ${where.join(', ')}`;
  });
}

const every = (method: string, path: string): Change => change([{ method, path, concerns: 'every' }]);

describe('the operation of a call', () => {
  test.each<[string, Change, Json, readonly string[]]>([
    [
      'by method and path',
      every('post', '/things'),
      { A: action('post', '/things'), B: action('get', '/things') },
      ['A: A'],
    ],
    ['in any case of the method', every('post', '/things'), { A: action('POST', '/things') }, ['A: A']],
    [
      'an expression for a parameter',
      every('get', '/things/{id}'),
      { A: action('get', "/things/@{encodeURIComponent('x')}") },
      ['A: A'],
    ],
    [
      'the longest pattern first',
      every('get', '/things/{id}/parts'),
      { A: action('get', '/things/@{1}/parts'), B: action('get', '/things/@{1}') },
      ['A: A'],
    ],
    ['a text for a parameter', every('get', '/things/{id}'), { A: action('get', '/things/7') }, ['A: A']],
    ['a hidden operation', every('delete', '/things/{id}'), { A: action('delete', '/things/7') }, ['A: A']],
    [
      'all of them',
      change([{ concerns: 'every' }]),
      { A: action('get', '/things'), B: action('post', '/things') },
      ['A: A', 'B: B'],
    ],
    [
      'a path of another',
      change([{ concerns: 'every' }]),
      { A: action('get', '/other'), B: action('put', '/things') },
      [],
    ],
    ['a path that only a run knows', change([{ concerns: 'every' }]), { A: action('get', "@variables('p')") }, []],
  ])('%s', (_name, one, actions, expected) => {
    expect(hit([one], actions)).toEqual(expected);
  });

  test('of Power Automate, by its id', () => {
    const host = { connectionName: 'k', operationId: 'Get', apiId: '/providers/Microsoft.PowerApps/apis/x' };
    const actions = { A: { type: 'OpenApiConnection', inputs: { host, parameters: { id: 1 } } } };
    expect(hit([every('get', '/things/{id}')], actions)).toEqual(['A: A']);
    expect(hit([every('get', '/things')], actions)).toEqual([]);
    const given = change([
      { method: 'get', path: '/things/{id}', concerns: 'given', part: { in: 'query', name: 'q', fields: [] } },
    ]);
    expect(hit([given], actions)).toEqual(['A: A?']);
  });

  test('a new path breaks what stores the path, a new operationId what stores the operationId', () => {
    const host = { connectionName: 'k', operationId: 'Get', apiId: '/providers/Microsoft.PowerApps/apis/x' };
    const actions = {
      Addressed: action('get', '/things/7'),
      Named: { type: 'OpenApiConnection', inputs: { host, parameters: { id: 1 } } },
    };
    const one = (concerns: Hit['concerns']) => change([{ method: 'get', path: '/things/{id}', concerns }]);
    expect(hit([one('addressed')], actions)).toEqual(['Addressed: Addressed']);
    expect(hit([one('named')], actions)).toEqual(['Named: Named']);
  });
});

describe('the connection of a call', () => {
  const one = every('get', '/things');
  const actions = { A: action('get', '/things') };
  test.each<[string, JsonObject, readonly string[] | undefined, readonly string[]]>([
    ['a custom connector', { k: custom }, undefined, ['A: A']],
    ['of this name', { k: custom }, ['x', 'THINGS'], ['A: A']],
    ['of another name', { k: custom }, ['x'], []],
    ['of a name that is not known', { k: "/providers/Microsoft.Web/customApis/@{'x'}" }, undefined, ['A: A']],
    ['one that Microsoft runs', { k: managed }, undefined, []],
    ['one that Microsoft runs, of this name', { k: managed }, ['Other'], ['A: A']],
    ['one that is not known', { k: '' }, ['x'], ['A: A']],
  ])('%s', (_name, apis, names, expected) => {
    expect(hit([one], actions, { apis, ...(names && { names }) })).toEqual(expected);
  });

  test('one that is not known and is used for other things too', () => {
    const more = { A: action('get', '/things'), B: action('get', '/other'), C: action('get', '/things', {}, 'c') };
    expect(hit([one], more, { apis: { k: '', c: '' } })).toEqual(['A: A?', 'C: C']);
  });
});

describe('what a call sends', () => {
  const body = (...fields: HitPart['fields']): HitPart => ({ in: 'body', fields });
  const query = (name: string): HitPart => ({ in: 'query', name, fields: [] });
  const header = (name: string): HitPart => ({ in: 'header', name, fields: [] });
  const list = { rows: [{ a: 1 }, { b: { c: 1 } }] };

  // what is hit of the action A: given, then missing
  test.each<[string, HitPart, JsonObject, string, string]>([
    ['a property that is sent', body('x'), { body: { x: 1 } }, 'A', ''],
    ['one that is null', body('x'), { body: { x: null } }, 'A', ''],
    ['one that is not', body('x'), { body: { y: 1 } }, '', 'A'],
    ['one whose value a run knows', body('x'), { body: { x: '@item()' } }, 'A', ''],
    ['a body that a run knows', body('x'), { body: '@item()' }, 'A?', 'A?'],
    ['a part that a run knows', body('y', 'x'), { body: { y: '@item()' } }, 'A?', 'A?'],
    ['a name that a run knows', body('x'), { body: { '@{item()}': 1 } }, 'A?', 'A?'],
    ['in something that is not sent', body('y', 'x'), { body: {} }, '', ''],
    ['in a text', body('x'), { body: 'x' }, '', ''],
    ['no body', body('x'), {}, '', ''],
    ['the body', body(), {}, '', 'A'],
    ['the body, which is sent', body(), { body: [] }, 'A', ''],
    ['in items', body('rows', ANY_ITEM, 'a'), { body: list }, 'A', 'A'],
    ['in items, deeper', body('rows', ANY_ITEM, 'b', 'c'), { body: list }, 'A', ''],
    ['in no items', body('rows', ANY_ITEM, 'a'), { body: { rows: [] } }, '', ''],
    ['by any name', body(ANY_NAME, ANY_ITEM, 'b'), { body: list }, 'A', 'A'],
    ['at any depth', body(ANY_DEPTH, 'c'), { body: list }, 'A', 'A, A, A'],
    ['a query parameter', query('q'), { queries: { q: 1 } }, 'A', ''],
    ['another query parameter', query('q'), { queries: { Q: 1 } }, '', 'A'],
    ['no query', query('q'), {}, '', 'A'],
    ['a header in any case', header('X-A'), { headers: { 'x-a': '1' } }, 'A', ''],
    ['another header', header('X-A'), { headers: { 'x-b': '1' } }, '', 'A'],
    ['a path parameter', { in: 'path', name: 'id', fields: [] }, {}, 'A', ''],
    ['a form', { in: 'formData', name: 'f', fields: [] }, {}, 'A?', 'A?'],
  ])('%s', (_name, part, inputs, given, missing) => {
    const of = (concerns: Hit['concerns']) =>
      hit([change([{ method: 'post', path: '/things', concerns, part }])], { A: action('post', '/things', inputs) });
    const text = (found: readonly string[]) => found.join().replace('A: ', '');
    expect([text(of('given')), text(of('missing'))]).toEqual([given, missing]);
  });
});

describe('what is used of an answer', () => {
  const response = (...fields: HitPart['fields']): HitPart => ({ in: 'response', status: '200', fields });
  const parse = (expression: string, schema: Json) => ({ type: 'ParseJson', inputs: { content: expression, schema } });

  test.each<[string, HitPart, JsonObject, string]>([
    ['the same', response('x'), { B: "@body('A')?['x']" }, 'B'],
    ['in another case', response('X'), { B: "@body('a')?['x']" }, 'B'],
    ['in it', response('x'), { B: "@body('A')?['x']?['y']" }, 'B'],
    ['around it, which may mean it', response('x', 'y'), { B: "@body('A')?['x']" }, 'B?'],
    ['the whole', response('x'), { B: "@body('A')", C: "@outputs('A')" }, 'B?, C?'],
    ['another', response('x'), { B: "@body('A')?['y']" }, ''],
    ['the status', response('x'), { B: "@outputs('A')['statusCode']" }, ''],
    ['its items', response('rows', ANY_ITEM, 'x'), { B: "@body('A')?['rows'][0]?['x']" }, 'B'],
    ['its length', response('rows', ANY_ITEM, 'x'), { B: "@length(body('A')?['rows'])" }, ''],
    ['the list of its length', response('rows'), { B: "@length(body('A')?['rows'])" }, 'B'],
    ['any name', response(ANY_NAME, 'x'), { B: "@body('A')?['k']?['x']" }, 'B'],
    [
      'any depth',
      response('n', ANY_DEPTH, 'x'),
      { B: "@body('A')?['n']?['n']?['n']?['x']", C: "@body('A')?['n']?['x']?['z']" },
      'B, C',
    ],
    ['not at any depth', response(ANY_DEPTH, 'x'), { B: "@length(body('A')?['n'])" }, ''],
    ['a name with a slash', response('a/b'), { B: "@body('A')?['a/b']" }, 'B'],
    [
      'a header',
      { in: 'response-header', name: 'ETag', fields: [] },
      { B: "@outputs('A')['headers']['etag']", C: "@body('A')?['etag']" },
      'B',
    ],
    ['a failure', { in: 'response', status: '404', fields: ['error'] }, { B: "@body('A')?['error']" }, 'B?'],
    ['the default', { in: 'response', status: 'default', fields: ['x'] }, { B: "@body('A')?['x']" }, 'B'],
  ])('%s', (_name, part, expressions, expected) => {
    const others = Object.entries(expressions).map(([name, inputs]) => [name, { type: 'Compose', inputs: [inputs] }]);
    const actions = { A: action('post', '/things'), ...Object.fromEntries(others) };
    const found = hit([change([{ method: 'post', path: '/things', concerns: 'read', part }])], actions);
    expect(found).toEqual(expected === '' ? [] : [`A: ${expected}`]);
  });

  test('a Parse JSON, by what its schema asks for', () => {
    const actions = {
      A: action('post', '/things'),
      P: parse("@body('A')", { properties: { x: { type: 'string' } } }),
      Q: parse("@body('A')", { required: ['x'], properties: { x: {} } }),
    };
    const of = (code: string) =>
      hit([change([{ method: 'post', path: '/things', concerns: 'read', part: response('x') }], code)], actions);
    expect(of('type-changed')).toEqual(['A: P, Q']);
    expect(of('output-removed')).toEqual(['A: Q']);
  });

  test('what a webhook receives is its event, not the answer to its subscription', () => {
    const host = { connection: { name: "@parameters('$connections')['k']['connectionId']" } };
    const stored = { type: 'ApiConnectionWebhook', inputs: { host, path: '/hooks' } };
    const of = (part: HitPart) =>
      hit(
        [change([{ method: 'post', path: '/hooks', concerns: 'read', part }])],
        { B: { type: 'Compose', inputs: ["@triggerBody()?['x']"] } },
        { triggers: { T: stored } },
      );
    expect(of({ in: 'event', fields: ['x'] })).toEqual(['T: B']);
    expect(of({ in: 'response', status: '201', fields: ['x'] })).toEqual([]);
  });
});

test('a place is certain where one hit is', () => {
  const given = (...fields: string[]): Hit => ({
    method: 'post',
    path: '/things',
    concerns: 'given',
    part: { in: 'body', fields },
  });
  const actions = { A: action('post', '/things', { body: { y: '@item()' } }) };
  const hits = [given('y', 'x'), given('y'), given('y', 'z')];
  expect(hit([change(hits.slice(0, 1))], actions)).toEqual(['A: A?']);
  expect(hit([change(hits)], actions)).toEqual(['A: A']);
});

test('hits say where, file by file, in the order of the changes', () => {
  const actions = { A: action('post', '/things', { body: { x: 1 } }), B: action('get', '/things') };
  const file = { definition: { triggers: {}, actions, outputs: { o: { value: "@body('B').y" } } } };
  const read = readWorkflows(readJson('w.json', JSON.stringify(file)));
  const changes = [
    change([{ method: 'get', path: '/things', concerns: 'read', part: { in: 'response', fields: ['y'] } }]),
    change([{ concerns: 'every' }]),
    change([
      { method: 'post', path: '/things', concerns: 'given', part: { in: 'body', fields: ['x'] } },
      { method: 'post', path: '/things', concerns: 'given', part: { in: 'body', fields: [ANY_NAME] } },
    ]),
  ];
  const found = playbookHits(changes, [read, { ...read, file: 'v.json' }], { old });
  const at = '/definition/actions';
  const once = [
    ['A', 1, [{ action: 'A', pointer: `${at}/A`, certain: true }]],
    ['A', 2, [{ action: 'A', pointer: `${at}/A/inputs/body/x`, certain: true }]],
    ['B', 0, [{ pointer: '/definition/outputs/o/value', certain: true }]],
    ['B', 1, [{ action: 'B', pointer: `${at}/B`, certain: true }]],
  ];
  expect(
    found.map(({ file: name, call, change: one, places }) => [name, call.step.name, changes.indexOf(one), places]),
  ).toEqual(['w.json', 'v.json'].flatMap((name) => once.map((one) => [name, ...one])));
});
