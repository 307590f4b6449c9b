import { connector, constant, inPath, string, type Connector } from '../../src/index.js';
import { completion } from '../action.js';
import { requestOverlay } from '../overlay/request.js';
import { surface, type ReadText } from '../surfaces.js';
import { azure, azureResponseOverlay } from './azure.js';

/** Completion for Azure OpenAI under a dated API version: the deployment is in the path. */
export function azureOpenai(read: ReadText, version: string): Connector {
  const { action: Completion } = completion({
    surface: surface(read, 'azure-openai', version),
    path: '/deployments/{deployment}/chat/completions',
    parameters: [
      inPath(
        'deployment',
        string({ title: 'Deployment Name', description: 'The name of the deployment, not of its model.' }),
      ),
      constant(
        'query',
        'api-version',
        string({ title: 'API Version', description: 'The version of the service that is asked.', default: version }),
      ),
    ],
    request: {
      ...requestOverlay,
      properties: { ...requestOverlay.properties, model: { omit: 'The deployment decides it.' } },
    },
    response: azureResponseOverlay,
  });
  return connector({
    ...azure,
    name: 'azure-openai',
    title: 'Completion for Azure OpenAI',
    description:
      'Asks a model that is deployed in Azure OpenAI: describe an incident, propose steps, draft a query. The key stays in the connection.',
    apiVersion: version,
    basePath: '/openai',
    operations: [Completion],
  });
}
