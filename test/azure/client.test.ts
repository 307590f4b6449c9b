import { Secret } from '../../src/core/secret.js';
import { armError } from '../../src/azure/arm-error.js';
import { armClient } from '../../src/azure/client.js';
import { clouds } from '../../src/azure/cloud.js';
import { explained } from '../../src/azure/explanations.js';
import { refusal } from '../../src/azure/faults.js';
import type { ArmRequest, ArmResponse } from '../../src/azure/message.js';
import { MOST_ATTEMPTS, waitBefore } from '../../src/azure/retry.js';
import { tidy } from '../../src/azure/tidy.js';
import type { Json } from '../../src/core/json.js';
import { invalidApiDefinition, invalidSwagger, otherBasePath } from '../../src/emulator/service-error.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import { connection, connectionBody, customApi, customApiBody, group, noon, subscription } from '../emulator/ask.js';
import { azure, canary, faultOf } from './azure.js';

const path = `${group}/providers/Microsoft.Web/customApis/things`;
const version = '2016-06-01';

/** A client of which each request gets the next answer. */
function scripted(answers: readonly Partial<ArmResponse>[]) {
  const requests: ArmRequest[] = [];
  const send = async (request: ArmRequest) => {
    requests.push(request);
    return { status: 200, headers: {}, body: '', ...answers[requests.length - 1] };
  };
  return { requests, client: armClient({ send, now: () => noon, sleep: async () => undefined }, clouds.usgov) };
}

const answer = (status: number, headers: Record<string, string> = {}) =>
  ({ kind: 'answer', response: { status, headers, body: '' }, value: undefined }) as const;
const lost = { kind: 'lost', why: '' } as const;

test.each([
  ['a wait that is asked for in seconds', answer(429, { 'retry-after': '12' }), 'GET', 1, 12_000],
  ['a date', answer(503, { 'retry-after': 'Sun, 22 Nov 2026 12:00:05 GMT' }), 'PUT', 1, 4500],
  ['a date that has passed', answer(503, { 'retry-after': 'Sun, 22 Nov 2020 12:00:05 GMT' }), 'PUT', 1, 0],
  ['milliseconds', answer(429, { 'retry-after-ms': '250', 'retry-after': '1' }), 'GET', 1, 250],
  ['a wait of our own', answer(500), 'DELETE', 3, 2000],
  ['none that is longer than a minute of ours', answer(500), 'GET', 7, 30_000],
  ['what makes no sense', answer(500, { 'retry-after': 'soon' }), 'GET', 1, 500],
  ['an hour: nobody waits', answer(429, { 'retry-after': '3600' }), 'GET', 1, undefined],
  ['a call that is too many', answer(429), 'POST', 1, 500],
  ['a call that failed is not repeated', answer(500), 'POST', 1, undefined],
  ['a call that was lost is not repeated', lost, 'POST', 1, undefined],
  ['a lost request', lost, 'PUT', 2, 1000],
  ['a refusal', answer(403), 'GET', 1, undefined],
  ['what is not implemented', answer(501), 'GET', 1, undefined],
  ['the last attempt', answer(429), 'GET', MOST_ATTEMPTS, undefined],
] as const)('waits: %s', (_name, sent, method, attempt, want) => {
  expect(waitBefore(sent, { attempt, method, now: noon })).toBe(want);
});

test('a list goes on behind nextLink, to its end', async () => {
  const { client, ask, requests } = azure({ pageSize: 2 });
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names) ask(`PUT ${customApi(name)}`, customApiBody());
  const list = await client.list({ path: `${group}/providers/Microsoft.Web/customApis`, version });
  expect((list as { name: string }[]).map(({ name }) => name)).toEqual(names);
  expect(requests).toHaveLength(3);
});

test.each([
  ['https://evil.example/next', 'lies on another host, which must not get the access token.'],
  ['/next', 'lies on another host, which must not get the access token.'],
])('a list that goes on at %s', async (nextLink, want) => {
  const { client, requests } = scripted([{ body: JSON.stringify({ value: [], nextLink }) }]);
  const [, message] = await faultOf(client.list({ path, version }));
  expect(message).toBe(`Reading customApis "things": the next page of the list ${want}`);
  expect(requests).toHaveLength(1);
});

test('a list that goes round in a circle', async () => {
  const nextLink = `https://management.usgovcloudapi.net${path}?api-version=${version}`;
  const { client } = scripted(Array.from({ length: 9 }, () => ({ body: JSON.stringify({ value: [], nextLink }) })));
  expect((await faultOf(client.list({ path, version })))[1]).toBe('Reading customApis "things": the list has no end.');
});

test('a request has its cloud, its api-version, and is JSON', async () => {
  const { client, requests } = scripted([{ body: '{"min":-9223372036854775808}' }]);
  const body = { max: 9_223_372_036_854_775_807n };
  expect(await client.ask({ method: 'PUT', path, version, query: { $filter: "a eq 'b c'" }, body })).toEqual({
    min: -9_223_372_036_854_775_808n,
  });
  expect(requests).toEqual([
    {
      method: 'PUT',
      url: `https://management.usgovcloudapi.net${path}?api-version=2016-06-01&$filter=a%20eq%20'b%20c'`,
      headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
      body: '{"max":9223372036854775807}',
      authorize: true,
      timeoutSeconds: 90,
    },
  ]);
});

