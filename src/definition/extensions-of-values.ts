import { autoRest, documentation, microsoftSchema } from './extensions-sources.js';

const valueParameters = ['path-parameter', 'query-parameter', 'header-parameter', 'form-parameter'] as const;
const parameters = [...valueParameters, 'body-parameter'] as const;

/** Extensions of parameters, schemas and responses. */
export const valueExtensions = {
  'x-ms-summary': {
    places: [...parameters, 'schema', 'response', 'response-header', 'operation'],
    meaning: 'What the designer calls the value. In Title Case.',
    source: `${documentation}#x-ms-summary`,
  },
  'x-ms-visibility': {
    places: [...parameters, 'schema', 'response-header', 'operation'],
    meaning: 'Whether the designer shows it at first, on demand or never: important, advanced, internal.',
    source: `${documentation}#x-ms-visibility`,
  },
  'x-ms-url-encoding': {
    places: ['path-parameter', 'query-parameter'],
    meaning: 'Whether the value is percent-encoded once or twice: single, double.',
    source: `${documentation}#x-ms-url-encoding`,
  },
  'x-ms-dynamic-values': {
    places: [...valueParameters, 'schema'],
    meaning: 'Fills a drop-down by calling another operation.',
    source: `${documentation}#x-ms-dynamic-values`,
  },
  'x-ms-dynamic-list': {
    places: [...valueParameters, 'schema'],
    meaning: 'As x-ms-dynamic-values, with arguments that may be taken from inside a body.',
    source: `${documentation}#x-ms-dynamic-list`,
  },
  'x-ms-dynamic-schema': {
    places: ['schema'],
    meaning: 'Gets the schema of the value by calling another operation.',
    source: `${documentation}#x-ms-dynamic-schema`,
  },
  'x-ms-dynamic-properties': {
    places: ['schema'],
    meaning: 'As x-ms-dynamic-schema, with arguments that may be taken from inside a body.',
    source: `${documentation}#x-ms-dynamic-properties`,
  },
  'x-ms-dynamic-tree': {
    places: ['path-parameter', 'query-parameter', 'schema'],
    meaning: 'A picker of nested things, filled by calling an operation for each level.',
    source: microsoftSchema,
  },
  'x-ms-enum-values': {
    places: [...valueParameters, 'schema'],
    meaning: 'What the designer shows for each value of the enum.',
    source: microsoftSchema,
  },
  'x-ms-editor': {
    places: [...valueParameters, 'schema'],
    meaning: 'Which editor the designer uses for the value.',
    source: '5 published connectors (2024-10) and the code of the designer',
  },
  'x-ms-editor-options': {
    places: [...valueParameters, 'schema'],
    meaning: 'Options of the editor, such as the items of a drop-down.',
    source: '6 published connectors (2024-10) and the code of the designer',
  },
  'x-ms-media-kind': {
    places: ['schema', 'form-parameter'],
    meaning: 'That binary content is an image or audio.',
    source: microsoftSchema,
  },
  'x-ms-notification-url': {
    places: ['schema'],
    meaning: 'Where the address is put to which a webhook sends its notifications.',
    source: `${documentation}#x-ms-notification-url`,
  },
  'x-ms-trigger-value': {
    places: valueParameters,
    meaning: 'Takes the value of the next poll of a trigger from its last answer.',
    source: microsoftSchema,
  },
  'x-ms-test-value': {
    places: [...parameters, 'schema'],
    meaning: 'A value for tests; never a secret.',
    source: microsoftSchema,
  },
  'x-ms-localizeDefaultValue': {
    places: [...valueParameters, 'schema'],
    meaning: 'That the default is text to translate.',
    source: microsoftSchema,
  },
  'x-nullable': {
    places: [...parameters, 'schema', 'response'],
    meaning: 'That the value may be null, which OpenAPI 2.0 has no word for.',
    source: '31 published connectors (2024-10)',
  },
  'x-ms-enum': {
    places: ['schema'],
    meaning: 'How generated client code names the enum.',
    source: autoRest,
    ignored: true,
  },
  'x-ms-parameter-location': {
    places: valueParameters,
    meaning: 'Whether generated client code puts the parameter on the client or on the method.',
    source: autoRest,
    ignored: true,
  },
  'x-ms-skip-url-encoding': {
    places: ['path-parameter'],
    meaning: 'That generated client code does not percent-encode the value.',
    source: autoRest,
    ignored: true,
  },
  'x-ms-client-request-id': {
    places: ['header-parameter', 'operation'],
    meaning: 'That generated client code sends a request id.',
    source: autoRest,
    ignored: true,
  },
} as const;
