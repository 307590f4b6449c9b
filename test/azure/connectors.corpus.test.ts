import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { armClient } from '../../src/azure/client.js';
import { clouds } from '../../src/azure/cloud.js';
import type { ArmRequest } from '../../src/azure/message.js';
import { findDrift } from '../../src/azure/drift.js';
import { keyPrefix } from '../../src/azure/key-prefix.js';
import { planPublish } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import { pull } from '../../src/azure/pull.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { writeConnector } from '../../src/definition/write.js';
import type { EmulatorSettings } from '../../src/emulator/state.js';
import { azure, connectorWith, target } from './azure.js';

const folder = '../shared/data/connectors';
const corpus = existsSync(folder) ? describe : describe.skip;

/** Each of so many published connectors is tried. */
const STEP = 10;

corpus('published connectors', () => {
  test.each<[string, Partial<EmulatorSettings>]>([
    ['as they were sent', {}],
    ['in the form of the gateway', { exportGives: 'modified' }],
  ])('are published, do not drift, and are pulled with the same bytes, %s', async (_name, settings) => {
    const wrong: string[] = [];
    let count = 0;
    for (const [name, connector] of connectors()) {
      const { client } = azure(settings);
      const wanted = { connector, version: '' };
      const published = await planPublish(client, { wanted, target })
        .then((plan) => publish(client, plan))
        .catch(() => undefined);
      if (published === undefined) continue; // refused, as Azure would
      count += 1;
      const { drifted, unknown } = await findDrift(client, wanted, target);
      const [step] = (await planPublish(client, { wanted, target })).steps;
      const pulled = await pull(client, target, connector);
      const isSame = JSON.stringify(pulled.files) === JSON.stringify(writeConnector(connector));
      const codes = drifted.flatMap(({ changes }) => changes.map(({ code, pointer }) => `${code} ${pointer}`));
      if (codes.length > 0 || unknown.length > 0 || step?.action !== 'none' || !isSame) {
        wrong.push(`${name} ${step?.action} ${isSame} ${codes.slice(0, 3)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });

  test('the prefixes of their keys', () => {
    const prefixes = new Map<string, number>();
    for (const [, connector] of connectors(1)) {
      const prefix = keyPrefix(connector, 'api_key');
      if (prefix !== undefined) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
    }
    expect([...prefixes].sort()).toEqual([
      ['Bearer ', 10],
      ['Token ', 1],
    ]);
  });
});

function* connectors(step = STEP): Generator<readonly [string, Connector]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /apiDefinition\.swagger\.json$/i.test(name))
    .sort();
  for (const [index, name] of names.entries()) {
    if (index % step !== 0) continue;
    const at = `${folder}/${name}`;
    const beside = at.replace(/apiDefinition\.swagger\.json$/i, 'apiProperties.json');
    const { connector } = readConnector({
      name: 'things',
      definition: readJson(name, readFileSync(at, 'utf8')),
      ...(existsSync(beside) && { properties: readJson(beside, readFileSync(beside, 'utf8')) }),
    });
    if (connector) yield [name, connector];
  }
}

const responses = '../shared/data/arm/responses';
const recorded = existsSync(responses) ? describe : describe.skip;

recorded('a recorded connector, whose signed addresses no longer hold', () => {
  const file = `${responses}/CustomConnector__providers-Microsoft.Web-customApis-Billogram.json`;

  test('cannot be compared in what Azure does not show', async () => {
    const body = readFileSync(file, 'utf8');
    const asked: string[] = [];
    const send = async ({ url, authorize }: ArmRequest) => {
      asked.push(`${new URL(url).host} ${authorize}`);
      return authorize ? { status: 200, headers: {}, body } : { status: 403, headers: {}, body: '<Error/>' };
    };
    const client = armClient({ send, now: () => 0, sleep: async () => undefined }, clouds.public);
    const { drifted, unknown } = await findDrift(client, { connector: connectorWith(), version: '' }, target);
    expect(drifted[0]?.changes.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'connection-parameter-removed /properties/connectionParameters/api_key',
      'required-connection-parameter-added /properties/connectionParameters/username',
      'required-connection-parameter-added /properties/connectionParameters/password',
      'deployed-branding /properties/displayName',
      'deployed-branding /properties/brandColor',
    ]);
    expect(unknown[0]?.findings.map(({ code }) => code)).toEqual([
      'deployed-definition-unknown',
      'deployed-service-url-unknown',
    ]);
    const store = 'wawsprodam25a46afbahub8.blob.core.windows.net false';
    expect(asked).toEqual(['management.azure.com true', 'management.azure.com true', store, store]);
  });
});
