import { array } from '../../build/array.js';
import { boolean } from '../../build/boolean.js';
import { any } from '../../build/compose.js';
import { integer, number } from '../../build/number.js';
import { object, record } from '../../build/object.js';
import { string } from '../../build/string.js';
import type { Infer } from '../../openapi/infer.js';
import { count, head, judged } from '../schemas.js';

const error = object({ code: string(), message: string() }, { required: ['code', 'message'] });
const time = (description: string) =>
  string({ description: `${description}: ISO 8601 in UTC, on the run's own clock.` });

const attempt = {
  status: string({ description: 'Succeeded, Failed, Skipped, TimedOut, Cancelled or Aborted.' }),
  code: string({ description: 'As the service names it: OK, NotFound, ActionSkipped, ...' }),
  inputs: any({ description: 'Evaluated, credentials replaced.' }),
  outputs: any({ description: 'Credentials replaced.' }),
  error,
  startTime: time('When it began'),
  endTime: time('When it ended'),
};

const action = object(
  {
    type: string({ description: 'Such as ApiConnection.' }),
    ...attempt,
    retries: count('How often it was sent again.'),
    iterations: array(string(), { description: 'How each round of a loop ended.' }),
    repetitions: array(
      object(
        {
          indexes: array(integer(), { description: 'The rounds of the loops around it, counted from 0.' }),
          ...attempt,
        },
        { required: ['indexes', 'status'] },
      ),
      { description: 'Of what is in loops: each time. The action itself then shows the last one.' },
    ),
  },
  { required: ['type', 'status'] },
);

const shown = {
  text: string({ description: 'As a person sees it, without markup.' }),
  raw: array(string(), { description: 'Markdown that is shown as it is written.' }),
  lost: array(string(), { description: 'Tags that nobody sees.' }),
};

const incidentFields = {
  id: string({ description: 'Its resource id.' }),
  title: string(),
  number: number(),
  severity: string(),
  status: string(),
  owner: string(),
  classification: string(),
  comments: array(
    object(
      {
        id: string(),
        message: string({ description: 'As it was written.' }),
        ...shown,
        by: string({ description: 'The action that wrote it; not there for one that was there before.' }),
        time: time('When'),
      },
      { required: ['id', 'message', 'text'] },
    ),
  ),
  tasks: array(
    object(
      {
        id: string(),
        title: string(),
        description: string({ description: 'As it was written.' }),
        ...shown,
        completed: boolean(),
        by: string({ description: 'The action that added it.' }),
        time: time('When'),
      },
      { required: ['id', 'title', 'text', 'completed', 'by'] },
    ),
  ),
  tags: array(string()),
};

const call = object(
  {
    action: string(),
    type: string({ description: 'Http, ApiConnection or ApiConnectionWebhook.' }),
    connection: string({ description: 'The key in $connections.' }),
    operation: string({ description: 'The operationId, where the connector is known.' }),
    method: string(),
    uri: string({ description: 'Of an HTTP action the address, else the path.' }),
    queries: any(),
    body: any({ description: 'Credentials replaced; not there where the playbook hides it.' }),
    status: integer({ description: 'Of the answer; not there where none came.' }),
    by: string({ description: 'Who answered: mock, sentinel, replay, upstream or nobody.' }),
    attempt: count('How often it was sent before.'),
    time: time('When'),
    usage: record(number(), { description: 'What it used, as the answer says.' }),
  },
  { required: ['action', 'type', 'method', 'uri', 'by', 'time'] },
);

/** Of `playbook run`. */
export const playbookRunSchema = object(
  {
    ...head,
    status: string({
      enum: ['Succeeded', 'Failed', 'Cancelled', 'TimedOut'],
      description: 'Of the run; Failed where nobody answered a call, and where nothing was run.',
    }),
    error,
    startTime: attempt.startTime,
    endTime: attempt.endTime,
    actions: record(action, { description: 'By name, in the order of the workflow.' }),
    outputs: any({ description: "The workflow's outputs, by name." }),
    response: any({ description: 'What a Response action answered: statusCode, headers, body.' }),
    incident: object(
      {
        ...incidentFields,
        created: array(object(incidentFields), { description: 'Incidents that the run created.' }),
        activity: array(object({ time: string(), what: string() }, { required: ['time', 'what'] })),
      },
      {
        required: ['comments', 'tasks', 'tags', 'activity'],
        description: 'What a person sees on the incident after the run.',
      },
    ),
    calls: array(call, { description: 'In order, retries and those on the Sentinel workspace included.' }),
    usage: record(number(), { description: 'What all calls used together, by the names that the answers have.' }),
    written: array(string(), { description: 'With --record: the recordings.' }),
    ...judged,
  },
  {
    required: [
      'formatVersion',
      'ok',
      'status',
      'actions',
      'outputs',
      'incident',
      'calls',
      'usage',
      'counts',
      'findings',
    ],
  },
);

/** What `playbook run --json` prints. */
export type PlaybookRunResult = Infer<typeof playbookRunSchema>;