test.each(['http://store.example/f.json', 'https://u@store.example/f.json', 'file:///etc/passwd', '/f.json', ''])(
  'a file at %j is not asked for',
  async (url) => {
    const { client, requests } = scripted([{ body: '{}' }]);
    expect(await client.file(url)).toBeUndefined();
    expect(requests).toEqual([]);
  },
);

test('a store that refuses in XML is asked once', async () => {
  const { client, requests } = scripted([{ status: 403, body: '<Error/>' }]);
  expect(await client.file('https://store.example/f.json?sig=x')).toBeUndefined();
  expect(requests).toHaveLength(1);
});

test('what is no JSON is tried again, and what is not there is told from what somebody else says', async () => {
  const html = { body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } };
  const good = scripted([html, { body: '{"a":1}' }]);
  expect(await good.client.find({ path, version })).toEqual({ a: 1 });
  const bad = scripted(Array.from({ length: MOST_ATTEMPTS }, () => html));
  expect((await faultOf(bad.client.find({ path, version })))[1]).toBe(
    'Reading customApis "things": the answer with status 200 is no JSON: something between here and Azure wrote it, or cut it off.',
  );
  const none = scripted([{ status: 404, body: '{"error":{"code":"ResourceNotFound","message":"m"}}' }]);
  expect(await none.client.find({ path, version })).toBeUndefined();
  const other = scripted([{ status: 404, body: '{"error":{"code":"ProxyError","message":"m"}}' }]);
  expect((await faultOf(other.client.find({ path, version })))[1]).toBe(
    'Reading customApis "things": there is no such thing in Azure (404 ProxyError); Azure says: m.',
  );
  const list = scripted([{ body: '[1]' }]);
  expect((await faultOf(list.client.find({ path, version })))[1]).toBe(
    'Reading customApis "things": Azure answered with something that is no JSON object.',
  );
});

describe('what the emulator refuses is explained', () => {
  const lock = `${group}/providers/Microsoft.Authorization/locks/keep`;
  const policies = [{ name: 'tags-needed', scope: group }];
  const doc = customApiBody().properties.swagger;
  test.each<[string, Partial<EmulatorSettings>, string, object, readonly [means: string, codes: string, help: string]]>(
    [
      [
        'policy',
        { policies },
        path,
        customApiBody(),
        ['a policy of the subscription forbids it', '403 RequestDisallowedByPolicy', '--tags'],
      ],
      [
        'right',
        { forbidden: ['Microsoft.Web/customApis/write'] },
        path,
        customApiBody(),
        ['the account may not do this', '403 AuthorizationFailed', 'Logic App Contributor'],
      ],
      [
        '14012',
        {},
        path,
        { location: 'westeurope', properties: { swagger: { openapi: '3.0.0' } } },
        [
          'the service takes the definition for no valid OpenAPI 2.0, or has no address to call',
          '400 BadRequest 14012',
          'connector-kit lint',
        ],
      ],
      [
        '14024',
        {},
        path,
        customApiBody({ backendService: { serviceUrl: 'https://a.example/v2' } }),
        ['the service address does not end on the base path of the definition', '400 BadRequest 14024', '--endpoint'],
      ],
      [
        'errors',
        {},
        path,
        customApiBody({ swagger: { ...doc, paths: { ...doc.paths, '/THINGS': doc.paths['/things'] } } }),
        ['the service found errors in the definition', '400 BadRequest', 'connector-kit lint'],
      ],
      [
        'region',
        {},
        path,
        { ...customApiBody(), location: 'moon' },
        ['the region does not have custom connectors', '400 LocationNotAvailableForResourceType', '--location'],
      ],
      [
        'connector',
        {},
        connection('mine'),
        connectionBody(),
        ['the connector of the connection is not there', '404 ApiNotFound', 'Publish the connector first'],
      ],
      [
        'subscription',
        { subscriptions: [] },
        path,
        customApiBody(),
        ['there is no such subscription for this account', '404 SubscriptionNotFound', 'az account list'],
      ],
      [
        'group',
        {},
        path.replace('/rg/', '/other/'),
        customApiBody(),
        ['there is no such resource group', '404 ResourceGroupNotFound', 'az group create'],
      ],
      [
        'lock',
        {},
        path,
        customApiBody(),
        ['a lock stands on the resource, or above it', '409 ScopeLocked', 'az lock delete'],
      ],
      [
        'provider',
        {},
        path,
        customApiBody(),
        [
          'the subscription is not registered for the provider',
          '409 MissingSubscriptionRegistration',
          'az provider register',
        ],
      ],
    ],
  )('%s', async (name, settings, at, body, [means, codes, help]) => {
    const { client, ask, set } = azure();
    if (name === 'lock') ask(`PUT ${lock}`, { properties: { level: 'ReadOnly' } });
    if (name === 'provider') ask(`POST /subscriptions/${subscription}/providers/Microsoft.Web/unregister`);
    set(settings);
    const fault = await faultOf(client.ask({ method: 'PUT', path: at, version, body: body as never }));
    expect(
      fault[1].startsWith(
        `Writing ${at.includes('connections') ? 'connections "mine"' : 'customApis "things"'}: ${means} (${codes}); Azure says: `,
      ),
    ).toBe(true);
    expect(fault[2].includes(help)).toBe(true);
    expect(fault[2].includes('tags-needed')).toBe(name === 'policy');
  });
});

