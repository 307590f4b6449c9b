import type { Json, JsonObject } from '../../src/core/json.js';
import { tagsOf } from '../../src/sentinel/incident.js';
import type { Answered, Workspace } from '../../src/sentinel/workspace.js';
import { called, INCIDENT, workspace } from './incident.js';

const on = { incidentArmId: INCIDENT };
const elsewhere = INCIDENT.replace(/7$/, '8');

/** The status, and the message of a refusal. */
function told(line: string, body?: Json, before: Workspace = workspace()): readonly unknown[] {
  const reply = called(before, line, body)?.reply;
  const error = (reply?.body as { error?: { message: string } } | undefined)?.error;
  return error ? [reply?.statusCode, error.message] : [reply?.statusCode];
}

/** The id of what was answered. */
function idIn(answered: Answered | undefined): string {
  const body = answered?.reply.body as { id: string } | undefined;
  return body?.id ?? 'none';
}

const many = (kind: 'Comment' | 'CreateTask', count: number): Workspace => {
  let left = workspace();
  const body = kind === 'Comment' ? { ...on, message: 'm' } : { ...on, taskTitle: 't' };
  for (let at = 0; at < count; at += 1) left = called(left, `POST /Incidents/${kind}`, body)?.workspace ?? left;
  return left;
};

test.each<[line: string, body: Json | undefined, want: readonly unknown[]]>([
  ['POST /Incidents', on, [200]],
  ['POST /Incidents', { incidentarmid: INCIDENT.toUpperCase() }, [200]],
  ['POST /Incidents', {}, [400, 'The field incidentArmId is required: the resource id of an incident.']],
  ['POST /Incidents', undefined, [400, 'The field incidentArmId is required: the resource id of an incident.']],
  [
    'POST /Incidents/Comment',
    { incidentArmId: null, message: 'x' },
    [400, 'The field incidentArmId is required: the resource id of an incident.'],
  ],
  [
    'POST /Incidents/Comment',
    { incidentArmId: elsewhere, message: 'x' },
    [404, expect.stringMatching(/was not found/)],
  ],
  ['POST /Incidents/Comment', on, [400, 'The field message is required: a text that is not empty.']],
  ['POST /Incidents/Comment', { ...on, message: 'x'.repeat(30_000) }, [200]],
  [
    'POST /Incidents/Comment',
    { ...on, message: 'x'.repeat(30_001) },
    [400, 'The comment has 30001 characters, at most 30000 are allowed.'],
  ],
  ['PUT /Comment/s/law/soc/Incident/7', { Value: 'x' }, [200]],
  ['PUT /Comment/s/law/soc/Incident/9', { Value: 'x' }, [404, 'The incident "9" was not found.']],
  ['POST /Incidents/CreateTask', { ...on, taskTitle: 'Look' }, [200]],
  [
    'POST /Incidents/CreateTask',
    { ...on, taskTitle: '' },
    [400, 'The field taskTitle is required: a text that is not empty.'],
  ],
  [
    'POST /Incidents/CreateTask',
    { ...on, taskTitle: 'x', taskDescription: 1 },
    [400, 'The field taskDescription is a text.'],
  ],
  ['POST /Incidents/CompleteTask', { taskArmId: 'none' }, [404, 'The task "none" was not found.']],
  ['POST /Incidents/CompleteTask', {}, [400, 'The field taskArmId is required: the resource id of a task.']],
  [
    'PUT /Incidents',
    { ...on, severity: 'Critical' },
    [400, expect.stringMatching(/^The field severity is "Critical"/)],
  ],
  [
    'PUT /Incidents',
    { ...on, status: 'Open' },
    [400, 'The field status is "Open", expected one of New, Active, Closed.'],
  ],
  ['PUT /Incidents', { ...on, tagsToAdd: { TagsToAdd: 'x' } }, [400, expect.stringMatching(/^The field tagsToAdd is/)]],
  [
    'PUT /Incidents',
    { ...on, tagsToAdd: { TagsToAdd: [{ Tag: null }] } },
    [400, 'A tag is null, expected a text that is not empty.'],
  ],
  [
    'PUT /Incidents',
    { ...on, description: 'x'.repeat(5001) },
    [400, expect.stringMatching(/^The description has 5001/)],
  ],
  ['PUT /Incidents', { ...on, title: 1 }, [400, 'The field title is 1, expected a text.']],
  ['PUT /Incidents/subscriptions/s/resourceGroups/soc/workspaces/law', {}, [400, expect.stringMatching(/title/)]],
  ['GET /Incidents/subscriptions/s/resourceGroups/soc/workspaces/law/alerts/a1', undefined, [404, expect.any(String)]],
  ['POST /Incidents/Relation/Create', { ...on, relatedResourceId: 'r' }, [200]],
  ['POST /Incidents/Relation/Delete', { ...on, relatedResourceId: 'r' }, [404, 'The relation to "r" was not found.']],
  ['POST /entities/account', '{', [400, 'The body is a list of entities.']],
  ['GET /V2/Watchlists/subscriptions/s', undefined, [404, 'The workspace has no watchlists.']],
  ['POST /None', undefined, [undefined]],
  ['GET /Incidents', undefined, [undefined]],
])('%s %j', (line, body, want) => {
  expect(told(line, body)).toEqual(want);
});

test('an incident has at most 100 comments and 100 tasks', () => {
  expect(told('POST /Incidents/Comment', { ...on, message: 'x' }, many('Comment', 100))).toEqual([
    400,
    'The incident has 100 comments, and may have no more.',
  ]);
  expect(told('POST /Incidents/CreateTask', { ...on, taskTitle: 'x' }, many('CreateTask', 100))).toEqual([
    400,
    'The incident has 100 tasks, and may have no more.',
  ]);
});

