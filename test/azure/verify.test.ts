import { Secret } from '../../src/core/secret.js';
import { connect } from '../../src/azure/connect.js';
import { planPublish } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import { statusNumber } from '../../src/azure/verdict.js';
import { verify, type VerifyRequest } from '../../src/azure/verify.js';
import { swagger } from '../emulator/ask.js';
import { azure, canary, connectorWith, target } from './azure.js';

const connector = connectorWith();

async function tried(status: number, body: string, more: Partial<VerifyRequest> = {}) {
  const all = azure();
  await publish(all.client, await planPublish(all.client, { wanted: { connector, version: '' }, target }));
  await connect(all.client, { connector, target, connection: 'mine', key: new Secret(canary) });
  const called: string[] = [];
  all.options.service = ({ url }) => {
    called.push(url);
    return { status, headers: { 'content-type': 'application/json' }, body };
  };
  const { result, message, help = '' } = await verify(all.client, { connector, target, connection: 'mine', ...more });
  return { result, message, help, called };
}

test.each<[number, string, string, string]>([
  [200, '{}', 'works', 'The service answered with 200: the key is right.'],
  [
    401,
    '{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}',
    'fails',
    'The service refuses the key (401).',
  ],
  [
    403,
    '{"error":{"code":"AuthenticationTypeDisabled","message":"Key based authentication is disabled for this resource."}}',
    'fails',
    'Keys are disabled on the resource: it takes Microsoft Entra ID only (403).',
  ],
  [
    403,
    '{"error":{"code":"AccessDenied","message":"Access denied due to Virtual Network/Firewall rules."}}',
    'fails',
    'The network rules of the resource deny the call (403).',
  ],
  [403, '{}', 'fails', 'The service knows the key, and does not allow the call (403).'],
  [
    404,
    '{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}',
    'fails',
    'The key is right, but the deployment is not there (404).',
  ],
  [
    404,
    '{"error":{"code":"404","message":"Resource not found"}}',
    'unverified',
    'The address is not there, so the key may be right or wrong (404).',
  ],
  [429, '', 'fails', 'The key is taken, but its quota is used up (429).'],
  [500, '', 'unverified', 'The service answered with 500, which says nothing of the key.'],
])('the service answers with %i %s', async (status, body, result, message) => {
  const all = await tried(status, body);
  expect([all.result, all.message.split(' It says: ')[0]]).toEqual([result, message]);
  expect(all.called).toEqual(['https://api.contoso.com/v1/things']);
});

test('what the service says is shown without the key', async () => {
  const { message } = await tried(
    401,
    '{"error":{"message":"Incorrect API key provided: sk-abcdefghijklmnopqrstuvwx1234"}}',
  );
  expect(message).toBe(
    'The service refuses the key (401). It says: {"error":{"message":"Incorrect API key provided: REDACTED"}}',
  );
});

test('the call that the connector names, the one that is given, or none', async () => {
  const testConnection = { operationId: 'Make', parameters: { id: 'a b' } };
  const named = connectorWith({ swagger: { 'x-ms-capabilities': { testConnection } } });
  expect((await tried(200, '', { connector: named })).called).toEqual(['https://api.contoso.com/v1/things/a%20b?v=2']);
  const call = { method: 'post', path: '/things/1', body: { a: 1 } };
  expect((await tried(200, '', { call })).called).toEqual(['https://api.contoso.com/v1/things/1?v=2']);
  const { '/things': _, ...paths } = swagger.paths;
  const none = await tried(200, '', { connector: connectorWith({ swagger: { paths } }) });
  expect([none.result, none.called, none.message]).toEqual([
    'unverified',
    [],
    'The connector has no operation that can be called without inputs, so the key was not tried.',
  ]);
});

test('the probe of a connector', async () => {
  const probe = {
    operation: 'Make',
    parameters: { id: 'none' },
    body: {},
    answers: [{ status: 404, says: 'no thing' }],
  };
  const probing = { ...connector, contract: { ...connector.contract, probe } };
  const works = await tried(404, '{"error":"no thing"}', { connector: probing });
  expect([works.result, works.message, works.called]).toEqual([
    'works',
    'The service answered with 404, as it does where it takes the key.',
    ['https://api.contoso.com/v1/things/none?v=2'],
  ]);
  expect((await tried(404, '{}', { connector: probing })).result).toBe('unverified');
  expect((await tried(401, '{}', { connector: probing })).result).toBe('fails');
});

test('a connection that is not there', async () => {
  const { result, message } = await tried(200, '', { connection: 'other' });
  expect(result).toBe('unverified');
  expect(message.startsWith('The key was not tried: Azure did not make the call (404 ResourceNotFound ')).toBe(true);
});

test.each([
  ['OK', 200],
  ['unauthorized', 401],
  ['429', 429],
  [404, 404],
  ['constructor', undefined],
  [null, undefined],
])('the status %j', (value, want) => {
  expect(statusNumber(value)).toBe(want);
});
