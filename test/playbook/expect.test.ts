import type { Json } from '../../src/core/json.js';
import { expectationFindings } from '../../src/playbook/expect.js';
import type { PlaybookRun } from '../../src/playbook/run-playbook.js';
import { documentOf, runIt } from './run-it.js';

const host = { connection: { name: "@parameters('$connections')['azuresentinel']['connectionId']" } };
const id = "@triggerBody()?['object']?['id']";
const onIncident = (path: string, body: Json) => ({
  type: 'ApiConnection',
  inputs: { host, method: path === '/Incidents' ? 'put' : 'post', path, body },
});

const definition = {
  triggers: { Incident: { type: 'ApiConnectionWebhook', inputs: { host, path: '/incident-creation' } } },
  actions: {
    Each: {
      type: 'Foreach',
      foreach: "@createArray('a', 'b')",
      actions: { Ask: { type: 'Http', inputs: { method: 'GET', uri: 'https://api.contoso.com/@{item()}' } } },
    },
    Comment: onIncident('/Incidents/Comment', { incidentArmId: id, message: '<p>Seen by <b>us</b></p>' }),
    Task: onIncident('/Incidents/CreateTask', { incidentArmId: id, taskTitle: 'Look', taskDescription: 'At **it**' }),
    Tag: onIncident('/Incidents', { incidentArmId: id, severity: 'Low', tagsToAdd: { TagsToAdd: [{ Tag: 'seen' }] } }),
    Never: { type: 'Compose', inputs: 1, runAfter: { Tag: ['Failed'] } },
  },
  outputs: { list: { type: 'Array', value: [1, { a: 2 }] } },
};
const incident = {
  object: {
    id: '/i/1',
    properties: { title: 'T', labels: [{ labelName: 'old' }], comments: [{ properties: { message: 'old' } }] },
  },
};
const mock = { 'api.contoso.com': [{ body: { usage: { tokens: 5 } } }] };

let run: PlaybookRun | undefined;
beforeAll(async () => {
  ({ run } = await runIt({ definition, incident, mock }));
});

const messages = (expected: Json) =>
  run && expectationFindings(documentOf(expected), run).map(({ pointer, message }) => `${pointer} ${message}`);

test.each<[Json]>([
  [
    {
      status: 'Succeeded',
      error: null,
      actions: { Each: 'Succeeded', ask: { times: 2, code: 'OK' }, Never: { status: 'Skipped', times: 0 } },
    },
  ],
  [{ actions: ['Each', 'Ask', 'Comment'] }],
  [{ comments: 1, tasks: 1, tags: ['seen', 'old'], severity: 'Low', incidentStatus: null, owner: null }],
  [{ comments: ['Seen by us'], tasks: [{ title: 'Look', contains: 'At it', completed: false }] }],
  [{ comments: [{ equals: '<p>Seen by <b>us</b></p>' }], tasks: ['Look'] }],
  [{ calls: 2, usage: { tokens: 10, other: 0 } }],
  [
    {
      calls: [
        { host: 'api.contoso.com', times: 2 },
        { path: '/Incidents/Comment', by: 'sentinel', status: 200 },
        { path: '/c', times: 0 },
      ],
    },
  ],
  [{ findings: [], outputs: { list: [1, { a: 2 }] } }],
])('is met: %j', (expected) => {
  expect(messages(expected)).toEqual([]);
});

test.each<[Json, string[]]>([
  [{ status: 'Failed' }, ['/status The run\'s status is "Succeeded", expected "Failed".']],
  [
    { actions: { Each: 'Failed', Comnent: 'Succeeded', Ask: { times: 3, no: 1 } } },
    [
      '/actions/Each The status of Each is "Succeeded", expected "Failed".',
      '/actions/Comnent The playbook has no action "Comnent". Did you mean "Comment"?',
      '/actions/Ask/no Nothing can be expected of "no"; known are status, code, error, times.',
    ],
  ],
  [{ actions: ['Never'] }, ['/actions/0 Never was skipped, expected to run.']],
  [
    { comments: ['no'], tasks: [{ title: 'x', contains: 'y', completed: true }] },
    [
      '/comments/0 Comment 1 is "Seen by us", expected one with "no".',
      '/tasks/0/title The title of task 1 is "Look", expected "x".',
      '/tasks/0/completed The completion of task 1 is false, expected true.',
      '/tasks/0/contains Task 1 is "At it", expected one with "y".',
    ],
  ],
  [
    { comments: 2, tasks: [] },
    ['/comments The run wrote 1 comment, expected 2.', '/tasks The run wrote 1 task, expected 0.'],
  ],
  [
    { tags: ['seen', 'new'] },
    [
      '/tags The incident has not the tags ["new"]; it has ["old", "seen"].',
      '/tags The incident has the tags ["old"], which are not expected.',
    ],
  ],
  [
    { calls: [{ action: 'Ask', times: 1 }, { host: 'none' }] },
    ['/calls/0 The run made 2 calls with action "Ask", expected 1.', '/calls/1 The run made no call with host "none".'],
  ],
  [
    { calls: 3, usage: { tokens: { most: 9 } } },
    ['/calls The run made 2 calls, expected 3.', '/usage/tokens The usage of tokens is 10, expected at most 9.'],
  ],
  [
    { outputs: { list: [1], no: 1 } },
    [
      '/outputs/list The output "list" is [1, {…}], expected [1].',
      '/outputs/no The output "no" is absent, expected 1.',
    ],
  ],
  [{ statu: 1 }, ['/statu Nothing can be expected of "statu". Did you mean "status"?']],
  [{ __proto__: null, constructor: 1 }, ['/constructor Nothing can be expected of "constructor".']],
])('is not met: %j', (expected, want) => {
  expect(messages(expected)).toEqual(want);
});
