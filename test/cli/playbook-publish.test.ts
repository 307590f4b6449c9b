import Ajv from 'ajv-draft-04';
import { fn } from '../../src/actions/functions.js';
import { workflow } from '../../src/actions/workflow.js';
import { emulatorLink } from '../../src/cli/emulator/link.js';
import { playbookPlanSchema, playbookPublishSchema } from '../../src/cli/schemas/playbook-publish.js';
import { writeJson } from '../../src/core/json-write.js';
import type { JsonObject } from '../../src/core/json.js';
import { addComment, onIncident } from '../../src/sentinel/steps/sentinel-steps.js';
import { playbook } from '../../src/sentinel/template/about.js';
import { codeView, definition } from '../azure/playbooks.js';
import { runIn } from '../scenarios/run.js';
import { definition as things } from '../scenarios/things.js';
import { memoryWorld, type Circumstances } from './memory-world.js';

const canary = 'canary-0123456789abcdef';
const group = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/soc';
const workspace = `${group}/providers/Microsoft.OperationalInsights/workspaces/soc`;
const head =
  'The emulator (state: .connector-kit/emulator), subscription 00000000-0000-0000-0000-000000000000, resource group soc in westeurope';
const on = '--target emulator -g soc';
const secure = {
  ...codeView,
  definition: { ...definition, parameters: { ...definition.parameters, Key: { type: 'SecureString' } } },
};
const files = {
  'things/apiDefinition.swagger.json': writeJson({
    ...things,
    securityDefinitions: { api_key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  }),
  'things/apiProperties.json': writeJson({
    properties: { connectionParameters: { api_key: { type: 'securestring' } }, iconBrandColor: '#0078d4' },
  }),
  'triage.json': writeJson(codeView),
  'secure.json': writeJson(secure as unknown as JsonObject),
};

function made(circumstances: Circumstances = {}) {
  const world = memoryWorld({ files, env: { KEY: canary }, ...circumstances });
  const run = async (line: string) => runIn(world, line);
  const json = async (line: string) => {
    const { exit, out, err } = await run(`${line} --json`);
    expect(err).toEqual([]);
    return { exit, result: JSON.parse(out.join('\n')) };
  };
  return { world, run, json };
}

const responder = `role "Microsoft Sentinel Responder" for the playbook's identity on resource group "soc"`;
const service = `role "Microsoft Sentinel Automation Contributor" for Azure Security Insights on resource group "soc"`;

test('connector and playbook by two commands, into an empty resource group', async () => {
  const { world, run, json } = made();
  expect(await run(`playbook publish triage.json ${on} --yes`)).toEqual({
    exit: 1,
    out: [
      head,
      'create (stopped)   connections "azuresentinel-triage": it is not there',
      'create (stopped)   connections "things-triage": it is not there',
      'create (stopped)   workflows "triage": it is not there',
      `create (stopped)   ${responder}: the identity gets its id when the workflow is made`,
      `create (stopped)   ${service}: it does not have the role`,
      'In the way: The workflow calls the connector "things", which is not in the resource group "soc".  connector-missing',
      '  Publish it first ("connector-kit publish things ..."), or name another one with --connector-name.',
      'Nothing was sent. Something stands in the way.',
    ],
    err: [],
  });
  expect((await run(`publish things ${on} --connection mine --key-env KEY --yes`)).exit).toBe(0);
  const publish = `playbook publish triage.json ${on} --yes`;
  expect(await run(publish)).toEqual({
    exit: 0,
    out: [
      head,
      'create (done)      connections "azuresentinel-triage": it is not there',
      'none (unchanged)   connections "mine": it is the only one of its connector here; what it signs in with is never touched',
      'create (done)      workflows "triage": it is not there',
      `create (done)      ${responder}: the identity gets its id when the workflow is made`,
      `create (done)      ${service}: it does not have the role`,
    ],
    err: [],
  });
  const same = [
    head,
    'connections "azuresentinel-triage": the deployed workflow uses it; what it signs in with is never touched',
    'connections "mine": the deployed workflow uses it; what it signs in with is never touched',
    'workflows "triage": nothing differs',
    `${responder}: it has the role`,
    `${service}: it has the role`,
  ];
  const all = (word: string) => [head, ...same.slice(1).map((line) => word + line)];
  expect((await run(publish)).out).toEqual(all('none (unchanged)   '));
  expect(await run(`playbook plan triage.json ${on} --exit-code`)).toEqual({ exit: 0, out: all('none    '), err: [] });

  const changed = await json(`playbook plan triage.json ${on} --exit-code --param Model=large`);
  expect(changed.exit).toBe(1);
  expect(changed.result.changes.map(({ message }: { message: string }) => message)).toEqual([
    'The parameter "Model" of the deployed workflow has another value there.',
  ]);
  const done = await json(`playbook publish triage.json ${on} --yes --param Model=large`);
  expect([done.exit, done.result.steps[2].result, done.result.kept.length]).toEqual([0, 'done', 2]);
  const ajv = new Ajv.default();
  expect(ajv.validate(playbookPlanSchema, changed.result)).toBe(true);
  expect(ajv.validate(playbookPublishSchema, done.result)).toBe(true);
  for (const content of world.files.values()) expect(String(content)).not.toContain(canary);
});

test('a name that none can have is called wrongly, whatever else is wrong', async () => {
  const { json } = made();
  const { exit, result } = await json(`playbook plan secure.json ${on} --name a/b`);
  expect([exit, result.fault.message]).toEqual([
    2,
    'The name of the workflow is "a/b", expected 1 to 80 letters, digits and "-_.()".',
  ]);
});

test('where nobody can be asked, the plan of a playbook is what shows it', async () => {
  const { run } = made();
  expect((await run(`playbook publish triage.json ${on}`)).err).toEqual([
    'connector-kit: There is no terminal to ask whether it shall be done.',
    'Give --yes to do it without being asked; "connector-kit playbook plan" shows what would be done.',
  ]);
});

test('the name in the configuration is that of a connector, and never of a workflow', async () => {
  const named = 'connectors: [things]\ntarget: { target: emulator, resourceGroup: soc, name: soc-things }\n';
  const { run, json } = made({ files: { ...files, 'connector-kit.yaml': named } });
  const published = await json('publish --yes --connection mine --key-env KEY');
  expect(published.result.steps.map(({ id }: { id: string }) => id.split('/').at(-1))).toEqual(['soc-things', 'mine']);
  const { exit, err, out } = await run('playbook publish triage.json --yes --connector-name soc-things');
  expect([exit, err, out[3]]).toEqual([
    0,
    ['From connector-kit.yaml: --target emulator, --resource-group soc.'],
    'create (done)      workflows "triage": it is not there',
  ]);
});

test('with a workspace: the rule that runs it', async () => {
  const { json, run } = made();
  await run(`publish things ${on} --connection mine --key-env KEY --yes`);
  const command = `playbook publish triage.json ${on} --yes --workspace ${workspace} --automation-rule`;
  const { exit, result } = await json(command);
  expect([exit, result.left]).toEqual([0, []]);
  expect(result.steps.map(({ result: what }: { result: string }) => what)).toEqual([
    'done',
    'unchanged',
    'done',
    'done',
    'done',
    'done',
  ]);
});

test('a secure parameter comes from the environment, and is in no file', async () => {
  const { world, run, json } = made();
  await run(`publish things ${on} --connection mine --key-env KEY --yes`);
  const without = await json(`playbook plan secure.json ${on}`);
  expect(without.result.obstacles.map(({ code }: { code: string }) => code)).toEqual(['parameter-missing']);
  const refused = await run(`playbook publish secure.json ${on} --yes`);
  expect([refused.exit, refused.err[0]]).toEqual([
    2,
    'connector-kit: The secure parameter "Key" has no value, and a workflow that is written needs it.',
  ]);
  const { exit, out } = await run(`playbook publish secure.json ${on} --yes --param-env Key=KEY`);
  expect([exit, out.length]).toEqual([0, 6]);
  for (const content of world.files.values()) expect(String(content)).not.toContain(canary);
});

const about = {
  title: 'Triage',
  description: 'Comments.',
  prerequisites: [],
  postDeployment: [],
  lastUpdateTime: '2026-01-15T00:00:00Z',
  tags: [],
  version: '1.0.0',
  author: 'A',
};

test('what a module exports: a playbook with the tags of its template, a workflow without', async () => {
  const incident = onIncident();
  const built = workflow({
    name: 'mine',
    trigger: incident,
    steps: [addComment('Say', { incident: fn.coalesce(incident.body.at('object').at('id'), ''), message: 'x' })],
  });
  const exports = { mine: playbook(built, about), bare: built };
  const { world, run } = made({ importModule: async () => exports, files: { 'mine.ts': '' } });
  for (const name of ['mine', 'bare']) {
    const { exit, out } = await run(`playbook publish mine.ts#${name} --name ${name} ${on} --yes`);
    expect([exit, out.slice(1, 3)]).toEqual([
      0,
      [
        `create (done)      connections "azuresentinel-${name}": it is not there`,
        `create (done)      workflows "${name}": it is not there`,
      ],
    ]);
  }
  const { arm, send } = await emulatorLink(world, {});
  const tagsOf = async (name: string) => {
    const url = `${arm}${group}/providers/Microsoft.Logic/workflows/${name}?api-version=2019-05-01`;
    const { body } = await send({ method: 'GET', url, headers: {}, authorize: true, timeoutSeconds: 5 });
    return Object.keys((JSON.parse(body) as { tags: object }).tags).toSorted();
  };
  const ours = ['connector-kit-hash', 'connector-kit-version'];
  const ofTemplate = ['LogicAppsCategory', ...ours, 'hidden-SentinelTemplateName', 'hidden-SentinelTemplateVersion'];
  expect(await tagsOf('mine')).toEqual(ofTemplate);
  expect(await tagsOf('bare')).toEqual(ours);
});

test('what the service would refuse is not sent', async () => {
  const wrong = {
    ...codeView,
    definition: { ...definition, actions: { A: { type: 'Compose', inputs: "@body('B')", runAfter: {} } } },
  };
  const { run } = made({ files: { 'wrong.json': writeJson(wrong as unknown as JsonObject) } });
  const { exit, out } = await run(`playbook publish wrong.json ${on} --yes`);
  expect([exit, out.at(-1)]).toEqual([1, 'Nothing was sent: the workflow has errors.']);
});

test.each([
  ['playbook plan triage.json -g soc', 'The target is missing.'],
  ['playbook plan nothing.json --target emulator -g soc', 'There is no file "nothing.json".'],
  [
    `playbook plan triage.json ${on} --automation-rule`,
    'An automation rule is one of a workspace, and no workspace is named.',
  ],
  [`playbook plan triage.json ${on} --workspace soc`, '--workspace is "soc", expected the id of a resource.'],
  [
    `playbook plan triage.json ${on} --security-insights-id x`,
    '--security-insights-id is "x", expected the object id of a service principal, a GUID.',
  ],
  [`playbook plan triage.json ${on} --param Modle=x`, 'The workflow has no parameter "Modle". Did you mean "Model"?'],
  [
    `playbook plan secure.json ${on} --param Key=x`,
    'The parameter "Key" is secure, and arguments are seen by everybody.',
  ],
  [
    `playbook plan triage.json ${on} --connection a=b a=c`,
    '--connection "a=c" is one too many for the same connection.',
  ],
  [`playbook plan triage.json ${on} --connector-name x=`, '--connector-name "x=" names nothing.'],
  [`playbook publish triage.json ${on}`, 'There is no terminal to ask whether it shall be done.'],
  ['playbook plan', 'WORKFLOW is missing.'],
])('called wrongly: %s', async (line, message) => {
  const { run, world } = made();
  const { exit, out, err } = await run(line);
  expect([exit, out, err[0]]).toEqual([2, [], `connector-kit: ${message}`]);
  expect(world.written).toEqual([]);
});
