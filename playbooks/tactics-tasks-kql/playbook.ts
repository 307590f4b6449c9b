import { array, object, string } from '../../src/index.js';
import {
  addComment,
  addTask,
  filter,
  fn,
  forEach,
  parallel,
  parseJson,
  playbook,
  text,
  when,
  type Expr,
  type Playbook,
  type Step,
} from '../../src/playbooks.js';
import type { Variant } from '../about.js';
import { ask, unlessWhole } from '../answer.js';
import type { Asking } from '../completion.js';
import { FENCE, incidentData } from '../incident-data.js';
import { once } from '../once.js';
import { maxTokens, model } from '../settings.js';
import { strict } from '../strict.js';
import { workspaceTables } from '../tables.js';

/** How much an incident gets at most, whatever the model says. */
const MOST = { tactics: 14, tasks: 8, queries: 5, title: 150 } as const;

const Triage = strict({
  tactics: array(strict({ name: string(), description: string() })),
  tasks: array(strict({ title: string(), rationale: string() })),
  queries: array(strict({ title: string(), table: string(), columns: array(string()), kql: string() })),
});
/** What is read of it: an answer that lacks a part does not fail the run. */
const TriageRead = object({
  tactics: array(object({ name: string(), description: string() })),
  tasks: array(object({ title: string(), rationale: string() })),
  queries: array(object({ title: string(), table: string(), columns: array(string()), kql: string() })),
});

/** Asks a model once: a comment for each tactic of an incident, tasks to investigate it, and queries for them, as tasks and never run. */
export function tacticsTasksKql(asking: Asking, { name, parameters = [], about }: Variant): Playbook {
  const workflow = once({
    name,
    tag: 'ai-triage:v1',
    parameters: [model, maxTokens, workspaceTables, ...parameters],
    steps: ({ body, id }) => {
      const data = incidentData(body);
      const instructions = text`You help a security analyst. Describe each MITRE ATT&CK tactic of the incident in two sentences; give up to five tasks to investigate it; and write up to three KQL queries for them. A query begins with the name of its table, and uses these tables and columns only: ${fn.string(workspaceTables.value)}. List the table and the columns that it uses. ${FENCE}`;
      const asked = ask(asking, 'Ask for a triage', {
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: data.text },
        ],
        answer: { name: 'triage', schema: Triage },
      });
      const triage = parseJson('Read the triage', asked.content, { schema: TriageRead });
      const comments = forEach('For each tactic', fn.take(fn.coalesce(triage.body.at('tactics'), []), MOST.tactics), {
        steps: (tactic) => [
          addComment('Describe a tactic', {
            incident: id,
            message: text`**${inert(tactic.at('name'))}**\n\n${inert(tactic.at('description'))}`,
          }),
        ],
      });
      const tasks = forEach('For each task', fn.take(fn.coalesce(triage.body.at('tasks'), []), MOST.tasks), {
        steps: (task) => [
          addTask('Add a task', {
            incident: id,
            task: title(task.at('title')),
            details: inert(task.at('rationale')),
          }),
        ],
      });
      const queries = forEach('For each query', fn.take(fn.coalesce(triage.body.at('queries'), []), MOST.queries), {
        steps: (query) => queryTask(query, id),
      });
      return [...data.steps, ...asked.steps, unlessWhole(asked, id), triage, parallel([comments], [tasks, queries])];
    },
  });
  return playbook(workflow, {
    ...about,
    title: 'Tactics, tasks and queries for an incident',
    description:
      'Asks a model once about an incident: a comment describes each of its tactics, tasks say how to investigate it, and queries for that stand in tasks of their own. A query is left out where its table, or a column that the model lists for it, is not one of the workspace; it is never run. An incident is done once: a tag says so.',
    version: '1.0.0',
    lastUpdateTime: '2026-11-22T00:00:00Z',
    tags: [...about.tags, 'KQL'],
  });
}

interface Query {
  readonly title?: string;
  readonly table?: string;
  readonly columns?: readonly string[];
  readonly kql?: string;
}

/** A task with a query in it, where the workspace has the table that it begins with, and the columns that the model lists for it. */
function queryTask(query: Expr<Query>, incident: Expr<string>): readonly Step[] {
  const table = fn.coalesce(query.at('table'), '');
  const kql = fn.coalesce(query.at('kql'), '');
  // what a customer gives as lists of names
  const known = workspaceTables.value as Expr<{ readonly [name: string]: readonly string[] }>;
  const columns = fn.coalesce(fn.member(known, table), []);
  const unknown = filter('Unknown columns', fn.coalesce(query.at('columns'), []), (column) =>
    fn.not(fn.contains(columns, column)),
  );
  const isGrounded = fn.and(fn.not(fn.empty(columns)), fn.empty(unknown.body), fn.startsWith(fn.trim(kql), table));
  return [
    unknown,
    when('The workspace has what it names', isGrounded, {
      steps: [
        addTask('Add a query', {
          incident,
          task: text`KQL: ${title(query.at('title'))}`,
          details: text`<p>Written by a model, not run. Read it before you run it.</p><pre>${fn.html(fn.coalesce(query.at('kql'), ''))}</pre>`,
        }),
      ],
      otherwise: [
        addComment('Say that a query was left out', {
          incident,
          message: text`A query was left out: it names what the workspace does not have (${inert(query.at('table'))} ${fn.inert(fn.join(unknown.body, ', '))}).`,
        }),
      ],
    }),
  ];
}

function title(value: Expr<string | null>): Expr<string> {
  return fn.take(fn.plain(fn.coalesce(value, 'Task')), MOST.title);
}

function inert(value: Expr<string | null>): Expr<string> {
  return fn.inert(fn.coalesce(value, ''));
}
