import { contract } from '../../src/contract/contract.js';
import type { Connector } from '../../src/definition/connector.js';
import { exchange } from '../../src/http/make-exchange.js';

/** What is said of a recording with another value than the default of an internal parameter. */
function codes(parameter: object): string[] {
  const connector = {
    name: 'things',
    definition: {
      swagger: '2.0',
      info: { title: 'T', version: '1' },
      host: 'x',
      paths: {
        '/things': {
          get: {
            operationId: 'Get',
            parameters: [{ in: 'query', name: 'v', type: 'string', 'x-ms-visibility': 'internal', ...parameter }],
            responses: { 200: { description: 'OK' } },
          },
        },
      },
    },
    properties: { properties: {} },
    contract: { formatVersion: 1, operations: {} },
  } as unknown as Connector;
  const recorded = exchange({ request: { method: 'GET', url: 'https://x/things?v=2' }, response: { status: 200 } });
  return contract(connector, [recorded]).findings.map(({ code }) => code);
}

test('an internal parameter is always its default only where it is required: else it is not sent', () => {
  const sent = codes({ required: true, default: '1' });
  const ignored = codes({ default: '1' });
  expect([sent, ignored, codes({ required: true, default: '2' })]).toEqual([['other-api-version'], [], []]);
});
