import { array, integer, object, string, type Infer, type Schema } from '../src/index.js';

/**
 * The core of a completion: what every service and every API version has, so that actions made from the connector are typed.
 * The words, and whatever else a version has, come from its surface and the overlay.
 */

/** One turn of the conversation. */
export const Message = object(
  {
    role: string({ enum: ['system', 'user', 'assistant', 'developer', 'tool', 'function'] }),
    content: string(),
  },
  { required: ['role'] },
);
export type Message = Infer<typeof Message>;

/** What is asked. */
export const CompletionRequest = object(
  { messages: array(Message), max_tokens: integer() },
  { required: ['messages'] },
);
export type CompletionRequest = Infer<typeof CompletionRequest>;

/** What is answered. Nothing is required: see {@link expectedAnswer}. */
export const CompletionAnswer = object({
  choices: array(
    object({
      index: integer(),
      message: object({ role: string(), content: string() }),
      finish_reason: string(),
    }),
  ),
  usage: object({ prompt_tokens: integer(), completion_tokens: integer(), total_tokens: integer() }),
  id: string(),
  model: string(),
  created: integer(),
  object: string(),
});
export type CompletionAnswer = Infer<typeof CompletionAnswer>;

/**
 * What every answer must hold: what playbooks read. All 1,384 recorded answers of OpenAI and Azure OpenAI hold it.
 * Not expected: `id` (one sanitized recording has none), `finish_reason` (gpt-4-vision-preview has finish_details instead),
 * `content` (absent from a function call of 2023).
 */
export const expectedAnswer: Schema = {
  required: ['choices', 'created', 'model', 'object', 'usage'],
  properties: {
    choices: {
      minItems: 1,
      items: { required: ['index', 'message'], properties: { message: { required: ['role'] } } },
    },
    usage: { required: ['prompt_tokens', 'completion_tokens', 'total_tokens'] },
  },
};

/** Where an answer says what it is paid by. */
export const usageFields = {
  prompt_tokens: '/usage/prompt_tokens',
  completion_tokens: '/usage/completion_tokens',
  total_tokens: '/usage/total_tokens',
};
