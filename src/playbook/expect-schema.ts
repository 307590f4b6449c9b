const status = {
  title: 'Status',
  type: 'string',
  enum: ['Succeeded', 'Failed', 'Skipped', 'TimedOut', 'Cancelled', 'Aborted'],
};
const times = { title: 'Times', type: 'integer', minimum: 0 };
const code = { title: 'Code', type: ['string', 'null'] };

/** A text of the incident after the run. */
const field = (title: string, values?: readonly string[]) => ({
  title,
  type: ['string', 'null'],
  ...(values && { enum: [...values, null] }),
  description: `The incident has it after the run; null where it has none.`,
});

const action = {
  anyOf: [
    { ...status, description: 'How the action ended.' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        status: { ...status, description: 'How the action ended.' },
        code: { ...code, description: 'Its code in the history of the run, such as OK, NotFound or ActionFailed.' },
        error: { ...code, description: 'The code of its error.' },
        times: { ...times, description: 'How often it ran; times that it was skipped are not counted.' },
      },
    },
  ],
};

const text = {
  anyOf: [
    { type: 'string', description: 'A text that is in it, as it is written or as it is shown.' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        contains: { title: 'Contains', type: 'string', description: 'A text that is in it.' },
        equals: { title: 'Equals', type: 'string', description: 'The whole of it.' },
      },
    },
  ],
};

const task = {
  anyOf: [
    { type: 'string', description: 'Its title.' },
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        title: { title: 'Title', type: 'string' },
        contains: { ...text, title: 'Contains', description: 'What is in its description.' },
        completed: { title: 'Completed', type: 'boolean' },
      },
    },
  ],
};

/** A number of things, or each of them in order. */
const counted = (title: string, items: object, description: string) => ({
  title,
  description,
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'array', items },
  ],
});

const facts = {
  action: { title: 'Action', type: 'string', description: 'The action that made it.' },
  connection: { title: 'Connection', type: 'string', description: 'The key of its connection in $connections.' },
  host: { title: 'Host', type: 'string', description: 'The host of an HTTP action.' },
  method: { title: 'Method', type: 'string', description: 'In upper case.' },
  path: { title: 'Path', type: 'string' },
  status: { title: 'Status', type: 'integer', minimum: 100, maximum: 599, description: 'What it was answered.' },
  operation: { title: 'Operation', type: 'string', description: 'The operation of its connector (--connector).' },
  by: {
    title: 'By',
    type: 'string',
    enum: ['mock', 'sentinel', 'replay', 'upstream', 'nobody'],
    description: 'Who answered it.',
  },
};

const call = {
  type: 'object',
  additionalProperties: false,
  properties: { ...facts, times: { ...times, description: 'How often. Unless given, at least once.' } },
  anyOf: Object.keys(facts).map((name) => ({ required: [name] })),
};

/** The JSON Schema (draft 7) of a file of expectations (`playbook run --expect`), published as `schemas/expectation.schema.json`. */
export const expectationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What is expected of a run of a playbook',
  description: 'All of it is optional. What is not named may be anything.',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' },
    status: {
      title: 'Status of the run',
      type: 'string',
      enum: ['Succeeded', 'Failed', 'Cancelled', 'TimedOut'],
      description: 'How the run ends. Where it is given, a run that fails may be what is expected.',
    },
    error: { ...code, title: 'Error of the run', description: 'The code of the error; null where there is none.' },
    actions: {
      title: 'Actions',
      description: 'By name, how each ended; or the names of those that ran.',
      anyOf: [
        { type: 'object', additionalProperties: action },
        { type: 'array', items: { type: 'string' } },
      ],
    },
    comments: counted('Comments', text, 'How many comments the run wrote, or what is in each, in order.'),
    tasks: counted('Tasks', task, 'How many tasks the run added, or each of them, in order.'),
    tags: {
      title: 'Tags',
      type: 'array',
      items: { type: 'string' },
      description: 'All tags that the incident has after the run, in any order.',
    },
    severity: field('Severity', ['Informational', 'Low', 'Medium', 'High']),
    incidentStatus: field('Status of the incident', ['New', 'Active', 'Closed']),
    owner: field('Owner'),
    classification: field('Classification'),
    calls: counted(
      'Calls',
      call,
      'How many calls the run made beside those on the Sentinel workspace, or which were among its calls.',
    ),
    usage: {
      title: 'Usage',
      description: 'What all calls used together, by name: a number, or bounds.',
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'number' },
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              least: { title: 'Least', type: 'number' },
              most: { title: 'Most', type: 'number' },
            },
          },
        ],
      },
    },
    findings: {
      title: 'Findings',
      type: 'array',
      items: { type: 'string' },
      description: 'The codes of all errors and warnings of the run, in any order.',
    },
    outputs: { title: 'Outputs', type: 'object', description: 'Outputs of the workflow, by name.' },
  },
};
