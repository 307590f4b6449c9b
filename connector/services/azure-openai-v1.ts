import { connector, type Connector } from '../../src/index.js';
import { completion } from '../action.js';
import { requestOverlay } from '../overlay/request.js';
import { operationOf, surface, type ReadText } from '../surfaces.js';
import { azure, azureResponseOverlay } from './azure.js';

/** Completion for Azure OpenAI's v1 API, which has no dated versions: the deployment's name is in the body. */
export function azureOpenaiV1(read: ReadText, version: string): Connector {
  const upstream = surface(read, 'azure-openai-v1', version);
  const model = {
    ...requestOverlay.properties?.['model'],
    title: 'Deployment Name',
    description: 'The name of the deployment, not of its model.',
  };
  const { action: Completion } = completion({
    surface: upstream,
    path: operationOf(upstream, 'completion').path,
    parameters: [],
    request: { ...requestOverlay, properties: { ...requestOverlay.properties, model } },
    response: azureResponseOverlay,
  });
  return connector({
    ...azure,
    name: 'azure-openai-v1',
    title: 'Completion for Azure OpenAI v1',
    description:
      'Asks a model that is deployed in Azure OpenAI, under v1, which has no dated versions: describe an incident, propose steps, draft a query.',
    apiVersion: version,
    basePath: '/openai/v1',
    operations: [Completion],
  });
}
