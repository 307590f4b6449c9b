import { documentation, microsoftSchema } from './extensions-sources.js';

/** Extensions of the root and of `info`. */
export const documentExtensions = {
  'x-ms-connector-metadata': {
    places: ['document'],
    meaning: 'The website, privacy policy and categories of the connector, as name and value pairs.',
    source: 'https://learn.microsoft.com/connectors/custom-connectors/certification-submission',
  },
  'x-ms-capabilities': {
    places: ['document', 'operation', 'schema'],
    meaning:
      'At the root: a connection test or a file picker; on an operation: that content may be sent in chunks; on a property of an answer: by which functions it can be filtered.',
    source: `${documentation}#x-ms-capabilities; for properties the Swagger Validator (FilterFunctionsPropertyInInputSchema) and github:microsoft/Power-Fx`,
  },
  'x-ms-docs': {
    places: ['document'],
    meaning: 'Links to further documentation.',
    source: microsoftSchema,
  },
  'x-ms-openai-manifest': {
    places: ['document'],
    meaning: 'How the connector presents itself as a Copilot plugin.',
    source: '35 published connectors (2024-10)',
  },
  'x-ms-openai-published-to-copilots': {
    places: ['document'],
    meaning: 'That the Copilot plugin of the connector is published.',
    source: '3 published connectors (2024-10)',
  },
  'x-ms-deployment-version': {
    places: ['info'],
    meaning: 'The version that is deployed, numbers with dots.',
    source: microsoftSchema,
  },
  'x-ms-keywords': {
    places: ['info'],
    meaning: 'Words by which a Copilot plugin is found.',
    source: 'https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/aiplugin',
  },
  'x-components': {
    places: ['document'],
    meaning: 'What a converter from OpenAPI 3 left of `components`.',
    source: '13 published connectors (2024-10)',
    ignored: true,
  },
} as const;
