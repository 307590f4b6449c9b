import { withKey } from '../../playbooks/about.js';
import { overConnector } from '../../playbooks/completion.js';
import { tacticsTasksKql } from '../../playbooks/tactics-tasks-kql/playbook.js';
import type { Json } from '../../src/core/json.js';
import { built } from '../connector/build.js';
import { answer, full, ran } from './run.js';

const playbook = tacticsTasksKql(overConnector(built('openai')), { name: 'tactics-tasks-kql', about: withKey });

const says = (triage: Json) => () => answer({ content: JSON.stringify(triage) });

test('comments for tactics, tasks, queries that the workspace can answer', async () => {
  const triage = {
    tactics: [
      { name: 'Initial Access', description: 'How they get in, <b>first</b>.' },
      { name: 'Persistence', description: 'How they stay.' },
    ],
    tasks: [{ title: 'Reset the password', rationale: 'It ends the sessions.' }],
    queries: [
      {
        title: 'Sign-ins',
        table: 'SigninLogs',
        columns: ['UserPrincipalName'],
        kql: "SigninLogs | where UserPrincipalName == 'ann' and 1 < 2",
      },
      { title: 'Made up', table: 'NoSuchTable', columns: [], kql: 'NoSuchTable | take 1' },
      { title: 'Wrong column', table: 'SigninLogs', columns: ['IPAddress', 'Pass<word>'], kql: 'SigninLogs | take 1' },
      { title: 'Another table', table: 'SigninLogs', columns: [], kql: 'AuditLogs | take 1' },
    ],
  };
  const { record, incident, asked } = await ran(playbook, full, says(triage));
  expect([record.status, asked.length]).toEqual(['Succeeded', 1]);
  expect(incident.incident?.comments.map(({ message }) => message).toSorted()).toEqual([
    '**Initial Access**\n\nHow they get in, &lt;b&gt;first&lt;/b&gt;.',
    '**Persistence**\n\nHow they stay.',
    'A query was left out: it names what the workspace does not have (NoSuchTable ).',
    'A query was left out: it names what the workspace does not have (SigninLogs ).',
    'A query was left out: it names what the workspace does not have (SigninLogs Pass&lt;word&gt;).',
  ]);
  expect(incident.incident?.tasks.map(({ title, description }) => [title, description])).toEqual([
    ['Reset the password', 'It ends the sessions.'],
    [
      'KQL: Sign-ins',
      "<p>Written by a model, not run. Read it before you run it.</p><pre>SigninLogs | where UserPrincipalName == 'ann' and 1 &lt; 2</pre>",
    ],
  ]);
  expect(incident.incident).toMatchObject({ tags: ['vip', 'ai-triage:v1'], severity: 'High', status: 'New' });
});

test.each<readonly [string, Json]>([
  ['nothing', {}],
  ['null', { tactics: null }],
  ['empty lists', { tactics: [], tasks: [], queries: [] }],
])('an answer of %s', async (name, triage) => {
  const { record, incident } = await ran(playbook, full, says(triage));
  const expected = name === 'null' ? ['Failed', ['vip']] : ['Succeeded', ['vip', 'ai-triage:v1']];
  expect([record.status, incident.incident?.tags]).toEqual(expected);
});
