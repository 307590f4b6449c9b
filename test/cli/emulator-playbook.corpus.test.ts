import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResourceManagementClient } from '@azure/arm-resources';
import { main } from '../../src/cli/main.js';
import { realWorld } from '../../src/cli/real-world.js';
import { connection, connectionBody, customApi, customApiBody, group, subscription } from '../emulator/ask.js';
import {
  assignment,
  guid,
  incident,
  incidentBody,
  playbook,
  sentinel,
  workflow,
  workspace,
} from '../emulator/playbook.js';

const managed = `/subscriptions/${subscription}/providers/Microsoft.Web/locations/westeurope/managedApis/azuresentinel`;

/** The command on a folder of its own, whose calls a recording answers. */
async function emulator() {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-playbook-'));
  const sample = {
    formatVersion: 1,
    request: { method: 'POST', url: 'https://api.contoso.com/v1/things/i1?v=2', headers: {}, body: {} },
    response: { status: 200, headers: {}, body: { said: 'All is well.' } },
  };
  writeFileSync(join(folder, 'sample.json'), JSON.stringify(sample));
  let end: () => void = () => undefined;
  const ended = new Promise<void>((done) => (end = done));
  let begin: (line: string) => void = () => undefined;
  const begun = new Promise<string>((done) => (begin = done));
  const world = { ...realWorld(process.cwd()), out: (text: string) => void begin(text), ended: () => ended };
  const line = ['emulate', '--state', join(folder, 'state'), '--samples', join(folder, 'sample.json'), '--quiet'];
  const code = main(line, world, () => Promise.reject(new Error('not asked for')));
  const { arm, tls } = JSON.parse(await begun) as { arm: string; tls: { url: string; certificate: string } };
  const stop = async () => {
    end();
    await code;
    rmSync(folder, { recursive: true });
  };
  return { arm, url: tls.url, ca: readFileSync(tls.certificate, 'utf8'), stop };
}

/** What the generic client of Azure's SDK gives of a list that it has no method for. */
async function listed(arm: string, path: string, version: string): Promise<readonly { properties: never }[]> {
  const answer = await fetch(`${arm}${path}?api-version=${version}`, { headers: { authorization: 'Bearer any' } });
  return ((await answer.json()) as { value: { properties: never }[] }).value;
}

test('a playbook and its roles are put with the real SDK, and an incident that is put starts it', async () => {
  const { arm, url, ca, stop } = await emulator();
  try {
    const credential = { getToken: async () => ({ token: 'any', expiresOnTimestamp: Date.now() + 3_600_000 }) };
    const options = { endpoint: url, credentialScopes: [`${url}/.default`], tlsOptions: { ca } };
    const { resources } = new ResourceManagementClient(credential, subscription, options);
    const put = (id: string, version: string, body: object) =>
      resources.beginCreateOrUpdateByIdAndWait(id, version, body, { updateIntervalInMs: 1 });
    await put(workspace, '2022-10-01', { location: 'westeurope' });
    await put(`${sentinel}/onboardingStates/default`, '2024-03-01', { properties: {} });
    await put(customApi('things'), '2016-06-01', customApiBody());
    await put(connection('helpdesk'), '2016-06-01', connectionBody());
    await put(connection('azuresentinel-play'), '2016-06-01', {
      location: 'westeurope',
      properties: { api: { id: managed }, parameterValueType: 'Alternative' },
    });
    const { identity } = await put(workflow('play'), '2019-05-01', playbook());
    const who = await fetch(`${arm}/v1.0/servicePrincipals(appId='98785600-1bb7-4fb9-b9fa-19afe2c8a360')`);
    const { id: insights } = (await who.json()) as { id: string };
    const roles = '/providers/Microsoft.Authorization/roleAssignments';
    await put(`${workspace}${roles}/${guid(1)}`, '2022-04-01', assignment('responder', identity?.principalId ?? ''));
    await put(`${group}${roles}/${guid(2)}`, '2022-04-01', assignment('automation', insights));
    const rule = {
      displayName: 'Run it',
      order: 1,
      triggeringLogic: { isEnabled: true, triggersOn: 'Incidents', triggersWhen: 'Created', conditions: [] },
      actions: [{ order: 1, actionType: 'RunPlaybook', actionConfiguration: { logicAppResourceId: workflow('play') } }],
    };
    await put(`${sentinel}/automationRules/${guid(3)}`, '2024-03-01', { properties: rule });
    expect((await resources.getById(`${sentinel}/automationRules/${guid(3)}`, '2024-03-01')).name).toBe(guid(3));
    await put(incident('i1'), '2024-03-01', incidentBody());
    const runs = () => listed(arm, `${workflow('play')}/runs`, '2019-05-01');
    const states = async () => (await runs()).map(({ properties: { status } }) => status as string);
    while ((await states()).join(' ') === 'Running') await new Promise((done) => setTimeout(done, 10));
    expect(await states()).toEqual(['Succeeded']);
    const comments = await listed(arm, `${incident('i1')}/comments`, '2024-03-01');
    expect(comments.map(({ properties: { message } }) => message as string)).toEqual(['All is well.']);
    const { properties } = (await resources.getById(incident('i1'), '2024-03-01')) as {
      properties?: { labels: object[] };
    };
    expect(properties?.labels).toEqual([{ labelName: 'seen', labelType: 'User' }]);
  } finally {
    await stop();
  }
});
