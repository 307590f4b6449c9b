import type { OverlayNode } from '../../src/index.js';
import { alsoNull } from './also-null.js';
import { answerSettings } from './answer-settings.js';
import { message } from './message.js';
import { functions, tools } from './tools.js';

const CANNOT_STREAM = 'A connector waits for the whole answer: it cannot read a stream.';
const NO_SOUND = 'A workflow has no use for sound.';

/**
 * What we say of a request, of all services and versions: words, order and visibility.
 * A property that a version lacks is passed over. The model is the service's own matter.
 */
export const requestOverlay: OverlayNode = {
  properties: {
    model: { title: 'Model', description: 'The model that answers.', visibility: 'important', type: 'string' },
    messages: {
      title: 'Messages',
      description:
        'The conversation so far, oldest first: the instructions as system, the question as user, earlier answers as assistant.',
      visibility: 'important',
      items: message,
    },
    ...answerSettings,
    tools: { ...tools, visibility: 'advanced', ...alsoNull },
    tool_choice: {
      title: 'Tool Choice',
      description: 'Whether the model may call a tool: none, auto or required.',
      visibility: 'advanced',
      schema: { type: 'string' },
      wider: { type: 'object' },
    },
    parallel_tool_calls: {
      title: 'Parallel Tool Calls',
      description: 'Whether the model may call several tools at once.',
      visibility: 'advanced',
    },
    functions: { ...functions, visibility: 'advanced' },
    function_call: {
      title: 'Function Call',
      description: 'Whether the model may call a function: none or auto.',
      deprecated: 'Deprecated by the service in favor of Tool Choice.',
      visibility: 'advanced',
      schema: { type: 'string' },
      wider: { type: 'object' },
    },
    data_sources: {
      title: 'Data Sources',
      description:
        'The search indexes and databases that the answer is grounded in, each with its type and its parameters.',
      visibility: 'advanced',
      schema: { type: 'array', items: { type: 'object' } },
    },
    web_search_options: {
      title: 'Web Search Options',
      description: 'Lets a search model search the web.',
      visibility: 'advanced',
      schema: { type: 'object' },
    },
    prediction: {
      title: 'Prediction',
      description: 'Text that the answer will mostly repeat, to have it sooner.',
      visibility: 'advanced',
      schema: { type: 'object' },
      ...alsoNull,
    },
    service_tier: {
      title: 'Service Tier',
      description: 'How the call is processed and paid for, e.g. auto, default or priority.',
      visibility: 'advanced',
      constraints: 'drop',
    },
    store: {
      title: 'Store',
      description: 'Whether the service keeps the conversation for evaluations.',
      visibility: 'advanced',
    },
    metadata: {
      title: 'Metadata',
      description: 'Names and values that a stored conversation can be found by.',
      visibility: 'advanced',
      schema: { type: 'object' },
      ...alsoNull,
    },
    user: {
      title: 'User',
      description: 'Who asks, as a name that is none: it helps the service to find abuse.',
      visibility: 'advanced',
    },
    safety_identifier: {
      title: 'Safety Identifier',
      description: 'Who asks, as a hash: it helps the service to find abuse.',
      visibility: 'advanced',
    },
    user_security_context: {
      title: 'User Security Context',
      description: 'The application and the person behind the call, for Microsoft Defender.',
      visibility: 'advanced',
      schema: { type: 'object' },
    },
    prompt_cache_key: {
      title: 'Prompt Cache Key',
      description: 'Calls with the same key share cached input.',
      visibility: 'advanced',
    },
    prompt_cache_options: {
      title: 'Prompt Cache Options',
      description: 'How cached input is kept.',
      visibility: 'advanced',
      schema: { type: 'object' },
    },
    prompt_cache_retention: {
      title: 'Prompt Cache Retention',
      description: 'How long cached input is kept.',
      visibility: 'advanced',
      constraints: 'drop',
    },
    moderation: {
      title: 'Moderation',
      description: 'Asks for a moderation of the question and the answer.',
      visibility: 'advanced',
      schema: { type: 'object' },
      ...alsoNull,
    },
    modalities: { omit: NO_SOUND },
    audio: { omit: NO_SOUND },
    stream: { omit: CANNOT_STREAM },
    stream_options: { omit: CANNOT_STREAM },
  },
};
