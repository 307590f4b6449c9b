import { deployedResources, type ArmDeployment } from '../../src/arm/deploy.js';
import type { Json, JsonObject } from '../../src/core/json.js';

const scope = { subscription: 'S', group: { name: 'G', location: 'westeurope' } };
const id = (name: string) => `/subscriptions/S/resourceGroups/G/providers/A.B/c/${name}`;
const resource = (name: string, more: object = {}): JsonObject => ({ type: 'A.B/c', apiVersion: '1', name, ...more });

function made(template: object, more: Partial<ArmDeployment> = {}) {
  const { resources, problems } = deployedResources({ template: template as JsonObject, scope, ...more });
  return { ids: resources.map((one) => one.id), bodies: resources.map(({ body }) => body), problems };
}

test.each<[Json, Json]>([
  ['[resourceGroup().location]', 'westeurope'],
  ['[resourceGroup().id]', '/subscriptions/S/resourceGroups/G'],
  ['[subscription().subscriptionId]', 'S'],
  ["[resourceId('A.B/c', 'x')]", id('x')],
  ["[startsWith('Bearer x', 'bearer ')]", true],
  ["[endsWith('x.Y', '.y')]", true],
  ["[if(not(equals(1, 2)), 'a', 'b')]", 'a'],
  ["[length(parameters('list'))]", 2],
  ["[empty(parameters('none'))]", true],
  ["[variables('v')]", 'westeurope!'],
  ['[[a]', '[a]'],
  [{ '[key]': ["[parameters('secret')]"] }, { '[key]': ['s3'] }],
])('%j gives %j', (written, value) => {
  const template = {
    parameters: {
      list: { type: 'array', defaultValue: [1, 2] },
      none: { type: 'object', defaultValue: {} },
      secret: { type: 'securestring' },
    },
    variables: { v: "[concat(resourceGroup().location, '!')]" },
    resources: [
      resource('x', { properties: { value: written }, location: 'l', kind: 'k', dependsOn: [], comments: 'c' }),
    ],
  };
  const parameters = { Secret: { reference: { keyVault: { id: 'v' }, secretName: 'n' } } };
  const { bodies, problems } = made(template, {
    parameters,
    secretOf: (vault, name) => `${vault === 'v' && name === 'n' ? 's' : ''}3`,
  });
  expect([bodies, problems]).toEqual([[{ location: 'l', kind: 'k', properties: { value } }], []]);
});

test('order follows what depends on what, by name or id', () => {
  const resources = [
    resource('c', { dependsOn: [id('B')] }),
    resource('b', { dependsOn: ["[resourceId('A.B/c', 'a')]"] }),
    resource('a'),
    resource('off', { condition: false }),
    resource('d', { dependsOn: ['c'] }),
  ];
  expect(made({ resources }).ids).toEqual(['a', 'b', 'c', 'd'].map(id));
});

test('copies, and deployments within it to other groups', () => {
  const inner = {
    parameters: { name: { type: 'string' }, region: { type: 'string', defaultValue: '[resourceGroup().location]' } },
    resources: [resource("[parameters('name')]", { location: "[parameters('region')]" })],
  };
  const deployment = {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '1',
    name: "[concat('d', copyIndex(1))]",
    resourceGroup: "[parameters('targets')[copyIndex()].group]",
    copy: { name: 'all', count: "[length(parameters('targets'))]" },
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'inner' },
      parameters: { name: { value: "[parameters('targets')[copyIndex()].name]" } },
      template: inner,
    },
  };
  const { ids, bodies, problems } = made(
    { parameters: { targets: { type: 'array' } }, resources: [deployment] },
    {
      scope: { subscription: 'S' },
      parameters: {
        targets: {
          value: [
            { group: 'G1', name: 'a' },
            { group: 'G2', name: 'b' },
          ],
        },
      },
      regionOf: (_subscription, group) => (group === 'G1' ? 'westus' : 'eastus'),
    },
  );
  expect(problems).toEqual([]);
  expect(ids).toEqual([
    '/subscriptions/S/resourceGroups/G1/providers/A.B/c/a',
    '/subscriptions/S/resourceGroups/G2/providers/A.B/c/b',
  ]);
  expect(bodies).toEqual([{ location: 'westus' }, { location: 'eastus' }]);
});

