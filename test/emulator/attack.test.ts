import type { EmulatorRequest } from '../../src/emulator/message.js';
import { connection, connectionBody, customApi, customApiBody, emulator, group, parsed, subscription } from './ask.js';
import { incident, incidentBody, LOGIC, playbook, ROLE, sentinel, SENTINEL, workflow, workspace } from './playbook.js';

/** Numbers below 1, the same each time. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

const names = [
  'things',
  'c',
  '__proto__',
  'constructor',
  'toString',
  '%2e%2e',
  '..',
  '',
  '%00',
  '%zz',
  'a%2Fb',
  'ü',
  'x'.repeat(300),
  '%F0%9F%92%A9',
  "'",
  '{name}',
  '\ud800',
];
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'text',
  [],
  [[]],
  {},
  { a: {} },
  '\ud800',
  JSON.parse('{"__proto__": {"x": 1}}'),
  { swagger: '2.0' },
];
const lines = [
  `PUT ${customApi('things')}`,
  `PATCH ${customApi('things')}`,
  `GET ${customApi('things')}?export=true`,
  `POST ${customApi('things')}/move`,
  `PUT ${connection('c')}`,
  `PATCH ${connection('c')}`,
  `POST ${connection('c')}/dynamicInvoke`,
  `POST ${connection('c')}/listConsentLinks`,
  `GET ${group}/providers/Microsoft.Web/connections?$filter=Kind%20eq%20'V1'&$top=2&skiptoken=L2E`,
  `PUT ${group}/providers/Microsoft.Logic/workflows/w?api-version=2019-05-01`,
  `PUT ${group}?api-version=2021-04-01`,
  `GET ${group}/resources?api-version=2021-04-01`,
  `PUT ${group}/providers/Microsoft.Authorization/locks/l?api-version=2016-09-01`,
  `PUT ${group}/providers/Microsoft.Authorization/roleAssignments/r?api-version=2022-04-01`,
  `GET /subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`,
  `POST /subscriptions/${subscription}/providers/Microsoft.Web/register?api-version=2021-04-01`,
  `POST ${workflow('w')}/validate?${LOGIC}`,
  `POST ${workflow('w')}/triggers/manual/run?${LOGIC}`,
  `GET ${workflow('w')}/runs?${LOGIC}`,
  `PUT ${workspace}?api-version=2022-10-01`,
  `PUT ${incident('i')}?${SENTINEL}`,
  `PUT ${incident('i')}/comments/c?${SENTINEL}`,
  `PUT ${incident('i')}/tasks/t?${SENTINEL}`,
  `POST ${incident('i')}/runPlaybook?${SENTINEL}`,
  `PUT ${sentinel}/automationRules/r?${SENTINEL}`,
  `GET ${group}/providers/Microsoft.Authorization/roleDefinitions?${ROLE}&$filter=roleName%20eq%20'a'`,
  "GET /v1.0/servicePrincipals(appId='98785600-1bb7-4fb9-b9fa-19afe2c8a360')",
  'POST /workflows/x/triggers/manual/paths/invoke?sp=a&sig=b',
  'GET /api-swagger-files/x.json?sig=a&se=b',
  'POST /apim/x/y/things/1',
];
const bodies: readonly object[] = [
  customApiBody(),
  connectionBody(),
  { request: { method: 'post', path: '/things/1', queries: { a: 1 }, headers: { b: 2 }, body: { c: [] } } },
  { id: customApi('other') },
  {
    location: 'westeurope',
    properties: { definition: { parameters: { a: { type: 'SecureString' } } }, parameters: { a: { value: 1 } } },
  },
  { properties: { level: 'ReadOnly', roleDefinitionId: 'r', principalId: 'p' } },
  { parameters: [{ redirectUrl: 'x' }] },
  incidentBody({ labels: [{ labelName: 'a' }], alerts: [{}], relatedEntities: [] }),
  { properties: { message: 'm', title: 't', status: 'New' } },
  { logicAppsResourceId: workflow('w'), tenantId: 't' },
  playbook({ A: { type: 'Compose', inputs: '@triggerBody()', runAfter: {} } }),
];

/** Somewhere in `value` something else. */
function changed(value: unknown, random: () => number, depth = 0): unknown {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item; // within the list
  if (depth > 5 || random() < 0.25 || typeof value !== 'object' || value === null) return pick(values);
  const entries = Object.entries(value);
  if (entries.length === 0) return pick(values);
  const at = Math.floor(random() * entries.length);
  const mutated = entries.map(([key, inner], index) => [
    index === at && random() < 0.1 ? pick(names) : key,
    index === at ? changed(inner, random, depth + 1) : inner,
  ]);
  return Array.isArray(value) ? mutated.map(([, inner]) => inner) : Object.fromEntries(mutated);
}

