import { LLMock } from '@copilotkit/aimock';
import { existsSync, readFileSync } from 'node:fs';
import { memoryWorld, type MemoryWorld } from '../cli/memory-world.js';
import { runIn } from '../scenarios/run.js';

/* `playbook run` before a server that others wrote: asked, recorded, replayed. */

const FOLDER = '../shared/data/playbooks';
const corpus = existsSync(FOLDER) ? describe : describe.skip;
const KEY = 'canary-16180339';
const CONNECTOR = ['apiDefinition.swagger.json', 'apiProperties.json', 'contract.json'];

corpus('a live server', () => {
  let mock: LLMock;
  beforeAll(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1', auth: { apiKeys: [KEY] } });
    mock.on({ userMessage: /step (\d)/ }, { content: `Look at it; the key is ${KEY}.` });
    mock.on({ userMessage: /./ }, { content: 'Isolate the host.' });
    await mock.start();
  });
  afterAll(() => mock.stop());

  function world(): MemoryWorld {
    const files = Object.fromEntries([
      ...['azure-openai-http.json', 'completion-steps.reconstructed.json'].map((name) => [
        name,
        readFileSync(`${FOLDER}/workflows/${name}`, 'utf8'),
      ]),
      ['incident.json', readFileSync(`${FOLDER}/incidents/trigger_incident_full_synthetic.json`, 'utf8')],
      ...CONNECTOR.map((name) => [`/kit/connector/openai/${name}`, readFileSync(`connector/openai/${name}`, 'utf8')]),
    ]);
    return memoryWorld({ files, env: { KEY } });
  }

  test.each([
    ['azure-openai-http.json', '', '', 4],
    ['azure-openai-http.json', '/v1', '', 4],
    ['completion-steps.reconstructed.json', '', '', 4],
    ['completion-steps.reconstructed.json', '/v1', '--connector openaichat=openai', 4],
  ])('%s at %j %s', async (file, base, words, calls) => {
    const here = world();
    const on = `playbook run ${file} --incident incident.json --now 2026-01-15T10:30:00Z --json ${words}`.trim();
    const live = await runIn(here, `${on} --upstream ${mock.url}${base} --key-env KEY --record recorded`);
    const replayed = await runIn(here, `${on} --replay recorded`);
    const [first, second] = [live, replayed].map(({ out }) => JSON.parse(out.join('\n')));
    expect([live.exit, replayed.exit, first.status, first.written.length]).toEqual([0, 0, 'Succeeded', calls]);
    expect(second.actions).toEqual(first.actions);
    expect([second.incident, second.usage]).toEqual([first.incident, first.usage]);
    const seen = [live.out, live.err, replayed.out]
      .flat()
      .concat(first.written.map((name: string) => here.files.get(`/home/${name}`)));
    expect(seen.join('\n')).not.toContain(KEY);
  });

  test('a wrong key is refused, and the playbook fails', async () => {
    const here = memoryWorld({ files: Object.fromEntries(world().files), env: { KEY: 'wrong-55667788' } });
    const { exit, out } = await runIn(
      here,
      `playbook run completion-steps.reconstructed.json --incident incident.json --upstream ${mock.url} --key-env KEY --json`,
    );
    const { status, actions } = JSON.parse(out.join('\n'));
    expect([exit, status, actions.Initial_Completion.code]).toEqual([1, 'Failed', 'Unauthorized']);
  });

  test('a server that is not there is a fault', async () => {
    const on = 'playbook run completion-steps.reconstructed.json --incident incident.json';
    const { exit, err } = await runIn(world(), `${on} --upstream http://127.0.0.1:1`);
    expect([exit, err[0]]).toEqual([
      3,
      'connector-kit: The call to 127.0.0.1:1 failed: nothing listens there (ECONNREFUSED).',
    ]);
  });
});
