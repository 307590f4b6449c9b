import { readdirSync, readFileSync } from 'node:fs';
import { overConnector } from '../../playbooks/completion.js';
import { isObject, type Json } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { writeConnector } from '../../src/definition/write.js';
import { compileOnce } from '../compile-once.js';
import { memoryWorld } from '../cli/memory-world.js';
import { built } from '../connector/build.js';
import { runIn } from '../scenarios/run.js';

compileOnce();

/** The connector of a version whose property has another name. */
function renamed(connector: Connector, from: string, to: string): Connector {
  const inside = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => inside(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key === from ? to : key, inside(one)]));
  };
  const definition = inside(connector.definition as unknown as Json);
  return { ...connector, definition: definition as unknown as Connector['definition'] };
}

const old = built('openai');
const changed = renamed(old, 'max_completion_tokens', 'max_output_tokens');

test('a connector that no longer takes what a playbook sends: it cannot be built', () => {
  expect(() => overConnector(changed)).toThrow(
    'In what Completion of openai takes: The version lacks "max_completion_tokens" of the core at "".',
  );
});

test('its run is told by the contract, and the difference hits it, each with the name of the action', async () => {
  const folder = (name: string, connector: Connector) =>
    Object.fromEntries(writeConnector(connector).map(({ path, text }) => [`${name}/${path}`, text]));
  const replay = 'samples/playbooks/three-steps/sign-in';
  const files = {
    ...folder('old', old),
    ...folder('new', changed),
    'playbook.json': readFileSync('playbooks/three-steps/azuredeploy.json', 'utf8'),
    'incident.json': readFileSync('samples/incidents/sign-in.json', 'utf8'),
    ...Object.fromEntries(
      readdirSync(replay).map((file) => [`replay/${file}`, readFileSync(`${replay}/${file}`, 'utf8')]),
    ),
  };
  const world = memoryWorld({ files });
  const run = await runIn(
    world,
    'playbook run playbook.json --incident incident.json --replay replay --connector completion=./new --json',
  );
  const { findings } = JSON.parse(run.out.join('\n'));
  expect([run.exit, findings.map(({ code, message }: { code: string; message: string }) => [code, message])]).toEqual([
    1,
    [['undeclared-property', 'Ask_for_steps: The property "max_completion_tokens" (4000) is not declared.']],
  ]);
  const diff = await runIn(world, 'diff old new --playbooks playbook.json --json');
  const { breaking, playbooks } = JSON.parse(diff.out.join('\n'));
  expect([breaking, playbooks.map(({ actions }: { actions: { action: string }[] }) => actions)]).toMatchObject([
    true,
    [[{ action: 'Ask_for_steps' }]],
  ]);
});
