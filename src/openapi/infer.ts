import type { Json } from '../core/json.js';
import type { Schema } from './types.js';

declare const valueType: unique symbol;

/** A `$ref` to a named definition that remembers which values the definition describes. */
export interface Named<Name extends string = string, Value = unknown> extends Schema {
  readonly $ref: `#/definitions/${Name}`;
  /** Known to the compiler only: nothing is there when the program runs. */
  readonly [valueType]: Value;
}

/**
 * The TypeScript type of the values that a schema describes; of a schema that the compiler knows nothing of, any JSON.
 *
 * Properties are optional unless the schema requires them; `x-nullable` adds `null`; `allOf` is an intersection; an int64 is a `number`.
 *
 * @example
 * const Message = object({ role: string({ enum: ['user', 'system'] }), name: string() }, { required: ['role'] });
 * type Message = Infer<typeof Message>; // { readonly role: 'user' | 'system'; readonly name?: string }
 */
export type Infer<S> = S extends { readonly [valueType]: infer Value }
  ? Value
  : NotNull<S> | (S extends { readonly 'x-nullable': true } ? null : never);

type NotNull<S> = S extends { readonly allOf: infer Parts }
  ? All<Parts>
  : S extends { readonly type: 'string' | 'file' }
    ? Listed<S, string>
    : S extends { readonly type: 'integer' | 'number' }
      ? Listed<S, number>
      : S extends { readonly type: 'boolean' }
        ? boolean
        : S extends { readonly type: 'array'; readonly items?: infer Item }
          ? readonly Infer<Item>[]
          : S extends { readonly type: 'object' }
            ? ObjectValue<S>
            : Json;

/** The members of the enum, where the compiler knows them. */
type Listed<S, Otherwise> = S extends { readonly enum?: readonly (infer Value)[] }
  ? [Value] extends [Otherwise]
    ? Value
    : Otherwise
  : Otherwise;

type All<Parts> = Parts extends readonly [infer First, ...infer Rest] ? Infer<First> & All<Rest> : unknown;

type ObjectValue<S> = S extends { readonly properties: infer Properties }
  ? [RestOf<S>] extends [never]
    ? Fields<Properties, RequiredNames<S>>
    : Fields<Properties, RequiredNames<S>> &
        Readonly<Record<string, Infer<RestOf<S>> | Infer<Properties[keyof Properties]>>>
  : Readonly<Record<string, [RestOf<S>] extends [never] ? Json : Infer<RestOf<S>>>>;

/** The schema of the properties without a name. */
type RestOf<S> = S extends { readonly additionalProperties?: infer Rest }
  ? [Rest] extends [Schema]
    ? Rest
    : never
  : never;

type RequiredNames<S> = S extends { readonly required?: readonly (infer Name)[] }
  ? unknown extends Name
    ? never
    : Name
  : never;

type Fields<Properties, Required> = Flat<
  { readonly [Key in keyof Properties as Key extends Required ? Key : never]: Infer<Properties[Key]> } & {
    readonly [Key in keyof Properties as Key extends Required ? never : Key]?: Infer<Properties[Key]>;
  }
>;

type Flat<T> = { [Key in keyof T]: T[Key] };