test('a comment and a task are answered with their ids, and stand on the incident', () => {
  const first = called(workspace(), 'POST /Incidents/Comment', { ...on, message: '<p>x</p>' });
  expect(first?.reply.body).toEqual({
    id: expect.stringMatching(new RegExp(`^${INCIDENT}/Comments/[0-9a-f-]{36}$`)),
    name: expect.stringMatching(/^[0-9a-f-]{36}$/),
    type: 'Microsoft.SecurityInsights/Incidents/Comments',
    properties: {
      message: '<p>x</p>',
      createdTimeUtc: '2026-01-01T00:00:00.000Z',
      lastModifiedTimeUtc: '2026-01-01T00:00:00.000Z',
    },
  });
  const second = called(first?.workspace ?? workspace(), 'POST /Incidents/CreateTask', { ...on, taskTitle: 'Look' });
  const id = idIn(second);
  const third = called(second?.workspace ?? workspace(), 'POST /Incidents/CompleteTask', { taskArmId: id });
  const [incident] = third?.workspace.incidents ?? [];
  expect(incident?.comments.map(({ message, by }) => [message, by])).toEqual([['<p>x</p>', 'Act']]);
  expect(incident?.tasks.map(({ title, isCompleted }) => [title, isCompleted])).toEqual([['Look', true]]);
  expect(third?.workspace.activity.map(({ what }) => what)).toEqual([
    'A comment was added.',
    'The task "Look" was added.',
    'The task "Look" was completed.',
  ]);
  // what was there is not changed
  expect(first?.workspace.incidents[0]?.tasks).toEqual([]);
});

test.each<[body: JsonObject, properties: JsonObject, tags: readonly string[], what: readonly string[]]>([
  [
    { tagsToAdd: { TagsToAdd: [{ Tag: 'new' }, { Tag: 'old' }, { Tag: 'new' }] }, severity: 'Low' },
    { severity: 'Low' },
    ['old', 'new'],
    ['The severity changed from "High" to "Low".', 'The tag "new" was added.'],
  ],
  [{ tagsToRemove: { TagsToRemove: [{ Tag: 'old' }] } }, {}, [], ['The tag "old" was removed.']],
  [{ tagsToAdd: [{ Tag: '__proto__' }] }, {}, ['old', '__proto__'], ['The tag "__proto__" was added.']],
  [
    {
      status: 'Closed',
      classification: { ClassificationAndReason: 'FalsePositive - InaccurateData', ClassificationReasonText: 'no' },
    },
    {
      status: 'Closed',
      classification: 'FalsePositive',
      classificationReason: 'InaccurateData',
      classificationComment: 'no',
    },
    ['old'],
    [
      'The status changed from "New" to "Closed".',
      'The classification is "FalsePositive".',
      'The classification is "InaccurateData".',
      'The classification is "no".',
    ],
  ],
  [
    { owner: 'ada@contoso.com', ownerAction: 'Assign' },
    { owner: { assignedTo: 'ada@contoso.com', userPrincipalName: 'ada@contoso.com' } },
    ['old'],
    ['The owner is "ada@contoso.com".'],
  ],
  [{ severity: null, title: null, tagsToAdd: null }, { severity: 'High' }, ['old'], []],
])('an update %j', (body, properties, tags, what) => {
  const before = workspace({ severity: 'High', labels: [{ labelName: 'old', labelType: 'User' }] });
  const after = called(before, 'PUT /Incidents', { ...on, ...body });
  const [incident] = after?.workspace.incidents ?? [];
  expect(incident?.properties).toMatchObject(properties);
  expect([incident && tagsOf(incident), after?.workspace.activity.map((one) => one.what)]).toEqual([tags, what]);
});

test('an incident is created, found by its id and by its alert', () => {
  const created = called(workspace(), 'PUT /Incidents/subscriptions/s/resourceGroups/g/workspaces/w', {
    title: 'New one',
  });
  const id = idIn(created);
  expect(told('POST /Incidents', { incidentArmId: id }, created?.workspace)).toEqual([200]);
  const withAlert = workspace({ alerts: [{ properties: { systemAlertId: 'a1' } }] });
  const line = 'GET /Incidents/subscriptions/s/resourceGroups/soc/workspaces/law/alerts/a1';
  expect(idIn(called(withAlert, line))).toBe(INCIDENT);
});

test.each<[path: string, body: Json, want: Json]>([
  [
    'account',
    [{ kind: 'Account', properties: { accountName: 'jdoe', upnSuffix: 'contoso.com', friendlyName: 'j' } }],
    { Accounts: [{ Name: 'jdoe', UPNSuffix: 'contoso.com' }] },
  ],
  ['host', '[{"Type":"host","HostName":"pc","$id":"1"},{"Type":"account"}]', { Hosts: [{ HostName: 'pc' }] }],
  ['ip', null, { IPs: [] }],
  ['url', [{ kind: 'Url', properties: { url: 'https://a.b' } }, 1], { URLs: [{ Url: 'https://a.b' }] }],
  [
    'filehash',
    [{ kind: 'FileHash', properties: { hashValue: 'ab', algorithm: 'MD5' } }],
    { Filehashes: [{ Value: 'ab', Algorithm: 'MD5' }] },
  ],
  ['dnsresolution', [], { Dnsresolutions: [] }],
])('entities: %s', (path, body, want) => {
  expect(called(workspace(), `POST /entities/${path}`, body)?.reply.body).toEqual(want);
});
