import type { Retired } from '../../src/definition/connector.js';
import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { readConnector } from '../../src/definition/read.js';
import { Secret } from '../../src/core/secret.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { azureRules, type DriftExample } from '../../src/azure/rules.js';
import { compare } from '../../src/azure/compare.js';
import { connectionBody, keyParameter } from '../../src/azure/connection-body.js';
import { customApiBody, hashOf, serviceUrlOf, wantedProperties } from '../../src/azure/custom-api.js';
import { findDrift } from '../../src/azure/drift.js';
import { asWritten, isGatewayForm } from '../../src/azure/gateway-form.js';
import { keyPrefix, withPrefix } from '../../src/azure/key-prefix.js';
import { planPublish, type PublishRequest } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import { mergedTags } from '../../src/azure/tags.js';
import type { Rule } from '../../src/core/rule.js';
import { customApi, group, subscription, swagger } from '../emulator/ask.js';
import { azure, canary, connectorWith, faultOf, target } from './azure.js';

const id = customApi('things');
const connector = connectorWith();
const wanted = { connector, version: '1.0.0' };

test('the body of a connector', () => {
  const icon = 'data:image/png;base64,AA==';
  const body = customApiBody(
    { ...wanted, iconUri: icon, tags: { Owner: 'soc' } },
    { location: 'westeurope', tags: { owner: 'x', team: 'y' } },
  );
  expect(body).toEqual({
    location: 'westeurope',
    tags: {
      owner: 'soc',
      team: 'y',
      'connector-kit-hash': hashOf(wantedProperties({ ...wanted, iconUri: icon })),
      'connector-kit-api-version': '2024-10-21',
      'connector-kit-version': '1.0.0',
    },
    properties: {
      displayName: 'T',
      iconUri: icon,
      brandColor: '#0078d4',
      apiType: 'Rest',
      capabilities: [],
      backendService: { serviceUrl: 'https://api.contoso.com/v1' },
      connectionParameters: connector.properties.properties.connectionParameters,
      swagger: connector.definition,
    },
  });
});

test.each([
  [{ basePath: '/v1/' }, 'https://api.contoso.com/v1'],
  [{ basePath: '/' }, 'https://api.contoso.com'],
  [{ schemes: ['http'] }, 'http://api.contoso.com/v1'],
  [{ schemes: ['http', 'https'] }, 'https://api.contoso.com/v1'],
  [{ schemes: [] }, 'https://api.contoso.com/v1'],
])('the service address of %j', (more, want) => {
  expect(serviceUrlOf(connectorWith({ swagger: more }))).toBe(want);
});

