import { readFileSync } from 'node:fs';
import { connect } from '../../src/azure/connect.js';
import { findDrift } from '../../src/azure/drift.js';
import { planPublish } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import { pull } from '../../src/azure/pull.js';
import { planUnpublish, unpublish } from '../../src/azure/unpublish.js';
import { verify } from '../../src/azure/verify.js';
import { Secret } from '../../src/core/secret.js';
import { routes } from '../../src/emulator/routes.js';
import { swagger } from '../emulator/ask.js';
import { azure, canary, connectorWith, target as place } from './azure.js';

const role: { readonly Actions: readonly string[] } = JSON.parse(readFileSync('docs/azure-role.json', 'utf8'));
const { '/things': _gone, ...without } = swagger.paths;
const { location: _region, ...target } = place;
const first = { connector: connectorWith(), version: '1.0.0' };
const breaking = { connector: connectorWith({ swagger: { paths: without } }), version: '1.0.0' };
const key = new Secret(canary);

/** All that the commands do, by an account that may do only what is allowed. */
async function everything(allowed: readonly string[]): Promise<void> {
  const { client, set } = azure();
  set({ forbidden: routes.map(({ action }) => action).filter((action) => !allowed.includes(action)) });
  const request = { wanted: first, target, connection: 'mine' };
  await publish(client, await planPublish(client, request), { key });
  await connect(client, { connector: first.connector, target, connection: 'mine', key });
  const { result } = await verify(client, { target, connection: 'mine', connector: first.connector });
  if (result !== 'works') throw new Error('not verified');
  const plan = await planPublish(client, { ...request, wanted: breaking });
  if (!plan.allWorkflowsSeen) throw new Error('not all workflows seen');
  await findDrift(client, first, target);
  await pull(client, target);
  await unpublish(client, await planUnpublish(client, target));
}

test('the custom role is enough for every command', async () => {
  await expect(everything(role.Actions)).resolves.toBeUndefined();
});

/** A connector or a connection is joined where something refers to it: the emulator asks for no such right. */
const needed = role.Actions.filter((action) => !action.endsWith('/join/action'));
/** Without these a command goes on, and says what it could not see. */
const notNeeded = ['Microsoft.Authorization/locks/read', 'Microsoft.Resources/subscriptions/providers/read'];

test.each(needed.filter((action) => !notNeeded.includes(action)))('and %s is needed', async (action) => {
  await expect(everything(role.Actions.filter((one) => one !== action))).rejects.toThrow(/\S/);
});
