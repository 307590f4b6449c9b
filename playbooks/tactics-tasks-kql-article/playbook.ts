import {
  addComment,
  addTask,
  fn,
  forEach,
  parallel,
  playbook,
  text,
  when,
  type Expr,
  type Playbook,
} from '../../src/playbooks.js';
import { withKey } from '../about.js';
import { ask, isWhole, sayWhy, unlessWhole } from '../answer.js';
import type { Asking } from '../completion.js';
import { FENCE, incidentData } from '../incident-data.js';
import { lines } from '../lines.js';
import { once } from '../once.js';
import { maxTokens, model } from '../settings.js';
import { workspaceTables } from '../tables.js';

/** As the article has it. */
const SYSTEM = 'Assistant is a large language model trained by OpenAI.';
/** Sentinel knows 14 tactics of MITRE ATT&CK for enterprises; each costs a call. */
const MOST_TACTICS = 14;

/** The playbook of the article "Microsoft Sentinel and Azure OpenAI", over a custom connector: a call for each tactic, one for tasks, one for a query. */
export function tacticsTasksKqlArticle(asking: Asking): Playbook {
  const workflow = once({
    name: 'tactics-tasks-kql-article',
    tag: 'ai-triage-article:v1',
    parameters: [model, maxTokens, workspaceTables],
    steps: ({ body, id }) => {
      const data = incidentData(body);
      const tactics = fn.coalesce(body.at('object').at('properties').at('additionalData').at('tactics'), []);
      const described = forEach('For each tactic', fn.take(fn.union(tactics, []), MOST_TACTICS), {
        steps: (tactic) => describe(asking, tactic, id),
      });
      return [...data.steps, parallel([described], tasksAndQuery(asking, data.text, id))];
    },
  });
  return playbook(workflow, {
    ...withKey,
    title: 'Tactics, tasks and a query for an incident, as the article has it',
    description:
      'Asks a model to describe each tactic of an incident, for a comment; for tasks to investigate it, for a task; and for a query, for another. It costs two calls and one for each tactic; tactics-tasks-kql does it with one.',
    version: '1.0.0',
    lastUpdateTime: '2026-11-22T00:00:00Z',
    tags: [...withKey.tags, 'KQL'],
    mended,
  });
}

function describe(asking: Asking, named: Expr<string>, incident: Expr<string>) {
  const tactic = fn.coalesce(named, '');
  const asked = ask(asking, 'Ask about a tactic', {
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: text`Describe the following MITRE ATT&CK tactic: ${tactic}` },
    ],
  });
  const comment = addComment('Describe a tactic', {
    incident,
    message: text`**${fn.inert(tactic)}**\n\n${fn.inert(asked.content)}`,
  });
  return [
    ...asked.steps,
    when('It is described', isWhole(asked), { steps: [comment], otherwise: [sayWhy(asked, incident)] }),
  ];
}

function tasksAndQuery(asking: Asking, data: Expr<string>, incident: Expr<string>) {
  const before = [
    {
      role: 'system',
      content: text`${SYSTEM} A query uses these tables and columns only: ${fn.string(workspaceTables.value)}. ${FENCE}`,
    },
    {
      role: 'user',
      content: text`In less than total of 2,000 characters, what types of tasks would need to be done to investigate this security incident together with Microsoft Sentinel? ${data}`,
    },
  ] as const;
  const tasks = ask(asking, 'Ask for tasks', { messages: before });
  const query = ask(asking, 'Ask for a query', {
    messages: [
      ...before,
      { role: 'assistant', content: tasks.content },
      {
        role: 'user',
        content: 'Generate Microsoft Sentinel KQL query to implement your suggestion. Give the query only.',
      },
    ],
  });
  const details = text`<p>Written by a model, not run, and not checked. Read it before you run it.</p><pre>${fn.html(query.content)}</pre>`;
  return [
    ...tasks.steps,
    unlessWhole(tasks, incident),
    addTask('Add the tasks', { incident, task: 'Tasks from AI', details: lines(fn.inert(tasks.content)) }),
    ...query.steps,
    unlessWhole(query, incident),
    addTask('Add the query', { incident, task: 'KQL to run', details }),
  ];
}

const mended = [
  'The key stood in a variable of the workflow, and in the history of every run: it is in the connection of the custom connector.',
  'The question about tactics was made before the loop, of all tactics: each round asked, and commented, the same. Each round asks about its own.',
  'Five loops went over what may be null, and failed there: they go over nothing then, and of choices the first is taken.',
  'The schema of the answer refused an answer without content: one that is refused, filtered, cut off or empty is told apart, and a comment says so.',
  'Nothing bounded an answer, nor the calls for tactics: there is a limit for both.',
  'The title stood in the question as it was, so whoever caused the incident could give orders: what is known of the incident is sent as JSON, and said to be data.',
  'The model was not told which tables there are: they are a parameter. What it writes is not checked here; tactics-tasks-kql does that.',
  'Its suggestion was pasted into the next question: it is a turn of the conversation.',
  'The text of the model stood in HTML as it was: it is escaped, and no link comes of it.',
  'Two connections led to Microsoft Sentinel, and neither had an identity: there is one, with the identity of the playbook.',
  'A call that failed left no trace: a comment names the step, and the run ends as failed.',
  'A second run added everything again: an incident is done once, a tag says so.',
  'The version of the API, 2023-03-15-preview, and the model, gpt-35-turbo, are retired.',
];
