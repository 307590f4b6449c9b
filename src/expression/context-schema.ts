const byName = (title: string, description: string) => ({ title, type: 'object', description });

/** The JSON Schema (draft 7) of what an expression is evaluated with (`playbook eval --context`), published as `schemas/context.schema.json`. */
export const contextSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What an expression is evaluated with',
  description: 'The run that the expression stands in, as far as it asks for it. All of it is optional.',
  type: 'object',
  properties: {
    $schema: { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' },
    trigger: {
      title: 'Trigger',
      type: 'object',
      description:
        'What trigger(), triggerBody() and triggerOutputs() give: { "body" }, or { "outputs": { "headers", "body" } }.',
    },
    variables: byName('Variables', 'What variables() gives, by name.'),
    parameters: byName('Parameters', 'What parameters() gives, by name.'),
    actions: {
      ...byName('Actions', 'What actions(), body() and outputs() are made of, by the name of the action.'),
      additionalProperties: {
        title: 'Action',
        type: 'object',
        description: 'The record of an action, as the history of a run has it.',
        properties: {
          status: { title: 'Status', type: 'string' },
          code: { title: 'Code', type: 'string' },
          inputs: { title: 'Inputs' },
          outputs: {
            title: 'Outputs',
            description: 'Of a call { "statusCode", "headers", "body" }; of a Compose, its value.',
          },
          error: { title: 'Error', description: '{ "code", "message" }' },
        },
      },
    },
    items: byName('Items', 'What items() gives, by the name of the loop.'),
    item: { title: 'Item', description: 'What item() gives. Unless given, the item of the last loop in items.' },
    iterationIndexes: byName('Indexes', 'What iterationIndexes() gives, by the name of the loop.'),
    results: byName('Results', 'What result() gives, by the name of the scope: a list of records of actions.'),
    workflow: byName('Workflow', 'What workflow() gives.'),
    callbackUrl: { title: 'Callback URL', type: 'string', description: 'What listCallbackUrl() gives.' },
    action: byName('Action', 'What action() gives.'),
    now: {
      title: 'Now',
      type: 'string',
      description: 'What utcNow() gives, such as 2026-01-15T10:30:00Z. Unless given, the time of the clock.',
    },
  },
};
