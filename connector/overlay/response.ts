import { array, integer, object, string, type OverlayNode, type Schema } from '../../src/index.js';

/** A property that recordings show, whether or not a version's specification has it. */
function recorded(schema: Schema, words: Omit<OverlayNode, 'schema' | 'extra'>): OverlayNode {
  return { ...words, schema, extra: true };
}

const anything: Schema = { type: 'object' };

const tokenProbability: OverlayNode = {
  properties: {
    token: { title: 'Token', description: 'The token.' },
    logprob: { title: 'Log Probability', description: 'How likely it was, as a natural logarithm.' },
    bytes: { title: 'Bytes', description: 'Its bytes in UTF-8.', nullable: true },
    top_logprobs: {
      title: 'Top Log Probabilities',
      description: 'The likeliest tokens at this position.',
      nullable: true,
      items: {
        properties: {
          token: { title: 'Token', description: 'The token.' },
          logprob: { title: 'Log Probability', description: 'How likely it was, as a natural logarithm.' },
          bytes: { title: 'Bytes', description: 'Its bytes in UTF-8.', nullable: true },
        },
      },
    },
  },
};

const logprobs: OverlayNode = {
  title: 'Log Probabilities',
  description: 'How likely each token was, where it was asked for.',
  nullable: true,
  properties: {
    content: {
      title: 'Content Tokens',
      description: 'The tokens of the content.',
      nullable: true,
      items: tokenProbability,
    },
    refusal: {
      title: 'Refusal Tokens',
      description: 'The tokens of the refusal.',
      nullable: true,
      items: tokenProbability,
    },
  },
};

const citation = object({
  type: string({ title: 'Type', description: 'url_citation.' }),
  url_citation: object(
    {
      url: string({ title: 'URL', description: 'The address of the source.' }),
      title: string({ title: 'Title', description: 'The title of the source.' }),
      start_index: integer({ title: 'Start', description: 'Where the cited part of the content begins.' }),
      end_index: integer({ title: 'End', description: 'Where the cited part of the content ends.' }),
    },
    { title: 'Citation', description: 'A page that the content cites.' },
  ),
});

const message: OverlayNode = {
  title: 'Message',
  description: 'What the model says.',
  properties: {
    role: { title: 'Role', description: 'Who speaks: the assistant.', constraints: 'drop' },
    content: {
      title: 'Content',
      description: 'The answer, as text. Empty when the model calls a tool or refuses.',
      visibility: 'important',
      type: 'string',
      nullable: true,
    },
    refusal: recorded(string(), {
      title: 'Refusal',
      description: 'Why the model refuses to answer, where it does.',
      nullable: true,
    }),
    tool_calls: recorded(
      array(
        object({
          id: string({ title: 'ID', description: 'What the result of the call is told by.' }),
          type: string({ title: 'Type', description: 'function or custom.' }),
          function: object(
            {
              name: string({ title: 'Name', description: 'The name of the function.' }),
              arguments: string({
                title: 'Arguments',
                description: 'The arguments, as JSON text; the model may get them wrong.',
              }),
            },
            { title: 'Called Function', description: 'With the type function: what is called.' },
          ),
          custom: object(
            {
              name: string({ title: 'Name', description: 'The name of the tool.' }),
              input: string({ title: 'Input', description: 'The text for the tool.' }),
            },
            { title: 'Called Custom Tool', description: 'With the type custom: what is called.' },
          ),
        }),
      ),
      { title: 'Tool Calls', description: 'The tools that the model asks for.', nullable: true },
    ),
    function_call: recorded(
      object({
        name: string({ title: 'Name', description: 'The name of the function.' }),
        arguments: string({
          title: 'Arguments',
          description: 'The arguments, as JSON text; the model may get them wrong.',
        }),
      }),
      { title: 'Function Call', description: 'The older form of Tool Calls.', deprecated: '', nullable: true },
    ),
    annotations: recorded(array(citation), {
      title: 'Annotations',
      description: 'The pages that the content cites, of models that search the web.',
      nullable: true,
    }),
    reasoning_content: {
      title: 'Reasoning',
      description: 'What the model thought before it answered, of models that show it.',
      nullable: true,
    },
    context: {
      title: 'Context',
      description: 'What the answer is grounded in, where data sources were given.',
      schema: anything,
    },
    audio: { title: 'Audio', description: 'The answer as sound.', schema: anything, nullable: true },
  },
};

