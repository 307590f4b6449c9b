import { documentation, microsoftSchema } from './extensions-sources.js';

/** Extensions of operations and of path items. */
export const operationExtensions = {
  'x-ms-api-annotation': {
    places: ['operation', 'info'],
    meaning: 'The family, revision and status of an operation, and what replaces it; of `info` only the status.',
    source: `${documentation}#x-ms-api-annotation`,
  },
  'x-ms-trigger': {
    places: ['operation'],
    meaning: 'Makes the operation a trigger, for one event at a time or for a batch of them.',
    source: `${documentation}#x-ms-trigger`,
  },
  'x-ms-trigger-hint': {
    places: ['operation'],
    meaning: 'Tells the user how to make the trigger fire.',
    source: `${documentation}#x-ms-trigger-hint`,
  },
  'x-ms-trigger-metadata': {
    places: ['operation'],
    meaning: 'Says that the trigger polls.',
    source: microsoftSchema,
  },
  'x-ms-notification-content': {
    places: ['path-item'],
    meaning: 'The schema of what a webhook trigger receives; it stands beside the operation, not in it.',
    source: `${documentation}#x-ms-notification-content`,
  },
  'x-ms-notification': {
    places: ['operation'],
    meaning: 'Names the operation that belongs to the notifications of a webhook trigger.',
    source: microsoftSchema,
  },
  'x-ms-pageable': {
    places: ['operation'],
    meaning: 'Names the property of the answer that holds the address of the next page.',
    source: microsoftSchema,
  },
  'x-ms-safe-operation': {
    places: ['operation'],
    meaning: 'Says that the operation changes nothing although its method is not GET or HEAD.',
    source: microsoftSchema,
  },
  'x-ms-no-generic-test': {
    places: ['operation'],
    meaning: 'Excludes the operation from generic tests.',
    source: microsoftSchema,
  },
  'x-ms-operation-context': {
    places: ['operation'],
    meaning: 'Names the operation that simulates a trigger while the user tests a workflow.',
    source: `${documentation}#x-ms-operation-context`,
  },
  'x-ms-require-user-confirmation': {
    places: ['operation'],
    meaning: 'Makes a Copilot ask the user before it calls the operation.',
    source: '36 published connectors (2024-10)',
  },
  'x-ms-openai-data': {
    places: ['operation'],
    meaning: 'Offers the operation to Copilots.',
    source: '38 published connectors (2024-10)',
  },
} as const;
