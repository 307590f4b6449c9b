import type { Json } from '../../src/core/json.js';
import { connectorOf, type LintExample } from '../../src/lint/example.js';
import { lint, type LintOptions } from '../../src/lint/lint.js';

/* What rules over the document, its security and apiProperties.json say beyond their examples. */

type Changed = Omit<LintExample, 'at'>;

const found = (changes: Changed, options: LintOptions = {}): readonly (readonly [string, string])[] =>
  lint(connectorOf({ ...changes, at: [] }), options).map(({ code, pointer }) => [code, pointer]);

const open = (changes: Changed): readonly string[] => {
  const connector = connectorOf({ ...changes, at: [] });
  return lint({ ...connector, contract: { ...connector.contract, openHost: true } }).map(({ code }) => code);
};

test.each([
  ['localhost', ['host-not-public']],
  ['LOCALHOST:8080', ['host-not-public']],
  ['tickets', ['host-not-public']],
  ['www.example.com', ['host-not-public']],
  ['172.20.1.1', ['host-not-public']],
  ['172.32.1.1', []],
  ['yourdomain.contoso.com', ['host-not-public']],
  ['your-instance.contoso.com', ['host-not-public']],
  ['yourcompanyname.contoso.com', ['host-not-public']],
  ['yourhosting.com', []],
  ['myexample.com', []],
  ['qa2.contoso.com', ['host-not-production']],
  ['sandboxes.contoso.com', []],
])('the host %s', (host, codes) => {
  expect(found({ definition: { '/host': host } }).map(([code]) => code)).toEqual(codes);
  expect(open({ definition: { '/host': host } })).toEqual([]);
});

test('a private host is fine behind a gateway, where only a key is not', () => {
  const changes = { definition: { '/host': '10.0.0.7' }, properties: { '/properties/capabilities': ['gateway'] } };
  expect(found(changes)).toEqual([['gateway-with-key', '/properties/capabilities/0']]);
});

test.each([
  ['x-ms-sumamry', 'x-ms-summary'],
  ['x-ms-summary title', 'x-ms-summary'],
  ['x-ms-summary:', 'x-ms-summary'],
  ['x-ms  -summary', 'x-ms-summary'],
  ['X-MS-Summary', 'x-ms-summary'],
  ['x-ms-enum-value', 'x-ms-enum-values'],
])('%s was meant to be %s', (key, to) => {
  const pointer = '/paths/~1queues/get/parameters/0';
  const connector = connectorOf({ definition: { [`${pointer}/${key}`]: 'x' }, at: [] });
  const misspelled = lint(connector).filter(({ code }) => code === 'extension-misspelled');
  expect(misspelled.map(({ fix }) => fix)).toEqual([{ rename: `${pointer}/${key}`, to }]);
});

test.each(['x-ms-client-name', 'x-ms-examples', 'x-ms-paths', 'x-ms-parameterized-host'])(
  '%s is another tool’s',
  (key) => {
    expect(found({ definition: { [`/${key}`]: {} } })).toEqual([['extension-unknown', `/${key}`]]);
  },
);

test('a connector that has no apiProperties.json is not told what stands there', () => {
  expect(found({ properties: { '/properties': {} } }, { hasProperties: false })).toEqual([]);
  expect(found({ properties: { '/properties': {} } }).map(([code]) => code)).toEqual([
    'key-parameter-missing',
    'icon-color-invalid',
    'publisher-missing',
  ]);
});

test('what Logic Apps lacks is no matter for certification', () => {
  const changes = { properties: { '/properties/scriptOperations': ['GetTicket'] } };
  expect(found(changes)).toEqual([['not-in-logic-apps', '/properties/scriptOperations']]);
  expect(found(changes, { profile: 'certification' })).toEqual([]);
});

test('a key that a set of parameters asks for is asked for', () => {
  const parameters = { api_key: { type: 'securestring', uiDefinition: { displayName: 'Key', description: 'Yours.' } } };
  const values = [{ name: 'key', uiDefinition: { displayName: 'Use a key' }, parameters }];
  const properties = {
    '/properties/connectionParameters': undefined,
    '/properties/connectionParameterSets': { values },
  };
  expect(found({ properties })).toEqual([['not-in-logic-apps', '/properties/connectionParameterSets']]);
});

test('the one right answer is given', () => {
  const metadata = '/x-ms-connector-metadata/1/propertyName';
  const changes = { '/schemes': [], '/basePath': '/v1//', '/info/title': 'Tickets. ', [metadata]: 'Privacy Policy' };
  const fixes = lint(connectorOf({ definition: { ...changes, '/security': undefined }, at: [] })).map(({ fix }) => fix);
  expect(fixes).toEqual([
    { set: '/basePath', value: '/v1' },
    { set: '/schemes', value: ['https'] },
    { set: '/info/title', value: 'Tickets' },
    { set: metadata, value: 'Privacy policy' },
    { set: '/security', value: [{ api_key: [] }] },
  ]);
});

test.each<[string, Json]>([
  ['no list', 7],
  ['no pairs', [null, 'a', [], { propertyName: 4 }]],
  [
    'pairs without values',
    [{ propertyName: 'Website' }, { propertyName: 'Privacy policy' }, { propertyName: '__proto__' }],
  ],
])('metadata that is %s', (_what, metadata) => {
  expect(found({ definition: { '/x-ms-connector-metadata': metadata } })).toEqual([
    ['metadata-missing', '/x-ms-connector-metadata'],
  ]);
});

test('parts of apiProperties.json that are not judged may be anything', () => {
  const sets = { values: [null, { name: {}, parameters: [] }] };
  const policies = [null, { templateId: 4, parameters: 'x' }, { templateId: 'setheader' }];
  const properties = {
    '/properties/connectionParameterSets': sets,
    '/properties/policyTemplateInstances': policies,
    '/properties/scriptOperations': [{}],
  };
  expect(found({ properties })).toEqual([
    ['parameter-set-incomplete', '/properties/connectionParameterSets/values/1'],
    ['not-in-logic-apps', '/properties/policyTemplateInstances'],
    ['not-in-logic-apps', '/properties/scriptOperations'],
    ['not-in-logic-apps', '/properties/connectionParameterSets'],
    ['policy-template-unknown', '/properties/policyTemplateInstances/1'],
    ['policy-parameter-missing', '/properties/policyTemplateInstances/2'],
    ['properties-operation-unknown', '/properties/scriptOperations/0'],
  ]);
});

test('a secret is reported and not printed', () => {
  const key = `sk-${'fedcba9876543210'.repeat(2)}`;
  const [secret, ...others] = lint(connectorOf({ definition: { '/info/termsOfService': `key ${key}` }, at: [] }));
  expect(others).toEqual([]);
  expect(secret?.message).toBe('A text looks like a secret, expected none here: a connection asks for it.');
});