const nested = (more: object) => ({
  resources: [{ type: 'Microsoft.Resources/deployments', apiVersion: '1', name: 'd', ...more }],
});

test.each<[string, object, Partial<ArmDeployment>, string, string]>([
  [
    'a parameter without a value',
    { parameters: { a: { type: 'string' } } },
    {},
    '/parameters/a',
    'The parameter "a" has no value.',
  ],
  [
    'one that is not declared',
    {},
    { parameters: { a: { value: 1 } } },
    '/parameters/a',
    'The template has no parameter "a".',
  ],
  [
    'one of another type',
    { parameters: { a: { type: 'String' } } },
    { parameters: { a: { value: 1 } } },
    '/parameters/a',
    'The parameter "a" has the type integer, expected String.',
  ],
  [
    'a secret that is not there',
    { parameters: { a: { type: 'securestring' } } },
    { parameters: { a: { reference: { keyVault: { id: 'v' }, secretName: 'n' } } } },
    '/parameters/a',
    'The parameter "a" has no value.',
  ],
  [
    'a circle',
    { resources: [resource('a', { dependsOn: ['a'] })] },
    {},
    '/resources/0',
    'The resource "a" depends on itself.',
  ],
  [
    'a dependency that is not there',
    { resources: [resource('a', { dependsOn: ['x'] })] },
    {},
    '/resources/0',
    'The resource "x" is not in the template.',
  ],
  [
    'a function that is not known',
    { resources: [resource('a', { tags: "[uniqueString('a')]" })] },
    {},
    '/resources/0',
    'The resource holds an expression whose value is not known.',
  ],
  [
    'an expression that is none',
    { resources: [resource('a', { tags: '[a]' })] },
    {},
    '/resources/0/tags',
    "Unable to parse language expression 'a': expected token 'LeftParenthesis' and actual 'EndOfData'.",
  ],
  [
    'too many copies',
    { resources: [resource('a', { copy: { count: 801 } })] },
    {},
    '/resources/0/copy',
    'The count is 801, expected 0 to 800.',
  ],
  [
    'too many resources',
    { resources: Array.from({ length: 801 }, () => resource('a')) },
    {},
    '',
    'The template is too large.',
  ],
  [
    'a nested template without a scope of its own',
    nested({ properties: { template: {} } }),
    {},
    '/resources/0/properties/template',
    'The deployment has no template with a scope of its own.',
  ],
  [
    'a group that is not there',
    nested({ resourceGroup: 'x', properties: { expressionEvaluationOptions: { scope: 'inner' }, template: {} } }),
    {},
    '/resources/0',
    'The resource group "x" could not be found.',
  ],
])('%s is told, and nothing is deployed', (_name, template, more, pointer, message) => {
  const { ids, problems } = made(template, more);
  expect(problems[0]).toEqual({ pointer, message });
  expect(ids).toEqual([]);
});

test('resources that fill the memory end', () => {
  const text = 'x'.repeat(100_000);
  const many = Array.from({ length: 5 }, (_, at) => resource(`a${at}`, { copy: { count: 800 }, tags: { text } }));
  const { ids, problems } = made({ resources: many });
  expect([ids, problems.map(({ message }) => message)]).toEqual([
    [],
    ['The resources of the template are too large together.'],
  ]);
});

test.each([null, 1, 'x', [1], [[]], { resources: { a: 1 } }, { resources: [null, 'a', { type: 5, name: {} }] }])(
  '%j does no harm',
  (resources) => {
    expect(() => made({ resources, parameters: resources, variables: resources })).not.toThrow();
  },
);
