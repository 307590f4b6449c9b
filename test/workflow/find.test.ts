import { HOLE } from '../../src/arm/hole.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { call, read } from './read.js';

const definition: JsonObject = { triggers: {}, actions: { A: call() } };
const workflow = (name: Json, more: JsonObject = {}): Json => ({
  type: 'Microsoft.Logic/workflows',
  name,
  properties: { definition, ...more },
});
const template = (resources: Json, more: JsonObject = {}): JsonObject => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  resources,
  ...more,
});
const deployment = (properties: JsonObject): Json => ({
  type: 'Microsoft.Resources/deployments',
  name: 'd',
  properties,
});
const named = "[parameters('Name')]";
const names = (value: string, other: string) => ({
  Name: { type: 'string', defaultValue: value },
  Other: { defaultValue: other },
});

test.each<[string, Json, readonly (readonly [name: string | undefined, pointer: string])[]]>([
  ['a code view', { definition }, [[undefined, '/definition']]],
  ['a definition by itself', definition, [[undefined, '']]],
  ['Standard', { definition, kind: 'Stateful' }, [[undefined, '/definition']]],
  ['as the service gives it', { name: 'w', properties: { definition } }, [['w', '/properties/definition']]],
  [
    'a template',
    template([workflow('w'), workflow(named)], { parameters: names('n', 'o') }),
    [
      ['w', '/resources/0/properties/definition'],
      ['n', '/resources/1/properties/definition'],
    ],
  ],
  [
    'a name that only the deployment knows',
    template([workflow("[concat('a-', resourceGroup().name)]")]),
    [['a-…', '/resources/0/properties/definition']],
  ],
  ['resources by name', template({ a: workflow('w') }), [['w', '/resources/a/properties/definition']]],
  [
    'a resource within another',
    template([{ type: 'x/y', name: 'z', resources: [workflow('w')] }]),
    [['w', '/resources/0/resources/0/properties/definition']],
  ],
  [
    'a template within a template, in the scope of the outer one',
    template([deployment({ template: template([workflow(named)], { parameters: names('inner', '') }) })], {
      parameters: names('outer', ''),
    }),
    [['outer', '/resources/0/properties/template/resources/0/properties/definition']],
  ],
  [
    'a template within a template, in a scope of its own',
    template(
      [
        deployment({
          expressionEvaluationOptions: { scope: 'Inner' },
          parameters: { Name: { value: "[concat(parameters('Name'), '-', parameters('Other'))]" } },
          template: template([workflow("[concat(parameters('Name'), '/', parameters('Other'))]")], {
            parameters: names('inner', 'mine'),
          }),
        }),
      ],
      { parameters: names('outer', 'theirs') },
    ),
    [['outer-theirs/mine', '/resources/0/properties/template/resources/0/properties/definition']],
  ],
  [
    'a package of the content hub',
    template(
      [
        {
          type: 'Microsoft.OperationalInsights/workspaces/providers/contentTemplates',
          name: 'x',
          properties: {
            mainTemplate: template([workflow("[[concat(parameters('Name'), '-x')]")], {
              parameters: { Name: { defaultValue: "[variables('v')]" } },
            }),
          },
        },
      ],
      { variables: { v: 'outer' } },
    ),
    [['outer-x', '/resources/0/properties/mainTemplate/resources/0/properties/definition']],
  ],
  [
    'a template without one',
    template([{ type: 'Microsoft.Web/customApis', name: 'x', properties: { swagger: {} } }]),
    [],
  ],
  ['a linked template', template([deployment({ templateLink: { uri: 'https://x' } })]), []],
])('%s', (_name, value, expected) => {
  const { workflows, findings } = read(value);
  expect(findings).toEqual([]);
  expect(workflows.map(({ name, pointer }) => [name, pointer])).toEqual(expected);
  expect(
    workflows.map(({ calls, pointer }) => calls.map(({ step }) => step.pointer === `${pointer}/actions/A`)),
  ).toEqual(expected.map(() => [true]));
});

