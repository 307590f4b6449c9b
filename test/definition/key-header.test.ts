import type { Connector } from '../../src/definition/connector.js';
import { withKeyHeader } from '../../src/definition/key-header.js';

const key = { type: 'securestring', uiDefinition: { displayName: 'Key', description: 'The key.' } } as const;
const account = { type: 'string' } as const;

const open: Connector = {
  name: 'mine',
  definition: {
    swagger: '2.0',
    info: { title: 'Mine', version: '1' },
    paths: {},
    securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    security: [{ api_key: [] }],
  },
  properties: { properties: { connectionParameters: { api_key: key, account }, publisher: 'me' } },
  contract: { formatVersion: 1, openHost: true, openKeyHeader: true, operations: {} },
};
const closed = { ...open.contract, openKeyHeader: false };

test('another header, and nothing else', () => {
  expect(withKeyHeader(open, 'X-Api-Key')).toEqual({
    connector: {
      ...open,
      definition: {
        ...open.definition,
        securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
      },
      contract: closed,
    },
  });
});

test.each(['none', 'None'])('%s: no key is asked for or sent', (none) => {
  const { securityDefinitions: _, ...definition } = open.definition;
  expect(withKeyHeader(open, none)).toEqual({
    connector: {
      ...open,
      definition: { ...definition, security: [] },
      properties: { properties: { connectionParameters: { account }, publisher: 'me' } },
      contract: closed,
    },
  });
});

test.each(['', 'Bearer sk-secret', 'X-Key:', 'X-K\u00e9y', 'X-Key\n'])(
  '%j is no header, and is not shown',
  (header) => {
    expect(withKeyHeader(open, header)).toEqual({
      problem: 'The key header is not the name of a header, expected one such as "Authorization", or "none".',
    });
  },
);

const inQuery = { api_key: { type: 'apiKey', in: 'query', name: 'key' } } as const;

test.each<[string, Connector]>([
  ['is not open', { ...open, contract: { formatVersion: 1, operations: {} } }],
  ['is closed already', { ...open, contract: closed }],
  ['goes in the query', { ...open, definition: { ...open.definition, securityDefinitions: inQuery } }],
  ['does not exist', { ...open, definition: { ...open.definition, securityDefinitions: {} } }],
  ['is a password', { ...open, definition: { ...open.definition, securityDefinitions: { basic: { type: 'basic' } } } }],
])('a key that %s keeps its header', (_, connector) => {
  expect(withKeyHeader(connector, 'X-Api-Key')).toEqual({
    problem: 'The header of the key cannot be chosen: the service of "mine" has its own way.',
  });
});
