import type { OperationChoice, Retired } from '../../src/index.js';

/** What the Completion connector needs of an upstream API. */
export interface UpstreamService {
  /** By the name that a surface gives each. */
  readonly operations: Readonly<Record<string, OperationChoice>>;
  /** The versions that no longer answer. */
  readonly retired: Readonly<Record<string, Retired>>;
}

/** Microsoft's page on the life of preview versions, as it stood in 2024; the date was moved once, from 2024-04-02. */
const previewLifecycle = 'https://learn.microsoft.com/azure/ai-services/openai/api-version-deprecation';

const retiredPreview: Retired = { on: '2024-07-01', source: previewLifecycle };

/** The upstream services whose surfaces lie in this folder, by the folder's name. */
export const upstreamServices: Readonly<Record<string, UpstreamService>> = {
  openai: {
    operations: {
      completion: { method: 'post', path: '/chat/completions' },
      listModels: { method: 'get', path: '/models' },
    },
    retired: {},
  },
  'azure-openai': {
    operations: { completion: { method: 'post', path: '/deployments/{deployment-id}/chat/completions' } },
    retired: { '2023-03-15-preview': retiredPreview, '2023-12-01-preview': retiredPreview },
  },
  'azure-openai-v1': {
    operations: { completion: { method: 'post', path: '/chat/completions' } },
    retired: {},
  },
};
