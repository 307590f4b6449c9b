import { shorten } from '../../src/core/shorten.js';
import type { Connector } from '../../src/definition/connector.js';
import { withHost, type HostChoice } from '../../src/definition/host.js';

function connector(definition: Partial<Connector['definition']>, openHost?: boolean): Connector {
  return {
    name: 'mine',
    definition: { swagger: '2.0', info: { title: 'Mine', version: '1' }, paths: {}, ...definition },
    properties: { properties: {} },
    contract: { formatVersion: 1, ...(openHost !== undefined && { openHost }), operations: {} },
  };
}

const open = connector({ host: 'your-resource.openai.azure.com', basePath: '/openai', schemes: ['https'] }, true);
const fixed = connector({ host: 'api.contoso.com', basePath: '/v1' });

test.each<[string, Connector, HostChoice, object]>([
  [
    'a resource',
    open,
    { resource: 'contoso-east' },
    { host: 'contoso-east.openai.azure.com', basePath: '/openai', schemes: ['https'] },
  ],
  [
    'a resource in capitals',
    open,
    { resource: 'Contoso' },
    { host: 'contoso.openai.azure.com', basePath: '/openai', schemes: ['https'] },
  ],
  [
    'an endpoint',
    open,
    { endpoint: 'https://api.contoso.com' },
    { host: 'api.contoso.com', basePath: '/openai', schemes: ['https'] },
  ],
  [
    'an endpoint with a slash',
    open,
    { endpoint: 'https://api.contoso.com/' },
    { host: 'api.contoso.com', basePath: '/openai', schemes: ['https'] },
  ],
  [
    'an endpoint with a path',
    open,
    { endpoint: 'https://api.contoso.com/a/b/' },
    { host: 'api.contoso.com', basePath: '/a/b', schemes: ['https'] },
  ],
  [
    'an endpoint with a port',
    fixed,
    { endpoint: 'https://api.contoso.com:8443/v2' },
    { host: 'api.contoso.com:8443', basePath: '/v2', schemes: ['https'] },
  ],
  [
    'this machine',
    fixed,
    { endpoint: 'http://127.0.0.1:8080' },
    { host: '127.0.0.1:8080', basePath: '/v1', schemes: ['http'] },
  ],
  [
    'this machine by name',
    fixed,
    { endpoint: 'http://localhost:80' },
    { host: 'localhost', basePath: '/v1', schemes: ['http'] },
  ],
])('%s closes the host', (_, given, choice, want) => {
  expect(withHost(given, choice)).toEqual({
    connector: {
      ...given,
      definition: { ...given.definition, ...want },
      contract: { ...given.contract, openHost: false },
    },
  });
});

const anywhere: Connector = {
  ...connector({ host: 'your-server.example.com', basePath: '/v1' }),
  contract: { formatVersion: 1, openHost: true, openBasePath: true, operations: {} },
};

test.each([
  ['https://api.contoso.com', '/v1'],
  ['https://api.contoso.com/', '/'],
  ['https://api.contoso.com/desk/v2/', '/desk/v2'],
])('%s closes an open base path as %s', (endpoint, basePath) => {
  expect(withHost(anywhere, { endpoint })).toEqual({
    connector: {
      ...anywhere,
      definition: { ...anywhere.definition, host: 'api.contoso.com', schemes: ['https'], basePath },
      contract: { ...anywhere.contract, openHost: false, openBasePath: false },
    },
  });
});

test('without a choice the connector stays as it is', () => {
  expect(withHost(open, {})).toEqual({ connector: open });
});

const url = 'expected a URL such as "https://api.contoso.com/v1"';
const name = 'expected 2 to 64 letters, digits and hyphens, with a letter or digit at both ends';

test.each<[Connector, HostChoice, string]>([
  [
    open,
    { resource: 'a', endpoint: 'b' },
    'Both the resource "a" and the endpoint "b" were given, expected one of them.',
  ],
  [open, { resource: 'a' }, `The resource is "a", ${name}.`],
  [open, { resource: '-contoso' }, `The resource is "-contoso", ${name}.`],
  [open, { resource: 'contoso-' }, `The resource is "contoso-", ${name}.`],
  [open, { resource: 'a.b' }, `The resource is "a.b", ${name}.`],
  [open, { resource: 'contoso\n' }, `The resource is "contoso\\n", ${name}.`],
  [open, { resource: `a${'b'.repeat(64)}` }, `The resource is ${shorten(`a${'b'.repeat(64)}`)}, ${name}.`],
  [
    fixed,
    { resource: 'contoso' },
    'The connector "mine" has one host for everybody ("api.contoso.com"), so no resource can be named; an endpoint can replace it.',
  ],
  [anywhere, { resource: 'contoso' }, 'The connector "mine" is for any server, which only an endpoint can name.'],
  [
    connector({ host: 'localhost' }, true),
    { resource: 'contoso' },
    'The host of "mine" is "localhost", which has no place for a resource; an endpoint can replace it.',
  ],
  [
    connector({}, true),
    { resource: 'contoso' },
    'The host of "mine" is "", which has no place for a resource; an endpoint can replace it.',
  ],
  [open, { endpoint: 'api.contoso.com' }, `The endpoint is "api.contoso.com", ${url}.`],
  [
    open,
    { endpoint: 'https://<resource>.openai.azure.com' },
    `The endpoint is "https://<resource>.openai.azure.com", ${url}.`,
  ],
  [open, { endpoint: 'https://me:secret@contoso.com' }, `The endpoint holds credentials, ${url}.`],
  [
    open,
    { endpoint: 'https://contoso.com/?a=b' },
    `The endpoint "https://contoso.com/?a=b" has a query or a fragment, ${url}.`,
  ],
  [
    open,
    { endpoint: 'http://contoso.com' },
    'The endpoint is "http://contoso.com", expected one with https (http is for this machine only).',
  ],
  [
    open,
    { endpoint: 'http://127.0.0.1.contoso.com' },
    'The endpoint is "http://127.0.0.1.contoso.com", expected one with https (http is for this machine only).',
  ],
  [
    open,
    { endpoint: 'file:///etc/passwd' },
    'The endpoint is "file:///etc/passwd", expected one with https (http is for this machine only).',
  ],
  [
    open,
    { endpoint: 'http://[::1]:8080' },
    'The endpoint is "http://[::1]:8080", expected a host name or an IPv4 address: OpenAPI 2.0 has no other.',
  ],
])('%# is a problem', (given, choice, problem) => {
  expect(withHost(given, choice)).toEqual({ problem });
});
