import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/core/read-document.js';
import type { Json } from '../../src/core/json.js';
import { exchange } from '../../src/http/make-exchange.js';
import { connectorMatchers } from '../../src/jest.js';
import { readMock } from '../../src/playbook/mock.js';
import { readPlaybooks } from '../../src/playbook/read-playbooks.js';
import { readyPlaybook } from '../../src/playbook/ready-playbook.js';
import { runPlaybook, type PlaybookRun } from '../../src/playbook/run-playbook.js';
import { tickets } from '../build/example.js';

const opened = (body: Json, at = 'https://tickets.contoso.com/v1') =>
  exchange({
    name: 'opened',
    request: { method: 'POST', url: `${at}/queues/it/tickets?api-version=2024-05-01`, body: { subject: 'Printer' } },
    response: { status: 201, body },
  });
const file = async (name: string) => readDocument(name, readFileSync(name, 'utf8'));

let run: PlaybookRun;
let failed: PlaybookRun;
beforeAll(async () => {
  const [playbook] = readPlaybooks(await file('playbooks/three-steps/azuredeploy.json')).playbooks;
  const body = (await file('samples/incidents/sign-in.json')).value ?? null;
  const run1 = async (answer: Json) => {
    const { mock } = readMock(await readDocument('mock.json', JSON.stringify({ completion: [answer] })));
    const { ready } = readyPlaybook(playbook!, { mock: mock! });
    return runPlaybook(ready!, { body, now: Date.UTC(2026, 0, 15) });
  };
  const content = JSON.stringify({ steps: [{ title: 'Call <her>', rationale: 'Was it & her?' }] });
  run = await run1({ status: 200, body: { choices: [{ finish_reason: 'stop', message: { content } }] } });
  failed = await run1({ status: 400, body: { error: 'no' } });
});

