import { readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import type { Json } from '../../src/core/json.js';
import { readSample } from '../../src/http/sample.js';
import { connection, customApi, emulator, group } from './ask.js';
import { assign, incident, SENTINEL, workflow, workspace } from './playbook.js';

/*
 * Each shipped playbook is deployed by its own template and runs on each incident of samples/: what it leaves there has to be what
 * `playbook run` leaves.
 */

const json = (path: string): never => JSON.parse(readFileSync(path, 'utf8')) as never;

interface Expected {
  readonly status: string;
  readonly comments: readonly object[];
  readonly tasks: readonly { readonly title: string }[];
  readonly tags: readonly string[];
}

const cases = readdirSync('samples/playbooks').flatMap((playbook) =>
  readdirSync(`samples/playbooks/${playbook}`)
    .filter((file) => file.endsWith('.expect.json'))
    .map((file) => [playbook, file.replace('.expect.json', '')] as const),
);

function exchanges(folder: string) {
  return readdirSync(folder).flatMap((name) => {
    const source = readJson(name, readFileSync(`${folder}/${name}`, 'utf8'));
    return readSample(source).exchanges;
  });
}

interface Listed {
  readonly value: readonly { readonly properties: Readonly<Record<string, Json>> }[];
}

/** A template deployed, with the connector and the connection that it needs. */
function deployed(playbook: string, folder: string) {
  const here = emulator({}, { exchanges: exchanges(folder) });
  const { ask } = here;
  const swagger = json('connector/openai/apiDefinition.swagger.json');
  const { properties } = json('connector/openai/apiProperties.json') as {
    properties: { connectionParameters: object };
  };
  const { connectionParameters } = properties;
  ask(`PUT ${customApi('openai')}`, {
    location: 'westeurope',
    properties: { swagger, connectionParameters, backendService: { serviceUrl: 'https://api.openai.com/v1' } },
  });
  const template = json(`playbooks/${playbook}/azuredeploy.json`) as {
    parameters: Record<string, { defaultValue?: Json }>;
  };
  const lacking = Object.entries(template.parameters).filter(([, { defaultValue }]) => defaultValue === undefined);
  const given = lacking.map(([name]) => [name, { value: 'https://mine.openai.azure.com' }] as const);
  const body = { properties: { mode: 'Incremental', template, parameters: Object.fromEntries(given) } };
  const at = `${group}/providers/Microsoft.Resources/deployments/d?api-version=2022-09-01`;
  const made = ask(`PUT ${at}`, body).body as { properties: { error?: object } };
  expect(made.properties.error).toBeUndefined();
  const key = { api: { id: customApi('openai') }, parameterValues: { api_key: 'Bearer canary' } };
  ask(`PUT ${connection(`completion-${playbook}`)}`, { location: 'westeurope', properties: key });
  const { identity } = ask(`GET ${workflow(playbook)}?api-version=2019-05-01`).body as unknown as {
    identity: { principalId: string };
  };
  assign(here, ['responder', identity.principalId, workspace]);
  assign(here, ['automation', here.state().settings.securityInsightsId, group], 2);
  return here;
}

test.each(cases)('%s on %s', async (playbook, name) => {
  const want = json(`samples/playbooks/${playbook}/${name}.expect.json`) as Expected;
  const { ask, runs } = deployed(playbook, `samples/playbooks/${playbook}/${name}`);
  const { object } = json(`samples/incidents/${name}.json`) as { object: { properties: { description?: string } } };
  // one is longer than Azure takes it
  const description = object.properties.description?.slice(0, 5000);
  const properties = { ...object.properties, ...(description !== undefined && { description }) };
  const put = ask(`PUT ${incident('i1')}?${SENTINEL}`, { properties });
  expect(put.status).toBe(201);
  const asked = { logicAppsResourceId: workflow(playbook), tenantId: 't' };
  expect(ask(`POST ${incident('i1')}/runPlaybook?${SENTINEL}`, asked).status).toBe(204);
  const [record] = await runs();
  const children = (kind: string) => (ask(`GET ${incident('i1')}/${kind}?${SENTINEL}`).body as unknown as Listed).value;
  const { labels } = (
    ask(`GET ${incident('i1')}?${SENTINEL}`).body as never as { properties: { labels: { labelName: string }[] } }
  ).properties;
  expect({
    status: record?.status,
    tasks: children('tasks').map(({ properties }) => properties['title']),
    comments: children('comments').length,
    tags: labels.map(({ labelName }) => labelName),
  }).toEqual({
    status: want.status,
    tasks: want.tasks.map(({ title }) => title),
    comments: want.comments.length,
    tags: want.tags,
  });
});
