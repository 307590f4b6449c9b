import { shorten } from '../../../core/shorten.js';
import { own } from '../../../core/json.js';
import { objectAt } from '../../../workflow/find.js';
import { expressionsIn } from '../../../workflow/refused/texts.js';
import { knownText } from '../../../workflow/sent.js';
import type { WorkflowStep } from '../../../workflow/steps.js';
import { ask } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';
import type { PlaybookSubject } from '../subject.js';

const host = { connection: { name: "@parameters('$connections')['tickets']['connectionId']" } };
const run = (body: string) => ({
  type: 'ApiConnection',
  inputs: { host, method: 'post', path: '/queryData', body },
  runAfter: { Ask: ['Succeeded'] },
});

export const modelWritesQuery: PlaybookRule = {
  code: 'model-writes-query',
  severity: 'error',
  summary: 'No query that a language model wrote is run.',
  why: 'The words of an incident reach the model, and the model writes the query: who writes a title or a command line decides what is read, and how much it costs.',
  source: 'facts of published playbooks: one asks for KQL and runs it',
  published: 0,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Ask': ask(), '/definition/actions/Run': run("@body('Ask')?['answer']") },
        at: ['/definition/actions/Run/inputs/body'],
      },
    ],
    good: [
      { change: { '/definition/actions/Ask': ask(), '/definition/actions/Run': run('SigninLogs | take 10') }, at: [] },
    ],
  },
  check({ texts, sourcesOf, modelCalls, ...subject }, report) {
    const querying = new Set(subject.actions.filter((step) => isQuerying(step, subject.calls)));
    for (const at of texts) {
      const { step, path } = at;
      if (step === undefined || !querying.has(step) || path[0] !== 'inputs' || path[1] === 'host') continue;
      const source = expressionsIn(at)
        .flatMap((one) => sourcesOf(one, at))
        .find((origin) => modelCalls.has(origin.step) && origin.step !== step);
      if (source === undefined) continue;
      const message = `${shorten(step.name)} runs a query with what ${shorten(source.step.name)} answers, a language model, expected a query of your own.`;
      report(at.pointer, message);
    }
  },
};

/** Names of the APIs that run queries. */
const queryApis =
  /^(?:azuremonitorlogs|azureloganalyticsdatacollector|azureloganalytics|kusto|azuredataexplorer|sql|wdatp)/i;
/** Paths under which queries are run. */
const queryPath = /\/(?:\w{0,40}query\w{0,40}|runhunting\w{0,20}|advancedqueries\/run)(?:[/?]|$)/i;

function isQuerying(step: WorkflowStep, calls: PlaybookSubject['calls']): boolean {
  const call = calls.find((one) => one.step === step);
  if (call && queryApis.test(call.api.name ?? call.key ?? '')) return true;
  const address = own(objectAt(step.value, 'inputs'), call ? 'path' : 'uri');
  return typeof address === 'string' && queryPath.test(knownText(address) ?? '');
}