/** The message of a matcher that fails, with `.not` or without. */
function said(expectation: () => void): string {
  try {
    expectation();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('it did not fail');
}

test('they are there by name, for another expect', () => {
  expect(Object.keys(connectorMatchers).toSorted()).toEqual([
    'toBeClean',
    'toBeReplaceableBy',
    'toHaveAddedComment',
    'toHaveAddedTask',
    'toHaveCalled',
    'toHaveFailed',
    'toHaveSucceeded',
    'toHaveTag',
    'toMeetExpectations',
    'toSatisfyConnector',
  ]);
});

test('an exchange and its connector', () => {
  expect(opened({ id: 1 })).toSatisfyConnector(tickets);
  expect(opened({ id: 'x' })).toSatisfyConnector(tickets, { direction: 'request' });
  expect(opened({ id: 1 }, 'http://127.0.0.1:4000/v1')).toSatisfyConnector(tickets, {
    endpoint: 'http://127.0.0.1:4000/v1',
  });
  expect(said(() => expect(opened({ id: 'x' })).toSatisfyConnector(tickets))).toBe(
    'Expected the exchange to satisfy tickets.\n  opened#/response/body/id error /id is the string "x"; an integer is declared.  wrong-type',
  );
  expect(said(() => expect(opened({ id: 1 })).not.toSatisfyConnector(tickets))).toBe(
    'Expected the exchange not to satisfy tickets, and it does.',
  );
  expect(said(() => expect(1).toSatisfyConnector(tickets))).toBe(
    'toSatisfyConnector() is for an exchange: expect() was given something else.',
  );
});

test('a connector by itself, and the next', () => {
  expect(tickets).toBeClean({ failOn: 'warning', profile: 'certification' });
  expect(said(() => expect(tickets).toBeClean({ failOn: 'note' }))).toBe(
    'Expected no findings in tickets.\n  #/paths/~1hooks/post/description note The description of the trigger is "Starts a run for each ticket that is opened.", expected one that begins with "This operation triggers when".  trigger-wording',
  );
  expect(said(() => expect(tickets).not.toBeClean())).toBe('Expected findings in tickets, and there are none.');
  expect(tickets).toBeReplaceableBy(tickets);
  const { '/hooks': _hooks, ...paths } = tickets.definition.paths;
  const without = { ...tickets, definition: { ...tickets.definition, paths } };
  expect(said(() => expect(tickets).toBeReplaceableBy(without))).toBe(
    'Expected tickets to be replaceable by the other version; playbooks break.\n  old/apiDefinition.swagger.json#/paths/~1hooks/post error The operation "WhenATicketIsOpened" is gone.  operation-removed',
  );
  expect(said(() => expect(tickets).not.toBeReplaceableBy(tickets))).toBe(
    'Expected the other version of tickets to break playbooks, and it does not (none).',
  );
});

test('how a run ended', () => {
  expect(run).toHaveSucceeded();
  expect(failed).toHaveFailed();
  expect(failed).toHaveFailed('PlaybookFailed');
  expect(run).not.toHaveFailed();
  const why = '\n  PlaybookFailed: A step failed; the incident has a comment that names it.';
  expect(said(() => expect(failed).toHaveSucceeded())).toBe(
    `Expected the run to end as Succeeded; it ended as Failed.${why}`,
  );
  expect(said(() => expect(failed).toHaveFailed('Other'))).toBe(
    `Expected the run to end as Failed with Other; it ended as Failed.${why}`,
  );
  expect(said(() => expect(run).not.toHaveSucceeded())).toBe('Expected the run not to end as Succeeded.');
});

test('what a run left on the incident', () => {
  expect(run).toHaveAddedTask('Call  her', 'Was it & her?');
  expect(run).toHaveAddedTask(/^Call/, 'Was it &amp; her?');
  expect(run).not.toHaveAddedTask('Call', 'him');
  expect(run).toHaveTag('ai-steps:v1');
  expect(failed).not.toHaveTag('ai-steps:v1');
  expect(failed).toHaveAddedComment(/failed at Ask_for_steps/);
  expect(said(() => expect(run).toHaveAddedTask('Nothing'))).toBe(
    'Expected the incident to have a task "Nothing". It has:\n  "Call  her ": "Was it & her?"',
  );
  expect(said(() => expect(run).toHaveTag('x'))).toBe(
    'Expected the incident to have the tag "x". It has:\n  "vip"\n  "ai-steps:v1"',
  );
  expect(said(() => expect(run).toHaveAddedComment(/x/))).toBe(
    'Expected the incident to have a comment with /x/. It has:\n  There is none.',
  );
  expect(said(() => expect(run).not.toHaveTag('vip'))).toBe(
    'Expected the incident not to have the tag "vip". It has:\n  "vip"\n  "ai-steps:v1"',
  );
});

test('what a run called, and a file of expectations', () => {
  expect(run).toHaveCalled({ action: 'Ask_for_steps', status: 200, times: 1 });
  expect(run).toMeetExpectations({ status: 'Succeeded', tasks: 1, comments: 0 });
  expect(said(() => expect(run).toHaveCalled({ action: 'Ask' }))).toBe(
    'The run did not do what is expected.\n  expectations#/calls/0 error The run made no call with action "Ask".  run-not-as-expected',
  );
  expect(said(() => expect(run).toMeetExpectations({ tasks: 3 }))).toBe(
    'The run did not do what is expected.\n  expectations#/tasks error The run wrote 1 task, expected 3.  run-not-as-expected',
  );
  expect(said(() => expect(run).not.toMeetExpectations({}))).toBe('Expected the run not to do that, and it did.');
});

test('no secret is printed', () => {
  const secret = { ...run, secrets: [{ value: 'Was it & her?', what: 'a key' }] };
  expect(said(() => expect(secret).toHaveAddedTask('Nothing'))).toBe(
    'Expected the incident to have a task "Nothing". It has:\n  "Call  her ": "REDACTED"',
  );
});
