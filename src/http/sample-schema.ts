/** What a request and a response have in common. */
const message = {
  headers: {
    type: ['object', 'null'],
    description: 'By name, in any case. Several values of one header are a list.',
    additionalProperties: {
      type: ['string', 'number', 'array'],
      items: { type: ['string', 'number'] },
    },
  },
  body: {
    description:
      'The body. A text is the raw text as it was on the wire: a body that is itself a JSON text is written with its quotes. Any other value is the JSON value that the body held. null is the same as absent: no body; a body that is the JSON null is written as the text "null" in bodyText.',
  },
  bodyText: {
    type: ['string', 'null'],
    description: 'The exact raw text of the body. Read only where body is absent or null.',
  },
  bodyBase64: {
    type: ['string', 'null'],
    description:
      'The bytes of a body that is no text in UTF-8. Read only where body and bodyText are absent, null or empty.',
  },
  bodyClipped: {
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
  anyOf: [
    { $ref: '#/definitions/exchange' },
    { type: 'array', minItems: 1, items: { $ref: '#/definitions/exchange' } },
  ],
  definitions: {
    exchange: {
      type: 'object',
      required: ['request'],
      properties: {
        $schema: { type: 'string' },
        formatVersion: { const: 1, description: 'Absent is read as 1.' },
        source: {
          description: 'Where the exchange comes from: what recorded it, from which server and version, how and when.',
        },
        request: { $ref: '#/definitions/request' },
        response: {
          anyOf: [{ $ref: '#/definitions/response' }, { type: 'null' }],
          description: 'Absent or null where only the request is known, such as one printed in an article.',
        },
      },
    },
    request: {
      type: 'object',
      required: ['method', 'url'],
      properties: {
        method: { type: 'string', pattern: "^[A-Za-z0-9_!#$%&'*+.^`|~-]+$", description: 'In any case.' },
        url: {
          type: 'string',
          pattern: '\\S',
          description: 'Absolute, or only a path, or with a placeholder for its host.',
        },
        ...message,
      },
    },
    response: {
      type: 'object',
      required: ['status'],
      properties: {
        status: { type: 'integer', minimum: 100, maximum: 599 },
        ...message,
      },
    },
  },
};