const usage: OverlayNode = {
  title: 'Usage',
  description: 'What the call is paid by.',
  properties: {
    prompt_tokens: { title: 'Prompt Tokens', description: 'The tokens of the messages.' },
    completion_tokens: { title: 'Completion Tokens', description: 'The tokens of the answer.' },
    total_tokens: { title: 'Total Tokens', description: 'Both together.' },
    prompt_tokens_details: {
      title: 'Prompt Tokens Details',
      description: 'What the prompt tokens are made of.',
      extra: true,
      nullable: true,
      schema: object({
        cached_tokens: integer({ title: 'Cached Tokens', description: 'Read from the cache.' }),
        cache_write_tokens: integer({ title: 'Cache Write Tokens', description: 'Written to the cache.' }),
        text_tokens: integer({ title: 'Text Tokens', description: 'Of text.' }),
        audio_tokens: integer({ title: 'Audio Tokens', description: 'Of sound.' }),
        image_tokens: integer({ title: 'Image Tokens', description: 'Of pictures.' }),
      }),
    },
    completion_tokens_details: {
      title: 'Completion Tokens Details',
      description: 'What the completion tokens are made of.',
      extra: true,
      nullable: true,
      schema: object({
        reasoning_tokens: integer({ title: 'Reasoning Tokens', description: 'Spent on thinking.' }),
        text_tokens: integer({ title: 'Text Tokens', description: 'Of text.' }),
        audio_tokens: integer({ title: 'Audio Tokens', description: 'Of sound.' }),
        image_tokens: integer({ title: 'Image Tokens', description: 'Of pictures.' }),
        accepted_prediction_tokens: integer({
          title: 'Accepted Prediction Tokens',
          description: 'Of the prediction, and in the answer.',
        }),
        rejected_prediction_tokens: integer({
          title: 'Rejected Prediction Tokens',
          description: 'Of the prediction, and not in the answer; paid for all the same.',
        }),
      }),
    },
  },
};

/**
 * What we say of an answer, of all services and versions, and what recordings show against the specifications.
 * Counts of the recordings: 1,251 OpenAI and 133 Azure OpenAI answers of 2023 to 2026.
 * Services answer with what they have, whatever the version that was asked for: what was recorded is declared for every version.
 */
export const responseOverlay: OverlayNode = {
  properties: {
    choices: {
      title: 'Choices',
      description: 'The answers: one, unless more were asked for.',
      visibility: 'important',
      items: {
        properties: {
          index: { title: 'Index', description: 'The number of the answer, from 0.' },
          message,
          finish_reason: {
            title: 'Finish Reason',
            description:
              'Why it ends: stop, length (cut off), tool_calls, content_filter (held back) or function_call.',
            enum: ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'],
            constraints: 'keep',
          },
          // Of gpt-4-vision-preview, which had it in place of finish_reason.
          finish_details: recorded(object({ type: string({ title: 'Type', description: 'stop or max_tokens.' }) }), {
            title: 'Finish Details',
            description: 'What an older model with vision said in place of the finish reason.',
          }),
          logprobs,
          delta: { omit: 'Only a streamed answer has it.' },
        },
      },
    },
    usage,
    id: { title: 'Completion ID', description: 'A name of the answer, for support.' },
    model: { title: 'Answering Model', description: 'The model that answered, with its version.' },
    created: { title: 'Created', description: 'When it was made: seconds since 1970 (UTC).' },
    object: { title: 'Object', description: 'The kind of the answer: chat.completion.', constraints: 'drop' },
    system_fingerprint: recorded(string(), {
      title: 'System Fingerprint',
      description: 'The configuration of the service that answered.',
      nullable: true,
    }),
    service_tier: recorded(string(), {
      title: 'Service Tier',
      description: 'How the call was processed.',
      nullable: true,
    }),
    metadata: {
      title: 'Metadata',
      description: 'What the stored answer can be found by.',
      schema: anything,
      nullable: true,
    },
    moderation: {
      title: 'Moderation',
      description: 'The moderation of the question and the answer, where it was asked for.',
      schema: anything,
      nullable: true,
    },
    safety_identifier: recorded(string(), {
      title: 'Safety Identifier',
      description: 'Who asked, as it was sent.',
      nullable: true,
    }),
  },
};
