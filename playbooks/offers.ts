import type { Connector, Schema } from '../src/index.js';

/** How a version of the API takes what our playbooks ask. */
export interface Offers {
  /** What bounds an answer. Never both: services refuse that, and newer models refuse the older one. */
  readonly limit: 'max_completion_tokens' | 'max_tokens';
  /** How the form of an answer is fixed: by a schema, as JSON of any form, or by words alone. */
  readonly format: 'json_schema' | 'json_object' | 'words';
  /** Where the model is named: in the body, or as the deployment in the path. */
  readonly model: 'body' | 'path';
}

/** What the services have today: what a shipped playbook asks unless it is built for another connector. */
export const today: Offers = { limit: 'max_completion_tokens', format: 'json_schema', model: 'body' };

/**
 * What a connector has, the newer before the older.
 *
 * @throws Error for a connector without an operation `Completion`, or with nothing that bounds an answer.
 */
export function offered({ name, definition }: Connector): Offers {
  const [path, item] =
    Object.entries(definition.paths).find(([, { post }]) => post?.operationId === 'Completion') ?? [];
  const body = item?.post?.parameters?.find((one) => 'in' in one && one.in === 'body');
  if (path === undefined || body === undefined || !('schema' in body))
    throw new Error(`The connector ${name} has no operation "Completion" with a body.`);
  const properties = resolved(body.schema, definition.definitions).properties ?? {};
  const limit = (['max_completion_tokens', 'max_tokens'] as const).find((of) => Object.hasOwn(properties, of));
  if (limit === undefined)
    throw new Error(
      `Completion of ${name} has neither "max_completion_tokens" nor "max_tokens": nothing bounds an answer.`,
    );
  const forms = properties['response_format']?.properties?.['type']?.enum ?? [];
  const format = (['json_schema', 'json_object'] as const).find((of) => forms.includes(of)) ?? 'words';
  return { limit, format, model: path.includes('{deployment}') ? 'path' : 'body' };
}

function resolved(schema: Schema, definitions: Readonly<Record<string, Schema>> = {}): Schema {
  const { $ref } = schema;
  return (typeof $ref === 'string' ? definitions[$ref.replace('#/definitions/', '')] : schema) ?? {};
}
