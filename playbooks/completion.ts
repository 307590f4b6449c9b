import { array, boolean, integer, nullable, object, string, type Connector, type Infer } from '../src/index.js';
import { connectionTo, operationOf, type CustomConnection } from '../src/playbooks.js';
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

/** The connection to a model, and the one operation that is called over it. */
export function completionOf(connector: Connector, key = 'completion') {
  const connection: CustomConnection = connectionTo(connector, { key });
  return {
    connection,
    operation: operationOf(connector, { operationId: 'Completion', request: Question, answer: Answer }),
  };
}
