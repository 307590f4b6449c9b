import type { Json } from '../core/json.js';
import type { Infer } from '../openapi/infer.js';
import type { ConnectorOperation } from './operation.js';

/** The value of the body that an operation answers with when all is well. */
export type AnswerOf<Op extends ConnectorOperation> = Op['operation']['responses'] extends {
  readonly 200: { readonly schema: infer S };
}
  ? Infer<S>
  : Op['operation']['responses'] extends { readonly 201: { readonly schema: infer S } }
    ? Infer<S>
    : Json;

/** The counting of {@link PathOf}: from each number to the one below. */
type Below = [never, 0, 1, 2];

/** The paths, with `/` between names, to what an object holds, three names deep. Any text where the type is not known. */
export type PathOf<T, Depth extends number = 3> = Json extends T
  ? string
  : [Depth] extends [never]
    ? never
    : T extends readonly unknown[]
      ? never
      : T extends object
        ? { [Key in keyof T & string]-?: Key | `${Key}/${PathOf<NonNullable<T[Key]>, Below[Depth]>}` }[keyof T & string]
        : never;

/** The type at a path. */
type At<T, Path extends string> = Json extends T
  ? Json
  : Path extends `${infer Key}/${infer Rest}`
    ? Key extends keyof T
      ? At<NonNullable<T[Key]>, Rest>
      : never
    : Path extends keyof T
      ? NonNullable<T[Path]>
      : never;

/** What the list at `Path` of a value holds; without a path the value itself is the list. */
export type ItemOf<T, Path extends string> = ElementOf<[Path] extends [never] ? T : At<T, Path>>;

type ElementOf<T> = Json extends T ? Json : T extends readonly (infer Item)[] ? Item : never;
