import {
  action,
  apiKey,
  array,
  connector,
  dynamicValues,
  errors,
  object,
  response,
  string,
  integer,
  upstreamConnector,
} from '../../src/index.js';
import { completionAction, completionUpstream } from '../action.js';
import { requestOverlay } from '../overlay/request.js';
import { responseOverlay } from '../overlay/response.js';

/** Fills the drop-down of models: the designer calls it, a workflow cannot. */
const ListModels = action({
  operationId: 'ListModels',
  method: 'get',
  path: '/models',
  summary: 'List models',
  description: 'Lists the models that the key can use, for the drop-down.',
  visibility: 'internal',
  responses: {
    200: response(
      'The models.',
      object({
        object: string({ title: 'Object', description: 'list.' }),
        data: array(
          object({
            id: string({ title: 'Model ID', description: 'What a request names it by.' }),
            object: string({ title: 'Model Object', description: 'model.' }),
            created: integer({ title: 'Model Created', description: 'When it was made: seconds since 1970 (UTC).' }),
            owned_by: string({ title: 'Owner', description: 'Who owns it.' }),
          }),
          { title: 'Models', description: 'The models.' },
        ),
      }),
    ),
    ...errors(401, 403, 429, 500, 503),
  },
  contract: { responses: { 200: { expect: { required: ['data'] } } } },
});

const model = {
  ...requestOverlay.properties?.['model'],
  schema: string({ dynamic: dynamicValues(ListModels, { collection: 'data', value: 'id', title: 'id' }) }),
};

/** Where the upstream lists its models; what the drop-down needs of an answer has never changed. */
export const listModels = { from: { method: 'get', path: '/models' } } as const;

/** Completion for OpenAI: the model is in the body, chosen from a list. */
export const openai = upstreamConnector({
  name: 'openai',
  defaultVersion: '2.3.0',
  operations: {
    completion: {
      from: { method: 'post', path: '/chat/completions' },
      ...completionUpstream({
        request: { ...requestOverlay, properties: { ...requestOverlay.properties, model } },
        response: responseOverlay,
      }),
    },
    listModels,
  },
  build: ({ apiVersion, operations: { completion } }) =>
    connector({
      name: 'openai',
      title: 'Completion for OpenAI',
      description:
        'Asks a model of OpenAI: describe an incident, propose steps, draft a query. The key stays in the connection.',
      version: '1.0.0',
      apiVersion,
      host: 'api.openai.com',
      basePath: '/v1',
      contact: { name: 'OpenAI', url: 'https://help.openai.com', email: 'support@openai.com' },
      metadata: {
        website: 'https://openai.com',
        privacyPolicy: 'https://openai.com/policies/privacy-policy',
        categories: ['AI'],
      },
      brandColor: '#10715c',
      publisher: 'connector-kit',
      security: apiKey({
        in: 'header',
        name: 'Authorization',
        prefix: 'Bearer ',
        title: 'Bearer and API key',
        description: 'The word Bearer, a space, and the key: Bearer <key>. The key alone does not work.',
        tooltip: 'Type Bearer, a space, and then the key.',
      }),
      operations: [completionAction(completion), ListModels],
    }),
});
