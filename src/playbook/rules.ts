import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';
import { badRuns, goodRuns, type RunExample } from './example.js';

const offline = 'cli: a call that nothing answers fails the run, and never reaches the network';

/** What is said of a run. An example is a workflow with what it is run with. */
export const runRules = {
  notAnswered: {
    code: 'call-not-answered',
    severity: 'error',
    summary: 'Each call of a run is answered: by a mock, the Sentinel workspace, a recording, or a server.',
    why: 'Nothing can be said of the run: what comes behind the call depends on its answer.',
    source: offline,
    examples: { bad: badRuns.notAnswered, good: goodRuns },
  },
  placeholder: {
    code: 'address-placeholder',
    severity: 'warning',
    summary: 'The address of a call has no placeholder.',
    why: 'The run was answered all the same. Deployed, the call reaches nobody until the name is filled in.',
    source: 'the workflow of an article that was published with https://<AzureResourceName>',
    examples: { bad: badRuns.placeholder, good: goodRuns },
  },
  sameCalls: {
    code: 'calls-identical',
    severity: 'warning',
    summary: 'An action in a loop does not send the same request twice.',
    why: 'What it sends does not depend on the item of the loop: each round is paid for, and gets an answer to the same question.',
    source: 'the workflow of an article that asks once for each tactic, each time of all of them',
    examples: { bad: badRuns.sameCalls, good: goodRuns },
  },
  secretInHistory: {
    code: 'secret-in-run-history',
    severity: 'warning',
    summary: "No key stands in clear in a run's history.",
    why: 'Whoever may look at the runs of the playbook can read it there, for as long as runs are kept.',
    source:
      '"Secure access and data for workflows in Azure Logic Apps" on learn.microsoft.com: secureData hides inputs and outputs',
    examples: { bad: badRuns.secretInHistory, good: goodRuns },
  },
  shownRaw: {
    code: 'markup-shown-raw',
    severity: 'note',
    summary: 'A comment or a task shows no markup to its readers.',
    why: 'Markdown inside a block of HTML is not read: its marks stand in the text, and its lines run together.',
    source:
      'CommonMark 0.31, section 4.6; that incidents render HTML and Markdown: techcommunity.microsoft.com, 1747507',
    examples: { bad: badRuns.shownRaw, good: goodRuns },
  },
  tagsLost: {
    code: 'markup-lost',
    severity: 'warning',
    summary: 'A comment or a task has no tags but those that format it.',
    why: 'They were meant as text, and nobody sees them; or somebody else wrote them, and they stand in your incident unescaped.',
    source: 'what is not escaped is markup: the HTML standard, section 13.2',
    examples: { bad: badRuns.tagsLost, good: goodRuns },
  },
  operationUnknown: {
    code: 'call-without-operation',
    severity: 'error',
    summary: 'A call on a connector belongs to one of its operations.',
    why: 'Deployed, the connector refuses it: its operation has another path or method, or is no longer there.',
    source: "the connector's definition",
    examples: { bad: badRuns.operationUnknown, good: goodRuns },
  },
  basePathTwice: {
    code: 'call-base-path-twice',
    severity: 'warning',
    summary: "The path of a call on a connector begins behind the connector's base path.",
    why: 'The connector puts its base path before the path of the call: deployed, the service is called at an address that it does not have. The run was answered all the same.',
    source: 'how the designer stores a call: facts of LogicAppsUX, swagger parser',
    examples: { bad: badRuns.basePathTwice, good: goodRuns },
  },
  parameterMissing: {
    code: 'parameter-without-value',
    severity: 'error',
    summary: 'Each parameter of a workflow that is run has a value.',
    why: 'The service does not take a workflow whose parameter has neither a value nor a default; nothing was run.',
    source: '"Parameters" in the schema reference of the Workflow Definition Language, learn.microsoft.com',
    examples: { bad: badRuns.parameterMissing, good: goodRuns },
  },
} as const satisfies Readonly<Record<string, Rule<RunExample>>>;

/** What is said of the files that a run is given. An example is a file of mocks. */
export const mockRules = {
  malformed: {
    code: 'mock-malformed',
    severity: 'error',
    summary: 'A file of mocks has lists of answers, each with what an answer has.',
    why: 'An answer that cannot be read is not given: the run would not be the one that was meant.',
    source: 'cli: --mock FILE',
    examples: {
      bad: [[], { '*': 'yes' }, { '*': [] }, { '*': [{ status: '200' }] }, { '*': [{ code: 200 }] }],
      good: [
        { 'api.contoso.com': [{ status: 429, headers: { 'Retry-After': '1' } }, { body: { ok: true } }] },
        { tickets: [{ method: 'GET', path: '/tickets/{id}', status: 200, body: {} }], '*': [{ status: 404 }] },
      ],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;