test('a hash does not depend on the order of keys', () => {
  expect(hashOf({ a: 1, b: { c: 1n, d: 2 } })).toBe(hashOf({ b: { d: 2, c: 1 }, a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
});

test('tags are merged, whatever their case, and whatever they are called', () => {
  const hostile = JSON.parse('{"__proto__":"p","constructor":"c"}');
  expect(Object.entries(mergedTags(hostile, { A: '1' }, { a: '2' }))).toEqual([
    ['__proto__', 'p'],
    ['constructor', 'c'],
    ['A', '2'],
  ]);
});

test.each([
  ['Bearer ', 'k', 'Bearer k'],
  ['Bearer ', 'bearer k', 'bearer k'],
  ['Bearer ', ' k\n', 'Bearer k'],
  [undefined, 'k', 'k'],
])('the prefix %j and the key %j', (prefix, key, want) => {
  expect(withPrefix(new Secret(key), prefix).reveal()).toBe(want);
});

test.each([
  ['Type Bearer <your key>.', 'Bearer '],
  ['As "Token {key}".', 'Token '],
  ["In the form 'Token Your_Token'.", 'Token '],
  ['Your API Token <token>, or API Key [optional].', undefined],
  ['Your "Bearer token".', undefined],
  ['SSWS YOUR_API_KEY', 'SSWS '],
  ["The key (in the form 'Bearer accessToken').", 'Bearer '],
  ['For example: Bearer ********', 'Bearer '],
  ['A "bearer token" of the service.', undefined],
  ['The key of the bearer.', undefined],
  ['The key alone.', undefined],
])('the form says %j', (description, want) => {
  const uiDefinition = { displayName: 'Key', description };
  const properties = { connectionParameters: { api_key: { type: 'securestring', uiDefinition } } };
  expect(keyPrefix(connectorWith({ prefix: 'Bearer ', properties }), 'api_key')).toBe(want);
  expect(keyPrefix(connectorWith({ properties }), 'api_key')).toBeUndefined();
});

test.each([
  ['openai', 'Bearer '],
  ['compatible', 'Bearer '],
  ['azure-openai', undefined],
])('the prefix of the shipped %s', (name, want) => {
  const read = (file: string) => readJson(file, readFileSync(`connector/${name}/${file}`, 'utf8'));
  const shipped = readConnector({
    name,
    definition: read('apiDefinition.swagger.json'),
    properties: read('apiProperties.json'),
  });
  expect(shipped.connector && keyPrefix(shipped.connector, 'api_key')).toBe(want);
});

test('the parameter of the key', async () => {
  const withParameters = (connectionParameters: object) => connectorWith({ properties: { connectionParameters } });
  const [secret, open] = [{ type: 'securestring' }, { type: 'string' }];
  expect(keyParameter(withParameters({ token: secret, region: open }))).toBe('token');
  expect(keyParameter(withParameters({ a: secret, api_key: secret }))).toBe('api_key');
  expect(keyParameter(withParameters({}))).toBeUndefined();
  expect(() => keyParameter(withParameters({ a: secret, b: secret }))).toThrow(
    'The connections of "things" ask for several secrets (["a", "b"]), expected one key.',
  );
  const none = connectionBody({
    name: 'm',
    api: id,
    location: 'l',
    connector: withParameters({}),
    key: new Secret(canary),
    tags: {},
  });
  expect(none).toEqual({
    body: {
      location: 'l',
      tags: { 'connector-kit-connector': 'things' },
      properties: { displayName: 'm', api: { id } },
    },
    secrets: [],
  });
});

test('the form of the gateway is undone', () => {
  const idParameter = { name: 'connectionId', in: 'path', required: true, type: 'string' };
  const other = { name: 'q', in: 'query', type: 'string' };
  const form = {
    ...swagger,
    host: 'logic-apis-westeurope.azure-apim.net',
    basePath: '/apim/0123',
    paths: {
      '/{connectionId}/a': { parameters: [idParameter], get: { parameters: [idParameter, other] } },
      '/{connectionId}': { post: { parameters: [idParameter] } },
      'x-more': 1,
    },
  };
  expect([
    isGatewayForm(form),
    isGatewayForm(swagger),
    isGatewayForm({ paths: {} }),
    isGatewayForm({ paths: 3 }),
  ]).toEqual([true, false, false, false]);
  const { host: _host, basePath: _basePath, schemes: _schemes, ...rest } = swagger;
  const paths = { '/a': { get: { parameters: [other] } }, '/': { post: { parameters: [] } }, 'x-more': 1 };
  expect(asWritten(form, undefined)).toEqual({ ...rest, paths });
  expect(asWritten(form, 'http://h.example:81/v2')).toEqual({
    ...rest,
    host: 'h.example:81',
    basePath: '/v2',
    schemes: ['http'],
    paths,
  });
});

describe('wrong names are found before anything is sent', () => {
  const request: PublishRequest = { wanted, target, connection: 'mine' };
  const at = (more: object) => ({ ...request, target: { ...target, ...more } });
  const tagged = (tags: Record<string, string>) => ({ ...request, wanted: { ...wanted, tags } });
  test.each<[PublishRequest, string]>([
    [at({ subscription: 'mine' }), 'The subscription is "mine", expected its id, a GUID.'],
    [
      at({ group: 'a/b' }),
      'The resource group is "a/b", expected 1 to 90 letters, digits and "_().-" that do not end with a dot.',
    ],
    [
      at({ name: '../x' }),
      'The name of the connector is "../x", expected 1 to 79 letters, digits and "_.()-" that begin with a letter or digit and do not end with a dot.',
    ],
    [
      at({ name: 'a.' }),
      'The name of the connector is "a.", expected 1 to 79 letters, digits and "_.()-" that begin with a letter or digit and do not end with a dot.',
    ],
    [
      at({ location: 'west/europe' }),
      'The location is "west/europe", expected the name of a region such as "westeurope".',
    ],
    [
      { ...request, connection: '' },
      'The name of the connection is "", expected 1 to 79 letters, digits and "_.()-" that begin with a letter or digit and do not end with a dot.',
    ],
    [tagged({ 'connector-kit-hash': 'x' }), 'The tag "connector-kit-hash" is set by this tool, expected another name.'],
    [tagged({ 'a/b': 'x' }), 'The tag "a/b" cannot be one, expected 1 to 512 characters without "<>%&\\?/".'],
    [tagged({ a: 'x'.repeat(257) }), 'The value of the tag "a" has 257 characters, at most 256 are allowed.'],
    [
      tagged(Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`t${index}`, '']))),
      'There are 47 tags, at most 46 can be given.',
    ],
    [
      {
        ...request,
        wanted: { ...wanted, connector: { ...connector, contract: { ...connector.contract, openHost: true } } },
      },
      'The connector "things" has no host of its own yet, and would send its calls nowhere.',
    ],
  ])('%#', async (wrong, want) => {
    const { client, requests } = azure();
    expect((await faultOf(planPublish(client, wrong))).slice(0, 2)).toEqual(['called-wrongly', want]);
    expect(requests).toEqual([]);
  });
});

