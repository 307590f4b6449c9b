import { expectsStatus } from '../../playbook/expect.js';
import { command, type Call, type Outcome } from '../command.js';
import { connectorFlags, findingFlags, type FlagTable } from '../flags.js';
import { judge, mostFindings, sourcesOf } from '../judge.js';
import { givenRun, type GivenRun } from '../playbook/given-run.js';
import { madeRun, type MadeRun } from '../playbook/made-run.js';
import { runJson } from '../playbook/run-json.js';
import { runText } from '../playbook/run-text.js';
import { readFile } from '../read-source.js';
import { keyFlags } from '../target/key.js';

const runFlags = {
  incident: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'What the trigger is given: its body, or { "body": ... } around it. JSON or YAML.',
  },
  connector: {
    kind: 'list',
    placeholder: 'KEY=CONNECTOR',
    help: 'The connector of a connection, by its key in $connections: each call is held against it.',
  },
  mock: {
    kind: 'text',
    placeholder: 'FILE',
    help: 'Answers: { "KEY, HTTP host or *": [{ "method", "path", "status", "headers", "body" }] }, given in order, the last one again and again.',
  },
  replay: { kind: 'text', placeholder: 'DIR', help: 'Recordings that answer equal requests, first in, first out.' },
  upstream: { kind: 'text', placeholder: 'URL', help: 'A server that is really called: what stands before the path.' },
  'key-env': keyFlags['key-env'],
  'key-stdin': keyFlags['key-stdin'],
  record: {
    kind: 'text',
    placeholder: 'DIR',
    help: 'Keep what --upstream answers as samples there, credentials replaced.',
  },
  param: {
    kind: 'list',
    placeholder: 'NAME=VALUE',
    help: 'A parameter of the workflow or of the template around it; JSON where it is no string.',
  },
  'param-env': {
    kind: 'list',
    placeholder: 'NAME=VARIABLE',
    help: 'The same from an environment variable, for what is secret.',
  },
  expect: { kind: 'text', placeholder: 'FILE', help: 'What is expected of the run. JSON or YAML.' },
  now: { kind: 'text', placeholder: 'TIME', help: "When the run's clock starts, such as 2026-01-15T10:30:00Z." },
  seed: {
    kind: 'number',
    placeholder: 'N',
    least: 0,
    most: 2_147_483_647,
    whole: true,
    help: 'What random values follow from, and the order of parallel rounds: 0 takes turns, any other shuffles.',
  },
  ...connectorFlags,
  ...findingFlags,
  format: {
    kind: 'choice',
    choices: ['text', 'json', 'html'],
    fallback: 'text',
    help: 'How the result is printed: for a person, a program, as a page to look at.',
  },
} as const satisfies FlagTable;

/** `playbook run`: a playbook offline, and what it leaves on the incident. */
export const playbookRun = command({
  operands: { placeholder: 'WORKFLOW', least: 1, most: 1 },
  flags: runFlags,
  details: [
    'Runs a Consumption workflow without Azure: a definition, an ARM template that holds one, a module that exports one (FILE#NAME where there are several), or the name of a shipped playbook. The clock is virtual: waiting takes no time.',
    'A call is answered by the mocks under the key of its connection, then by the Sentinel workspace, the mocks under its host, those under *, and --replay or --upstream. A call that nothing answers fails the run; without --upstream nothing reaches the network.',
    'The file of --expect: { "status", "error", "actions": { NAME: "Succeeded" or { "status", "code", "error", "times" } }, "comments", "tasks", "tags", "severity", "incidentStatus", "owner", "calls", "usage", "outputs", "findings" }, all of it optional. Comments, tasks and calls are a number or a list.',
    'The exit code is 1 for a run that failed, unless "status" says that it should, for an expectation that is not met, and where there are findings at or above --fail-on.',
  ],
  examples: [
    {
      line: 'connector-kit playbook run playbook.json --incident incident.json --mock answers.json',
      shows: 'The run, and the incident as a person would see it.',
    },
    {
      line: 'connector-kit playbook run deploy.json --incident i.json --upstream http://127.0.0.1:8080 --record kept',
      shows: 'The same against a server, recorded for --replay.',
    },
  ],
  run,
});

async function run({ operands: [word = ''], flags, world }: Call<typeof runFlags>): Promise<Outcome> {
  const given = await givenRun(world, word, flags);
  const made = await madeRun(world, given, flags);
  const judged = await judge(made.findings, {
    failOn: flags['fail-on'],
    most: mostFindings(flags),
    sourceOf: sourcesOf(given.documents, (file) => readFile(world, file)),
  });
  const report = { ...made, judged };
  const ok = judged.ok && endedWell(made, given);
  const outcome: Outcome = { ok, json: () => runJson(report), text: (style) => runText(report, style) };
  if (flags.format !== 'html') return outcome;
  const { runHtml } = await import('../preview/run-html.js');
  const html = await runHtml(report, { ok });
  return { ...outcome, text: () => html };
}

/** Whether the run ended as it should: in the status that is expected, or where none is, without having failed. */
function endedWell({ run: ran }: MadeRun, { expected }: GivenRun): boolean {
  if (ran === undefined) return false;
  return (
    (expected !== undefined && expectsStatus(expected)) || ran.status === 'Succeeded' || ran.status === 'Cancelled'
  );
}
