import { apiKey, type ConnectorOptions, type OverlayNode } from '../../src/index.js';
import { contentFilterOverlay } from '../overlay/content-filter.js';
import { responseOverlay } from '../overlay/response.js';

const choices = responseOverlay.properties?.['choices'];

/** The answer of Azure OpenAI: as everywhere, and what its content filter says. */
export const azureResponseOverlay: OverlayNode = {
  ...responseOverlay,
  properties: {
    ...responseOverlay.properties,
    choices: {
      ...choices,
      items: { properties: { ...choices?.items?.properties, ...contentFilterOverlay.choice } },
    },
    ...contentFilterOverlay.answer,
  },
};

/** What both Azure services say of themselves. */
export const azure = {
  version: '1.0.0',
  /** Stands for the customer's own resource: `--resource` fills it. */
  host: 'your-resource.openai.azure.com',
  openHost: true,
  contact: {
    name: 'Microsoft Azure',
    url: 'https://azure.microsoft.com/support',
    email: 'azuresupport@microsoft.com',
  },
  metadata: {
    website: 'https://azure.microsoft.com/products/ai-services/openai-service',
    privacyPolicy: 'https://privacy.microsoft.com/privacystatement',
    categories: ['AI'],
  },
  brandColor: '#0f5ea8',
  publisher: 'connector-kit',
  security: apiKey({
    in: 'header',
    name: 'api-key',
    title: 'API key',
    description: 'Key 1 or key 2 of the Azure OpenAI resource, as it stands under Keys and Endpoint.',
    tooltip: 'A key of the Azure OpenAI resource, without any word before it.',
  }),
} as const satisfies Partial<ConnectorOptions>;
