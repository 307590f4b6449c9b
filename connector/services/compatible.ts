import { apiKey, connector, upstreamConnector } from '../../src/index.js';
import { completionAction, completionUpstream } from '../action.js';
import { compatibleAnswer, compatibleRequest, compatibleResponse } from '../overlay/compatible.js';
import { listModels } from './openai.js';

/**
 * Completion for any server that speaks the protocol: a gateway, vLLM, llama.cpp, Ollama, Mistral, OpenRouter.
 * The protocol is that of OpenAI's own specification, whose version is this one's; nobody else publishes one.
 */
export const compatible = upstreamConnector({
  name: 'compatible',
  service: 'openai',
  defaultVersion: '2.3.0',
  operations: {
    completion: {
      from: { method: 'post', path: '/chat/completions' },
      ...completionUpstream({ request: compatibleRequest, response: compatibleResponse, expected: compatibleAnswer }),
    },
    listModels,
  },
  build: ({ apiVersion, operations: { completion } }) =>
    connector({
      name: 'compatible',
      title: 'Completion for any server',
      description:
        'Asks a model on any server that speaks the protocol of OpenAI: describe an incident, propose steps, draft a query. The key stays in the connection.',
      version: '1.0.0',
      apiVersion,
      // All of the address stands for the customer's own: `--endpoint` fills it. What most servers have in common is /v1.
      host: 'your-server.example.com',
      basePath: '/v1',
      openHost: true,
      openBasePath: true,
      openKeyHeader: true,
      contact: { name: 'Whoever runs your server', url: 'https://example.com/support', email: 'support@example.com' },
      metadata: { website: 'https://example.com', privacyPolicy: 'https://example.com/privacy', categories: ['AI'] },
      brandColor: '#5b4b8a',
      publisher: 'connector-kit',
      // True of any header, because --key-header may put another in the place of this one.
      security: apiKey({
        in: 'header',
        name: 'Authorization',
        prefix: 'Bearer ',
        title: 'Key as the server wants it',
        description:
          'What the header of the key holds. In Authorization that is the word Bearer, a space and the key: Bearer <key>. In a header of its own it is the key alone. A server without keys takes any word.',
        tooltip: 'In Authorization: Bearer, a space, and then the key. In a header of its own: the key.',
      }),
      operations: [completionAction(completion)],
    }),
});
