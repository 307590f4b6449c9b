import { apiKey, type ConnectorOptions, type OverlayNode, type Probe, type Retired } from '../../src/index.js';
import { completionUpstream } from '../action.js';
import { contentFilterOverlay } from '../overlay/content-filter.js';
import { requestOverlay } from '../overlay/request.js';
import { responseOverlay } from '../overlay/response.js';

const choices = responseOverlay.properties?.['choices'];

/** The answer of Azure OpenAI: as everywhere, and what its content filter says. */
const azureResponseOverlay: OverlayNode = {
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

/** Microsoft's page on the life of preview versions, as it stood in 2024; the date was moved once, from 2024-04-02. */
const previewLifecycle = 'https://learn.microsoft.com/azure/ai-services/openai/api-version-deprecation';

const retiredPreview: Retired = { on: '2024-07-01', source: previewLifecycle };

const renamed: OverlayNode = { omit: 'The connector calls it deployment.' };

/** The key is looked at before the deployment, which nobody has. */
export const probe: Probe = {
  operation: 'Completion',
  body: { model: 'connector-kit-probe', messages: [{ role: 'user', content: 'Hello' }] },
  answers: [{ status: 404, says: 'DeploymentNotFound' }],
};

/** The upstream of both Azure services: the same one, whose path v1 has changed. */
export const azureUpstream = {
  service: 'azure-openai',
  retired: { '2023-03-15-preview': retiredPreview, '2023-12-01-preview': retiredPreview },
  operations: {
    completion: {
      from: [
        { method: 'post', path: '/deployments/{deployment-id}/chat/completions' },
        { method: 'post', path: '/chat/completions' },
      ],
      ...completionUpstream({
        request: {
          ...requestOverlay,
          properties: {
            ...requestOverlay.properties,
            model: {
              ...requestOverlay.properties?.['model'],
              title: 'Deployment Name',
              description: 'The name of the deployment, not of its model.',
            },
          },
        },
        response: azureResponseOverlay,
        parameters: {
          'deployment-id': renamed,
          deploymentId: renamed,
          'api-version': { omit: 'Every call sends the version that the connector is for; v1 needs none.' },
        },
      }),
    },
  },
} as const;

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
