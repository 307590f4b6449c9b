import { string, type OverlayNode, type Schema } from '../../src/index.js';
import { requestOverlay } from './request.js';
import { responseOverlay } from './response.js';

/*
 * What other servers that speak the protocol do otherwise, and what we make of it; COMPATIBLE.md counts it. What a playbook can live with
 * is not expected, is nullable, or is allowed beside what is declared (`wider`), which the contract test notes. What it breaks on stays an
 * error: no choices, content that is no text (3 of 71 recorded choices), arguments that are no text, a stream.
 */

type Nodes = Readonly<Record<string, OverlayNode>>;

function changed(nodes: Nodes = {}, change: (node: OverlayNode, name: string) => OverlayNode): Nodes {
  return Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, change(node, name)]));
}

/** Settings that the service of OpenAI has beyond the protocol. The older form of Tools is one: no server has only that. */
const onlyOpenai: ReadonlySet<string> = new Set([
  'functions',
  'function_call',
  'metadata',
  'moderation',
  'prediction',
  'prompt_cache_key',
  'prompt_cache_options',
  'prompt_cache_retention',
  'safety_identifier',
  'store',
  'verbosity',
  'web_search_options',
]);

/** A setting as other servers take it: within bounds of their own, none deprecated; 3 of 70 recorded requests say null of what they leave out. */
function setting(node: OverlayNode, name: string): OverlayNode {
  if (onlyOpenai.has(name)) return { omit: 'Only OpenAI has it.' };
  return { ...node, constraints: 'drop', deprecated: '', nullable: true };
}

/** What a message says beside its role, which some clients say null of. */
function partOfMessage(node: OverlayNode, name: string): OverlayNode {
  return name === 'role' ? node : { ...node, nullable: true };
}

const { model, messages, ...settings } = requestOverlay.properties ?? {};

/** What is asked: a model and messages, which nobody can do without, and settings. */
export const compatibleRequest: OverlayNode = {
  ...requestOverlay,
  properties: {
    model: {
      ...model,
      description:
        'The model that answers, by the name that the server has for it; a gateway may want the provider before it.',
    },
    messages: {
      ...messages,
      items: { ...messages?.items, properties: changed(messages?.items?.properties, partOfMessage) },
    },
    ...changed(settings, setting),
  },
};

/** What an answer cannot do without, by name: all else may be null. */
const needed: ReadonlySet<string> = new Set(['choices', 'message', 'role']);

/** What a server may leave out, it may say null of. */
function orNull(node: OverlayNode, name: string): OverlayNode {
  const { properties, items, schema } = node;
  return {
    ...node,
    ...(!needed.has(name) && { nullable: true }),
    ...(properties && { properties: changed(properties, orNull) }),
    ...(items && { items: { ...items, properties: changed(items.properties, orNull) } }),
    ...(schema && { schema: schemaOrNull(schema) }),
  };
}

function schemaOrNull(schema: Schema): Schema {
  return { ...withInsides(schema), 'x-nullable': true };
}

/** The schema with what is inside it nullable; an item of a list is there or not. */
function withInsides(schema: Schema): Schema {
  const { properties, items } = schema;
  const inner = Object.entries(properties ?? {}).map(([name, property]) => [name, schemaOrNull(property)] as const);
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(inner) }),
    ...(items && { items: withInsides(items) }),
  };
}

/** What a model thought: servers have two names for it. */
function thoughts(title: string): OverlayNode {
  const description = 'What the model thought before it answered, of models that show it.';
  return { title, description, schema: string(), extra: true };
}

const answer = responseOverlay.properties ?? {};
const choice = answer['choices']?.items?.properties ?? {};

const message: OverlayNode = {
  ...choice['message'],
  properties: {
    ...choice['message']?.properties,
    reasoning_content: thoughts('Reasoning'), // DeepSeek
    reasoning: thoughts('Reasoning Text'), // OpenRouter
  },
};

/** "eos", or nothing at all, of an answer that is whole: 3 of 70 recorded answers. */
const finishReason: OverlayNode = { ...choice['finish_reason'], wider: { type: 'string' } };

/** What is answered. */
export const compatibleResponse: OverlayNode = {
  properties: changed(
    {
      ...answer,
      choices: { ...answer['choices'], items: { properties: { ...choice, message, finish_reason: finishReason } } },
    },
    orNull,
  ),
};

/**
 * What every answer must hold. The 70 recorded ones hold more, all that is expected of OpenAI; but servers are known that leave out `id`,
 * `created` or `usage`, and no playbook breaks on it. `role` is expected: without it the message cannot go back into the conversation.
 */
export const compatibleAnswer: Schema = {
  required: ['choices'],
  properties: {
    choices: {
      minItems: 1,
      items: { required: ['message'], properties: { message: { required: ['role'] } } },
    },
  },
};