function request(random: () => number): EmulatorRequest & { body: string } {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item; // within the list
  const [method = '', target = ''] = pick(lines).split(' ');
  const parts = target.split('/');
  if (random() < 0.3) parts[1 + Math.floor(random() * (parts.length - 1))] = pick(names);
  if (random() < 0.05) parts.splice(Math.floor(random() * parts.length), 1);
  const path = parts.join('/');
  const version =
    path.includes('api-version') || random() < 0.05
      ? ''
      : `${path.includes('?') ? '&' : '?'}api-version=${pick(['2016-06-01', '2018-07-01-preview'])}`;
  const text = JSON.stringify(random() < 0.3 ? pick(bodies) : changed(pick(bodies), random));
  const body = random() < 0.05 ? text.slice(0, Math.floor(random() * text.length)) : text;
  return {
    method: random() < 0.05 ? pick(['HEAD', 'OPTIONS', '', 'GETGET', 'get']) : method,
    url: path + version,
    headers: {
      authorization: random() < 0.02 ? '' : 'Bearer x',
      'content-type': pick(['application/json', 'text/plain', '', 'multipart/form-data']),
    },
    body,
  };
}

test.each([1, 2])(
  'hostile requests are answered, in the right shape, and leave a state that is JSON (seed %j)',
  (seed) => {
    const random = numbers(seed);
    const { ask, raw, state } = emulator();
    const wrong: string[] = [];
    const counts = new Map<number, number>();
    for (let n = 0; n < 1200; n++) {
      if (n % 100 === 0) {
        // what earlier requests locked, moved or deleted
        ask(`DELETE ${group}/providers/Microsoft.Authorization/locks/l?api-version=2016-09-01`);
        ask(`PUT ${customApi('things')}`, customApiBody());
        ask(`PUT ${connection('c')}`, connectionBody());
      }
      const asked = request(random);
      const { response } = raw({ ...asked, headers: { ...asked.headers } });
      if (response === undefined) continue;
      counts.set(response.status, (counts.get(response.status) ?? 0) + 1);
      const body = parsed(response.body) as { error?: { code?: unknown; message?: unknown } } | undefined;
      const isElsewhere = /^\/?(?:apim|api-swagger-files|v1\.0|workflows)(?:[/?]|$)/.test(asked.url);
      const isError = response.status >= 400;
      const isShaped = typeof body?.error?.code === 'string' && typeof body.error.message === 'string';
      if (isError && !isElsewhere && !isShaped && asked.method !== 'HEAD')
        wrong.push(`${asked.method} ${asked.url}: ${response.status}`);
      if (response.status >= 500 && response.status !== 501)
        wrong.push(`${asked.method} ${asked.url}: ${response.status}`);
    }
    expect(wrong).toEqual([]);
    expect(JSON.parse(JSON.stringify(state()))).toEqual(state());
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(counts.get(200) ?? 0).toBeGreaterThan(200);
    expect(counts.get(400) ?? 0).toBeGreaterThan(200);
  },
);

test('a body that is nested without end is no JSON to us', () => {
  const { raw } = emulator();
  const body = '['.repeat(1_000_000);
  const { response } = raw({ method: 'PUT', url: `${customApi('a')}?api-version=2016-06-01`, body });
  expect([response?.status, parsed(response?.body ?? '')]).toEqual([
    400,
    {
      error: {
        code: 'InvalidRequestContent',
        message: 'The request content was invalid and could not be deserialized: a JSON object is expected.',
      },
    },
  ]);
});
