import {
  array,
  boolean,
  integer,
  nullable,
  object,
  string,
  type Connector,
  type Infer,
  type Json,
} from '../src/index.js';
import {
  call,
  connectionTo,
  http,
  operationOf,
  text,
  type Input,
  type RetryPolicy,
  type Step,
  type WorkflowParameter,
} from '../src/playbooks.js';
import { Message } from '../connector/completion.js';

/** What our playbooks ask: an answer that keeps a JSON Schema, and no longer than they pay for. */
const Question = object(
  {
    model: string(),
    messages: array(Message),
    max_completion_tokens: integer(),
    response_format: object(
      {
        type: string({ enum: ['text', 'json_schema', 'json_object'] }),
        json_schema: object({ name: string(), strict: boolean(), schema: object({}) }, { required: ['name'] }),
      },
      { required: ['type'] },
    ),
  },
  { required: ['model', 'messages'] },
);

/** What they read of an answer. */
const Answer = object({
  choices: array(
    object({
      message: object({ content: nullable(string()), refusal: nullable(string()) }),
      finish_reason: string(),
    }),
  ),
});
export type Answer = Infer<typeof Answer>;

export type Question = Infer<typeof Question>;

/** How a model is asked: a step of this title that sends the question. */
export type Asking = (title: string, question: Input<Question>) => Step<Answer>;

/** A busy service is asked again, four times, later and later. */
const retryPolicy: RetryPolicy = { type: 'exponential', count: 4, interval: 'PT10S' };

/** Asks over a custom connector: its connection has the key. */
export function overConnector(connector: Connector, key = 'completion'): Asking {
  const connection = connectionTo(connector, { key });
  const operation = operationOf(connector, { operationId: 'Completion', request: Question, answer: Answer });
  return (title, body) => call(title, { connection, operation, body, retryPolicy });
}

/**
 * Asks an Azure OpenAI resource itself, as the playbook's identity: there is no key, which is what a resource with `disableLocalAuth` wants.
 * The run history shows neither the question nor the answer. Audience: learn.microsoft.com, "Azure OpenAI with managed identities".
 */
export function overHttp(endpoint: WorkflowParameter<string>): Asking {
  return (title, body) =>
    http<Answer>(title, {
      method: 'POST',
      uri: text`${endpoint.value}/openai/v1/chat/completions`,
      headers: { 'Content-Type': 'application/json' },
      body: body as Input<Json>, // a question is JSON
      audience: 'https://cognitiveservices.azure.com',
      secure: ['inputs', 'outputs'],
      retryPolicy,
    });
}