test('drift of a connector without a host is not looked for', async () => {
  const { client, requests } = azure();
  const open = { ...connector, contract: { ...connector.contract, openHost: true } };
  expect((await faultOf(findDrift(client, { connector: open, version: '' }, target)))[0]).toBe('called-wrongly');
  expect(requests).toEqual([]);
});

describe('what stands in the way is found before anything is changed', () => {
  const lock = { properties: { level: 'ReadOnly' } };
  const retired = (since: Retired) => ({
    ...wanted,
    connector: { ...wanted.connector, contract: { ...wanted.connector.contract, retired: since } },
  });
  test.each<[string, (azured: ReturnType<typeof azure>) => void, Partial<PublishRequest>, readonly string[]]>([
    ['no group', ({ ask }) => ask(`DELETE ${group}`), {}, ['group-missing']],
    [
      'no provider',
      ({ ask }) => ask(`POST /subscriptions/${subscription}/providers/Microsoft.Web/unregister`),
      {},
      ['provider-not-registered'],
    ],
    [
      'a region that is none',
      () => undefined,
      { target: { ...target, location: 'westeurop' } },
      ['region-unavailable'],
    ],
    ['a lock', ({ ask }) => ask(`PUT ${group}/providers/Microsoft.Authorization/locks/a`, lock), {}, ['locked']],
    [
      'a retired version',
      () => undefined,
      { wanted: retired({ on: '2025-04-01', source: 'https://example.com' }) },
      ['api-version-retired'],
    ],
    ['one that is forced', () => undefined, { wanted: retired({ source: 'https://example.com' }), force: true }, []],
  ])('%s', async (_name, prepare, more, want) => {
    const all = azure();
    prepare(all);
    all.restart();
    const plan = await planPublish(all.client, { wanted, target, ...more });
    expect(plan.obstacles.map(({ code }) => code)).toEqual(want);
    const done = publish(all.client, plan);
    if (want.length > 0) expect((await faultOf(done))[1]).toBe(plan.obstacles[0]?.message);
    else await done;
    expect(all.changed()).toEqual(want.length > 0 ? [] : ['PUT customApis/things']);
  });

  test('a connector in another region, and a region that is near', async () => {
    const { client } = azure();
    await publish(client, await planPublish(client, { wanted, target }));
    const plan = await planPublish(client, { wanted, target: { ...target, location: 'North Europe' } });
    expect(plan.obstacles.map(({ message }) => message)).toEqual([
      'The connector is deployed in "westeurope", expected "northeurope"; a resource cannot move to another region.',
    ]);
    const near = await planPublish(client, { wanted, target: { ...target, name: 'b', location: 'westeurop' } });
    expect(near.obstacles[0]?.message.endsWith('Did you mean "westeurope"?')).toBe(true);
  });

  test('a connection without its key, and a region that is the group’s', async () => {
    const { client, changed } = azure();
    const { location: _, ...somewhere } = target;
    const plan = await planPublish(client, { wanted, target: somewhere, connection: 'mine' });
    expect(plan.target.location).toBe('westeurope');
    expect((await faultOf(publish(client, plan)))[1]).toBe(
      'The connection is not there, and cannot be made without its key.',
    );
    expect(changed()).toEqual([]);
  });
});

describe('each rule keeps to its examples', () => {
  const rules: readonly Rule<DriftExample>[] = Object.values(azureRules);
  test.each(rules.map((rule) => [rule.code, rule] as const))('%s', async (code, { examples }) => {
    for (const example of examples.bad) expect(await codesOf(example)).toEqual([code]);
    for (const example of examples.good) expect(await codesOf(example)).toEqual([]);
  });

  async function codesOf({ wanted: want, deployed }: DriftExample): Promise<string[]> {
    const made = connectorWith({
      swagger: want['swagger'] as object,
      properties: { connectionParameters: {}, iconBrandColor: undefined },
    });
    const {
      securityDefinitions: _,
      basePath: _basePath,
      schemes: _schemes,
      consumes: _consumes,
      ...definition
    } = made.definition;
    const plain = { version: '', connector: { ...made, definition, properties: { properties: {} } } };
    if (deployed === null) {
      const { drifted } = await findDrift(azure().client, plain, target);
      return drifted.flatMap(({ changes }) => changes.map(({ code }) => code));
    }
    const { swagger: doc, backendService, ...properties } = deployed as Record<string, Json>;
    const { changes, unknown } = compare(
      {
        id,
        location: '',
        tags: {},
        properties,
        swagger: doc as JsonObject | undefined,
        isFromGateway: false,
        serviceUrl: (backendService as { serviceUrl: string } | undefined)?.serviceUrl,
      },
      plain,
      'drifted',
    );
    return [...changes, ...unknown].map(({ code }) => code);
  }
});
