import type { ExtensionsAt } from '../definition/extensions.js';
import type { BodyParameter, Schema } from '../openapi/types.js';
import { present } from './present.js';

/** A body, with what the compiler remembers of its schema. */
export interface BodyOf<S extends Schema, Required extends boolean> extends BodyParameter {
  readonly schema: S;
  readonly required: Required;
}

/** What {@link inBody} takes. */
export interface BodyOptions<Required extends boolean> {
  /** `body` unless said otherwise. It is sent nowhere. */
  readonly name?: string;
  readonly title?: string;
  readonly description?: string;
  /** True unless said otherwise: the designer shows no property of an optional body as required. */
  readonly required?: Required;
  readonly extensions?: ExtensionsAt<'body-parameter'>;
}

/**
 * What is sent, as JSON.
 *
 * @example
 * inBody(NewTicket, { title: 'Ticket', description: 'What to open.' })
 */
export function inBody<S extends Schema, const Required extends boolean = true>(
  schema: S,
  { name = 'body', title, description, required, extensions }: BodyOptions<Required> = {},
): BodyOf<S, Required> {
  const head = present({ description, 'x-ms-summary': title });
  // Required is true when the option is absent; the known extensions are JSON.
  return { name, in: 'body', required: required ?? true, ...head, ...extensions, schema } as BodyOf<S, Required>;
}
