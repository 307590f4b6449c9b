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
  type JsonObject,
  type Schema,
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
import { today, type Offers } from './offers.js';
import { maxTokens, model } from './settings.js';

/** What is asked, whatever the version. */
export interface Question {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: Input<string> }[];
  /** What the answer is to keep; without it, words. Strict: every property is required, and no other allowed. */
  readonly answer?: { readonly name: string; readonly schema: Schema };
}

/** What our playbooks read of an answer. */
const Answer = object({
  choices: array(
    object({
      message: object({ content: nullable(string()), refusal: nullable(string()) }),
      finish_reason: string(),
    }),
  ),
});
export type Answer = Infer<typeof Answer>;

/** How a model is asked: a step of this title that sends the question. */
export type Asking = (title: string, question: Question) => Step<Answer>;

/** A busy service is asked again, four times, later and later. */
const retryPolicy: RetryPolicy = { type: 'exponential', count: 4, interval: 'PT10S' };

/**
 * Asks over a custom connector: its connection has the key.
 *
 * @throws Error, when it is made, for a connector that does not take what it would be asked.
 */
export function overConnector(connector: Connector, offers: Offers = today): Asking {
  const connection = connectionTo(connector, { key: 'completion' });
  const used = { operationId: 'Completion', request: requestOf(offers), answer: Answer } as const;
  if (offers.model === 'path') {
    const operation = operationOf(connector, { ...used, path: ['deployment'] });
    const parameters = { deployment: model.value };
    return (title, question) =>
      call(title, { connection, operation, parameters, body: bodyOf(question, offers), retryPolicy });
  }
  const operation = operationOf(connector, used);
  return (title, question) => call(title, { connection, operation, body: bodyOf(question, offers), retryPolicy });
}

/**
 * Asks an Azure OpenAI resource itself, as the playbook's identity: there is no key, which is what a resource with `disableLocalAuth` wants.
 * The run history shows neither the question nor the answer. Audience: learn.microsoft.com, "Azure OpenAI with managed identities".
 */
export function overHttp(endpoint: WorkflowParameter<string>): Asking {
  return (title, question) =>
    http<Answer>(title, {
      method: 'POST',
      uri: text`${endpoint.value}/openai/v1/chat/completions`,
      headers: { 'Content-Type': 'application/json' },
      body: bodyOf(question, today),
      audience: 'https://cognitiveservices.azure.com',
      secure: ['inputs', 'outputs'],
      retryPolicy,
    });
}

const formats: Readonly<Record<Exclude<Offers['format'], 'words'>, Schema>> = {
  json_schema: object(
    {
      type: string({ enum: ['json_schema'] }),
      json_schema: object({ name: string(), strict: boolean(), schema: object({}) }, { required: ['name'] }),
    },
    { required: ['type'] },
  ),
  json_object: object({ type: string({ enum: ['json_object'] }) }, { required: ['type'] }),
};

/** What a version must take for our questions. */
function requestOf({ limit, format, model: where }: Offers): Schema {
  const members = {
    ...(where === 'body' && { model: string() }),
    messages: array(Message),
    [limit]: integer(),
    ...(format !== 'words' && { response_format: formats[format] }),
  };
  return object(members, { required: where === 'body' ? ['model', 'messages'] : ['messages'] });
}

function bodyOf({ messages, answer }: Question, { limit, format, model: where }: Offers): Input<Json> {
  const shape = answer && format === 'json_schema' ? [] : answer ? [asWords(answer.schema)] : [];
  return {
    ...(where === 'body' && { model: model.value }),
    messages: [...shape, ...messages],
    [limit]: maxTokens.value,
    ...(answer && format !== 'words' && { response_format: formatOf(answer, format) }),
  };
}

/** For a version that knows no schema. The service wants the word JSON in a message before it answers in it. */
function asWords(schema: Schema) {
  const content = `Answer with one JSON object, and nothing before or after it, that keeps this JSON Schema: ${JSON.stringify(schema)}`;
  return { role: 'system', content } as const;
}

function formatOf(
  { name, schema }: NonNullable<Question['answer']>,
  format: 'json_schema' | 'json_object',
): JsonObject {
  if (format === 'json_object') return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name, strict: true, schema: schema as unknown as JsonObject } }; // a schema is JSON
}
