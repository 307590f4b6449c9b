/** The JSON Schema (draft 7) of a file of mocks (`playbook run --mock`), published as `schemas/mock.schema.json`. */
export const mockSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Answers for a run of a playbook',
  description:
    'By the key of a connection in $connections, by an HTTP host, or by *, which answers what nothing else does: answers, given in order, the last one again and again.',
  type: 'object',
  properties: { $schema: { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' } },
  additionalProperties: {
    anyOf: [
      { $ref: '#/definitions/answer' },
      { type: 'array', minItems: 1, items: { $ref: '#/definitions/answer' }, description: 'Given in their order.' },
    ],
  },
  definitions: {
    answer: {
      title: 'Answer',
      description: 'What a call is answered with. With method or path, only calls that have these.',
      type: 'object',
      additionalProperties: false,
      properties: {
        method: {
          title: 'Method',
          type: ['string', 'null'],
          description: 'Of the calls that it answers, such as GET. Any where it is left out.',
        },
        path: {
          title: 'Path',
          type: ['string', 'null'],
          description: 'Of the calls that it answers. {name} stands for any one segment, as in /tickets/{id}.',
        },
        status: {
          title: 'Status',
          type: 'integer',
          minimum: 100,
          maximum: 599,
          default: 200,
          description: 'Unless given, 200.',
        },
        headers: { title: 'Headers', type: ['object', 'null'], description: 'By name.' },
        body: { title: 'Body', description: 'A text is sent as it is, any other value as JSON.' },
      },
    },
  },
};