test.each<[string, Json, readonly string[]]>([
  ['a list', [], ['']],
  ['a text', 'x', ['']],
  ['an OpenAPI definition', { swagger: '2.0', paths: {} }, ['']],
  ['a definition that is none', { definition: 'x' }, ['/definition']],
  [
    'triggers that are none',
    { definition: { triggers: [], actions: 1 } },
    ['/definition/triggers', '/definition/actions'],
  ],
  [
    'an action that is none',
    { definition: { actions: { A: call(), B: [], C: { actions: { D: 'x' } } } } },
    ['/definition/actions/B', '/definition/actions/C/actions/D'],
  ],
  [
    'a workflow without a definition',
    template([{ type: 'microsoft.logic/Workflows', name: 'w', properties: {} }]),
    ['/resources/0/properties/definition'],
  ],
])('%s is told', (_name, value, pointers) => {
  expect(read(value).findings.map(({ code, pointer }) => [code, pointer])).toEqual(
    pointers.map((pointer) => ['workflow-shape', pointer]),
  );
});

test('findings stand in the order of the file', () => {
  const actions = {
    A: { type: 'Compose', inputs: ['@a', { '@b': '@c(' }] },
    B: 1,
    C: { type: 'Compose', inputs: '@not(@true)' },
  };
  const broken = { type: 'Microsoft.Logic/workflows', name: '[a]', properties: { definition: { actions }, x: '[b]' } };
  expect(
    read(template([broken])).findings.map(({ code, pointer }) => `${code} ${pointer.replace('/resources/0', '')}`),
  ).toEqual([
    'arm-expression /name',
    'workflow-expression /properties/definition/actions/A/inputs/0',
    'workflow-expression /properties/definition/actions/A/inputs/1/@b',
    'workflow-expression /properties/definition/actions/A/inputs/1/@b',
    'workflow-shape /properties/definition/actions/B',
    'workflow-expression-at-sign /properties/definition/actions/C/inputs',
    'arm-expression /properties/x',
  ]);
});

test('what only the deployment knows is left out', () => {
  const unknown = "[parameters('x')]";
  const resource = (given: Json): Json => ({
    type: 'Microsoft.Logic/workflows',
    name: 'w',
    properties: { definition: given },
  });
  const actions = { A: call(), B: unknown, C: { type: 'Scope', actions: unknown } };
  const { workflows, findings } = read(template([resource(unknown), resource({ triggers: unknown, actions })]));
  expect(findings).toEqual([]);
  expect(workflows.map(({ steps }) => steps.map(({ name }) => name))).toEqual([['A', 'C']]);
});

test("a template's connections tell the APIs of a workflow", () => {
  const connection = {
    type: 'Microsoft.Web/connections',
    name: "[variables('connection')]",
    properties: { api: { id: "[resourceId('Microsoft.Web/customApis', 'Things')]" } },
  };
  const entry = {
    connectionId: "[resourceId('Microsoft.Web/connections', variables('Connection'))]",
    connectionName: "[variables('connection')]",
    id: "[parameters('unknown')]",
  };
  const apiOf = (value: Json) => {
    const parameters = { $connections: { value: { things: value } } };
    const variables = { connection: "[concat('C-', 'x')]" };
    return read(template([workflow('w', { parameters }), connection], { variables })).workflows[0]?.calls[0]?.api;
  };
  expect(apiOf(entry)).toEqual({ kind: 'custom', name: 'Things' });
  expect(apiOf({ ...entry, connectionId: '', connectionName: 'c-X' })).toEqual({ kind: 'custom', name: 'Things' });
  expect(apiOf({ ...entry, connectionId: '', connectionName: 'other' })).toEqual({ kind: 'unknown' });
  expect(apiOf({ ...entry, id: "[concat('/providers/Microsoft.Web/customApis/', parameters('unknown'))]" })).toEqual({
    kind: 'custom',
    name: 'Things',
  });
  expect(apiOf({ id: "[concat('/providers/Microsoft.Web/customApis/', parameters('unknown'))]" })).toEqual({
    kind: 'custom',
  });
});

test('what the deployment fills in is no broken expression', () => {
  const inputs = {
    path: "[concat('/x/@{encodeURIComponent(''', parameters('p'), ''')}')]",
    a: "[concat('@', parameters('p'))]",
    host: { connection: { name: "[concat('@parameters(''$connections'')[''', 'things', '''][''connectionId'']')]" } },
  };
  const resource = {
    ...(workflow('w') as object),
    properties: { definition: { actions: { A: { type: 'ApiConnection', inputs } } } },
  };
  const { workflows, findings } = read(template([resource]));
  expect(findings).toEqual([]);
  expect(workflows[0]?.calls.map(({ key, path }) => [key, path])).toEqual([['things', `/x/${HOLE}`]]);
});
