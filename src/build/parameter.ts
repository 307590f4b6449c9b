import type { Json } from '../core/json.js';
import type { CollectionFormat, Items, Schema, ValueParameter } from '../openapi/types.js';
import type { FileSchema } from './compose.js';
import { present } from './present.js';

/** Where a parameter with a single value may stand. */
export type ValueLocation = ValueParameter['in'];

/** A schema that a parameter outside a body can have: no object, no reference. */
export type ValueSchema = Schema & { readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'array' };

/** A parameter, with what the compiler remembers of its schema. */
export interface ParameterOf<
  Name extends string,
  In extends ValueLocation,
  Required extends boolean,
  S extends ValueSchema | FileSchema,
> extends ValueParameter {
  readonly name: Name;
  readonly in: In;
  readonly required: Required;
  readonly type: S['type'];
  readonly enum?: NonNullable<S['enum']>;
  readonly items?: ItemsOf<NonNullable<S['items']>>;
  readonly default?: Known<S['default']>;
}

/** The members of an array outside a body. */
interface ItemsOf<S extends Schema> extends Items {
  readonly type: Extract<S['type'], NonNullable<Items['type']>>;
  readonly enum?: NonNullable<S['enum']>;
}

/** What a parameter takes beside its schema. */
export interface ParameterOptions<Required extends boolean = boolean> {
  readonly required?: Required;
  /** How an array is written: `csv` unless said otherwise. `multi` repeats the parameter, in a query and in form data only. */
  readonly collectionFormat?: CollectionFormat;
}

/**
 * A schema that goes with `Required`; else a sentence in its place. The user does not see an internal parameter, and the
 * default of an optional one is not sent: an internal parameter is required and has a default, or has none and is never sent.
 */
export type Sent<S extends Schema, Required> = [Known<S['x-ms-visibility']>] extends ['internal']
  ? [Known<S['default']>, Required] extends [never, true]
    ? 'An internal required parameter needs a default.'
    : [Known<S['default']>] extends [never]
      ? S
      : [Required] extends [true]
        ? S
        : 'An internal parameter with a default must be required: else the default is not sent.'
  : S;

type Known<T> = Exclude<T, undefined>;

/**
 * A parameter in the path. It is required, and its value is percent-encoded once.
 *
 * @example
 * inPath('queue', string({ title: 'Queue', description: 'Where the ticket goes.' }))
 */
export function inPath<const Name extends string, S extends ValueSchema>(
  name: Name,
  schema: S & Sent<S, true>,
  { encoding = 'single' }: { readonly encoding?: 'single' | 'double' } = {},
): ParameterOf<Name, 'path', true, S> {
  return {
    ...parameter<Name, 'path', true, S>({ name, in: 'path' }, schema, { required: true }),
    'x-ms-url-encoding': encoding,
  };
}

/**
 * A parameter in the query.
 *
 * @example
 * inQuery('days', integer({ title: 'Days', minimum: 1 }), { required: true })
 */
export function inQuery<const Name extends string, S extends ValueSchema, const Required extends boolean = false>(
  name: Name,
  schema: S & Sent<S, Required>,
  options: ParameterOptions<Required> = {},
): ParameterOf<Name, 'query', Required, S> {
  return parameter({ name, in: 'query' }, schema, options);
}

/**
 * A header. Not for the key of the connection: that is `security`.
 *
 * @example
 * inHeader('Idempotency-Key', string({ title: 'Idempotency Key' }))
 */
export function inHeader<const Name extends string, S extends ValueSchema, const Required extends boolean = false>(
  name: Name,
  schema: S & Sent<S, Required>,
  options: ParameterOptions<Required> = {},
): ParameterOf<Name, 'header', Required, S> {
  return parameter({ name, in: 'header' }, schema, options);
}

/**
 * A field of a form, or a file with `file()`.
 *
 * @example
 * inForm('attachment', file({ title: 'Attachment' }), { required: true })
 */
export function inForm<
  const Name extends string,
  S extends ValueSchema | FileSchema,
  const Required extends boolean = false,
>(
  name: Name,
  schema: S & Sent<S, Required>,
  options: ParameterOptions<Required> = {},
): ParameterOf<Name, 'formData', Required, S> {
  return parameter({ name, in: 'formData' }, schema, options);
}

/**
 * A value that every call sends and that the user never sees, such as the version of the API.
 *
 * @example
 * constant('query', 'api-version', string({ default: '2024-10-21' }))
 */
export function constant<
  const In extends 'query' | 'header',
  const Name extends string,
  S extends ValueSchema & { readonly default?: Json },
>(
  location: In,
  name: Name,
  schema: S & (S extends { readonly default?: never } ? 'A constant needs a default.' : S),
): ParameterOf<Name, In, true, S> {
  return parameter({ name, in: location }, { ...schema, 'x-ms-visibility': 'internal' }, { required: true });
}

/** Keywords of a schema that a parameter outside a body has not. */
const onlyInSchemas = ['example', 'readOnly', 'title', 'externalDocs'] as const;

function parameter<
  Name extends string,
  In extends ValueLocation,
  Required extends boolean,
  S extends ValueSchema | FileSchema,
>(
  head: { readonly name: Name; readonly in: In },
  schema: ValueSchema | FileSchema,
  { required, collectionFormat }: ParameterOptions<Required>,
): ParameterOf<Name, In, Required, S> {
  const misplaced = onlyInSchemas.find((key) => schema[key] !== undefined);
  if (misplaced !== undefined) {
    throw new Error(`The ${head.in} parameter "${head.name}" cannot have ${misplaced}: only a body can.`);
  }
  const made = { ...head, required: required ?? false, ...schema, ...present({ collectionFormat }) };
  return made as unknown as ParameterOf<Name, In, Required, S>; // the type says what the schema said
}
