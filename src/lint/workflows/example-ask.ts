import type { Json, JsonObject } from '../../core/json.js';

/** A call that asks a language model, after the action `Read` of the example, with this in it beside. */
export function ask(more: JsonObject = {}, body: Json = asked('Hello.')): JsonObject {
  const inputs = { method: 'POST', uri: 'https://models.contoso.com/answers', body, ...more };
  return { type: 'Http', inputs, runAfter: { Read: ['Succeeded'] } };
}

/** What is sent: one message of the user. */
export function asked(content: string): JsonObject {
  return { messages: [{ role: 'user', content }], max_tokens: 200 };
}

/** What hides the inputs, or what else is named, of an action. */
export function hiding(...properties: readonly string[]): JsonObject {
  return { runtimeConfiguration: { secureData: { properties } } };
}