test.each<[string, Json | undefined, object]>([
  ['nothing', undefined, { code: '', message: '' }],
  ['a list', [], { code: '', message: '' }],
  ['a word', { error: 'invalid_grant', error_description: 'd' }, { code: 'invalid_grant', message: 'd' }],
  ['without error', { code: 'C', message: 'm' }, { code: 'C', message: 'm' }],
  ['other types', { error: { code: 1, message: [], details: {}, additionalInfo: 3 } }, { code: '', message: '' }],
  ['hostile keys', JSON.parse('{"error":{"__proto__":{"code":"x"}}}'), { code: '', message: '' }],
  ['JSON in it that is broken', { error: { code: 'C', message: '{"Code":' } }, { code: 'C', message: '{"Code":' }],
  [
    'the hub, 14012',
    invalidApiDefinition().body,
    {
      code: 'BadRequest',
      extendedCode: '14012',
      message: 'Invalid Api definition object. Please specify a valid Swagger 2.0 Url and valid list of ServiceUrls.',
    },
  ],
  [
    'the hub, 14024',
    otherBasePath('/v1', '/v2').body,
    {
      code: 'BadRequest',
      extendedCode: '14024',
      message: "Swagger contains base path:/v1 but backend Url doesn't end on same path:/v2 ",
    },
  ],
])('reads an error: %s', (_name, body, want) => {
  expect(armError(400, body)).toEqual({ status: 400, policies: [], ...want });
});

test('JSON in JSON in JSON has an end', () => {
  let message = 'deep';
  for (let layer = 0; layer < 9; layer += 1) message = JSON.stringify({ Code: `c${layer}`, Message: message });
  expect(armError(400, { error: { code: 'C', message } }).code).toBe('c5');
});

test('what is not known is still said', () => {
  expect(explained(armError(418, { error: { code: 'constructor', message: 'm' } }))).toEqual({
    means: 'Azure refused it',
    help: 'See what the message says, and run the command again.',
  });
  expect(explained(armError(400, invalidSwagger('x').body)).means).toBe('the service found errors in the definition');
});

test('a message holds no credential, whatever its form, and is one line', () => {
  const key = new Secret(`Bearer ${canary}"\n`);
  const signed = 'https://store.blob.core.windows.net/f.json?sv=2017-04-17&sr=b&sig=abcDEF123456%2Bxyz%3D&se=2026&sp=r';
  const text = `no ${canary}"\n and ${encodeURIComponent(`Bearer ${canary}"\n`)} at ${signed}\u001b[2J ${'x'.repeat(500)}`;
  const said = tidy(text, [key]);
  expect(
    said.startsWith(
      'no REDACTED and REDACTED at https://store.blob.core.windows.net/f.json?sv=2017-04-17&sr=b&sig=REDACTED',
    ),
  ).toBe(true);
  expect(said).toHaveLength(400);
  expect(['\n', '\u001b', 'canary'].filter((one) => said.includes(one))).toEqual([]);
  const fault = refusal('Writing it', armError(400, { error: { code: 'C', message: text } }), [key]);
  expect(`${fault.message}${fault.help}`.includes('canary')).toBe(false);
});

test('a key that Azure or the network repeats is not shown', async () => {
  const secrets = [new Secret(`Bearer ${canary}`)];
  const body = { properties: { parameterValues: { api_key: `Bearer ${canary}` } } };
  const ask = { method: 'PUT', path, version, body, secrets } as const;
  const echo = JSON.stringify({ error: { code: 'BadRequest', message: `Wrong: ${JSON.stringify(body)}` } });
  const [, said] = await faultOf(scripted([{ status: 400, body: echo }]).client.ask(ask));
  expect(said).toBe(
    'Writing customApis "things": Azure refused it (400 BadRequest); Azure says: Wrong: {"properties":{"parameterValues":{"api_key":"REDACTED"}}}.',
  );
  const send = async ({ body: sent }: ArmRequest) => Promise.reject(new Error(`cannot send ${sent}`));
  const lostClient = armClient({ send, now: () => noon, sleep: async () => undefined }, clouds.public);
  const [, message] = await faultOf(lostClient.ask(ask));
  expect(message).toBe(
    'Writing customApis "things": Azure did not answer: cannot send {"properties":{"parameterValues":{"api_key":"REDACTED"}}}.',
  );
});
