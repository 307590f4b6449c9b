import type { Schema } from '../openapi/types.js';
import { keywords, type SchemaOptions } from './keywords.js';
import { present } from './present.js';

/** Schemas by the names of the properties that they describe. */
export type Properties = Readonly<Record<string, Schema>>;

/** What {@link object} takes. */
export interface ObjectOptions<Names extends string, Rest extends boolean | Schema> extends SchemaOptions {
  /** The properties that must be there. Leave response properties out: see `contract` of an operation. */
  readonly required?: readonly Names[];
  /** What other properties hold; false: there are none. */
  readonly additionalProperties?: Rest;
  /** The property that tells variants of the object apart. */
  readonly discriminator?: Names;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** An object, with what the compiler remembers of its properties. */
export interface ObjectSchema<
  Members extends Properties = Properties,
  Names extends string = string,
  Rest extends boolean | Schema = boolean | Schema,
> extends Schema {
  readonly type: 'object';
  readonly properties: Members;
  readonly required?: readonly Names[];
  readonly additionalProperties?: Rest;
}

/** An object whose property names are data: any name, all of one schema. */
export interface RecordSchema<Values extends Schema = Schema> extends Schema {
  readonly type: 'object';
  readonly additionalProperties: Values;
}

/**
 * An object with named properties. Properties are optional unless `required` names them.
 *
 * @example
 * object({ subject: string({ title: 'Subject' }), body: string({ title: 'Body' }) }, { required: ['subject'] })
 */
export function object<
  Members extends Properties,
  const Names extends keyof Members & string = never,
  Rest extends boolean | Schema = boolean,
>(properties: Members, options: ObjectOptions<Names, Rest> = {}): ObjectSchema<Members, NoInfer<Names>, NoInfer<Rest>> {
  const { required, additionalProperties, ...rest } = options;
  const names = required !== undefined && required.length > 0 ? required : undefined;
  const limits = present({ required: names, additionalProperties });
  return { type: 'object', ...keywords(rest), ...limits, properties } as ObjectSchema<Members, Names, Rest>; // as given
}

/**
 * An object that maps any name to a value of one schema.
 *
 * @example
 * record(string(), { title: 'Headers', description: 'Sent as they are.' })
 */
export function record<Values extends Schema>(values: Values, options: SchemaOptions = {}): RecordSchema<Values> {
  return { ...keywords(options), type: 'object', additionalProperties: values };
}

/**
 * An object of which nothing more is said: the designer shows one box for it.
 *
 * @example
 * anyObject({ title: 'Custom Fields', description: 'Whatever the form holds.' })
 */
export function anyObject(options: SchemaOptions = {}): Schema & { readonly type: 'object' } {
  return { ...keywords(options), type: 'object' };
}
