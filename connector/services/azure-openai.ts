import {
  connector,
  constant,
  inPath,
  string,
  upstreamConnector,
  type Probe,
  type Schema,
  type UpstreamBody,
  type UpstreamParts,
} from '../../src/index.js';
import { completionAction } from '../action.js';
import { azure, azureUpstream, probe } from './azure.js';

/** Completion for Azure OpenAI: under a dated API version the deployment is in the path, under v1 in the body. */
export const azureOpenai = upstreamConnector({
  ...azureUpstream,
  name: 'azure-openai',
  defaultVersion: '2024-10-21',
  build: ({ apiVersion, operations: { completion } }) => {
    const isDated = completion.operation.path.startsWith('/deployments/');
    return connector({
      ...azure,
      name: 'azure-openai',
      title: 'Completion for Azure OpenAI',
      description:
        'Asks a model that is deployed in Azure OpenAI: describe an incident, propose steps, draft a query. The key stays in the connection.',
      apiVersion,
      basePath: isDated ? '/openai' : '/openai/v1',
      probe: isDated ? datedProbe : probe,
      operations: [isDated ? datedAction(completion, apiVersion) : completionAction(completion)],
    });
  },
});

const datedProbe: Probe = {
  ...probe,
  parameters: { deployment: 'connector-kit-probe' },
  body: { messages: [{ role: 'user', content: 'Hello' }] },
};

function datedAction(
  completion: Pick<UpstreamParts, 'operation' | 'request'> & { readonly responses: { readonly 200: UpstreamBody } },
  apiVersion: string,
) {
  const request = { ...completion.request, schema: withoutModel(completion.request.schema) };
  return completionAction(
    { ...completion, request },
    {
      path: '/deployments/{deployment}/chat/completions',
      parameters: [
        inPath(
          'deployment',
          string({ title: 'Deployment Name', description: 'The name of the deployment, not of its model.' }),
        ),
        constant(
          'query',
          'api-version',
          string({
            title: 'API Version',
            description: 'The version of the service that is asked.',
            default: apiVersion,
          }),
        ),
      ],
    },
  );
}

/** The deployment in the path decides the model: some specifications have it in the body too. */
function withoutModel(schema: Schema): Schema {
  const { model: _, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}
