import { connector, upstreamConnector } from '../../src/index.js';
import { completionAction } from '../action.js';
import { azure, azureUpstream, probe } from './azure.js';

/** Completion for Azure OpenAI's v1 API alone, which has no dated versions: the deployment's name is in the body. */
export const azureOpenaiV1 = upstreamConnector({
  ...azureUpstream,
  name: 'azure-openai-v1',
  defaultVersion: 'v1',
  build: ({ apiVersion, operations: { completion } }) =>
    connector({
      ...azure,
      name: 'azure-openai-v1',
      title: 'Completion for Azure OpenAI v1',
      description:
        'Asks a model that is deployed in Azure OpenAI, under v1, which has no dated versions: describe an incident, propose steps, draft a query.',
      apiVersion,
      basePath: '/openai/v1',
      probe,
      operations: [completionAction(completion)],
    }),
});
