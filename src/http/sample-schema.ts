/** What a request and a response have in common. */
const message = {
  headers: {
    title: 'Headers',
    type: ['object', 'null'],
    description: 'By name, in any case. Several values of one header are a list.',
    additionalProperties: {
      type: ['string', 'number', 'array'],
      items: { type: ['string', 'number'] },
    },
  },
  body: {
    title: 'Body',
    description:
      'The body. A text is the raw text as it was on the wire: a body that is itself a JSON text is written with its quotes. Any other value is the JSON value that the body held. null is the same as absent: no body; a body that is the JSON null is written as the text "null" in bodyText.',
  },
  bodyText: {
    title: 'Body as text',
    type: ['string', 'null'],
    description: 'The exact raw text of the body. Read only where body is absent or null.',
  },
  bodyBase64: {
    title: 'Body as bytes',
    type: ['string', 'null'],
    description:
      'The bytes of a body that is no text in UTF-8. Read only where body and bodyText are absent, null or empty.',
  },
  bodyClipped: {
    title: 'Clipped body',
    type: 'boolean',
    description: 'True where the recorder kept only a part of the text.',
  },
};

/**
 * The JSON Schema (draft 7) of a file of recorded exchanges, published as `schemas/sample.schema.json`.
 * Keys that it does not name are allowed and ignored.
 */
export const sampleSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Recorded exchanges of an HTTP API',
  description: 'One exchange, or a list of them: what connector-kit test --samples reads.',
  anyOf: [
    { $ref: '#/definitions/exchange' },
    { type: 'array', minItems: 1, items: { $ref: '#/definitions/exchange' } },
  ],
  definitions: {
    exchange: {
      title: 'Exchange',
      description: 'A request and what came of it.',
      type: 'object',
      required: ['request'],
      properties: {
        $schema: { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' },
        formatVersion: { title: 'Version of the format', const: 1, description: 'Absent is read as 1.' },
        source: {
          title: 'Source',
          description: 'Where the exchange comes from: what recorded it, from which server and version, how and when.',
        },
        request: { $ref: '#/definitions/request' },
        response: {
          title: 'Response',
          anyOf: [{ $ref: '#/definitions/response' }, { type: 'null' }],
          description: 'Absent or null where only the request is known, such as one printed in an article.',
        },
      },
    },
    request: {
      title: 'Request',
      description: 'What was sent.',
      type: 'object',
      required: ['method', 'url'],
      properties: {
        method: {
          title: 'Method',
          type: 'string',
          pattern: "^[A-Za-z0-9_!#$%&'*+.^`|~-]+$",
          description: 'Such as POST. In any case.',
        },
        url: {
          title: 'Address',
          type: 'string',
          pattern: '\\S',
          description: 'Absolute, or only a path, or with a placeholder for its host.',
        },
        ...message,
      },
    },
    response: {
      title: 'Response',
      description: 'What was answered.',
      type: 'object',
      required: ['status'],
      properties: {
        status: { title: 'Status', type: 'integer', minimum: 100, maximum: 599, description: 'Such as 200.' },
        ...message,
      },
    },
  },
};
