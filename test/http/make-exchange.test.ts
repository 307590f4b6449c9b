import { contract } from '../../src/contract/contract.js';
import { exchange } from '../../src/http/make-exchange.js';
import type { Connector } from '../../src/definition/connector.js';
import { definition } from '../scenarios/things.js';

const things = {
  name: 'things',
  definition,
  properties: { properties: { connectionParameters: {} } },
  contract: { formatVersion: 1, operations: {} },
} as unknown as Connector; // a plain literal, as a test of one's own would have it

const answer = (body: { readonly count: number | string }) =>
  exchange({
    request: { method: 'get', url: 'https://api.contoso.com/thing', headers: { 'X-Api-Key': 'secret-key' } },
    response: { status: 200, body },
  });

test('a contract test that needs no file', () => {
  const { samples, findings } = contract(things, [answer({ count: 1 }), answer({ count: 'one' })]);
  expect(samples).toEqual({ total: 2, passed: 1, failed: 1, unmatched: 0, skipped: 0 });
  expect(findings.map(({ code, sample, pointer }) => [code, sample, pointer])).toEqual([
    ['wrong-type', 'get https://api.contoso.com/thing', '/response/body/count'],
  ]);
});

test('its parts as an exchange, credentials replaced', () => {
  const { sample, file, request, response } = exchange({
    name: 'first',
    request: { method: 'post', url: '/thing?key=secret-key', headers: { 'X-Api-Key': 'secret-key' }, body: 'plain' },
  });
  const { method, url, headers, body } = request;
  expect({ sample, file, method, url, headers, body, response }).toEqual({
    sample: 'first',
    file: 'first',
    method: 'POST',
    url: '/thing?key=REDACTED',
    headers: { 'x-api-key': 'REDACTED' },
    body: { kind: 'text', text: 'plain' },
    response: undefined,
  });
});

test.each<[object, string]>([
  [{ request: { method: 'GET', url: '' } }, 'The request\'s URL is "", expected a text that is not empty.'],
  [
    { request: { method: 'GET', url: '/' }, response: { status: 7 } },
    "The response's status is 7, expected a number from 100 to 599.",
  ],
])('%j is refused', (parts, why) => {
  expect(() => exchange(parts as Parameters<typeof exchange>[0])).toThrow(`The exchange cannot be used: ${why}`);
});
