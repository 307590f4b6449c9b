/** The names of types, in the order in which messages list them. */
export const typeNames = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'] as const;
/** The name of a type. */
export type TypeName = (typeof typeNames)[number];

/** Keywords whose value is a number. */
export const numericKeywords = [
  'maximum',
  'minimum',
  'multipleOf',
  'maxLength',
  'minLength',
  'maxItems',
  'minItems',
  'maxProperties',
  'minProperties',
] as const;
/** A keyword whose value is a number. */
export type NumericKeyword = (typeof numericKeywords)[number];

/** A schema with its keywords read. What has a reference is nothing but that. */
export interface Schema {
  /** Where it stands in the document, such as `#/properties/name`. */
  readonly id: string;
  readonly reference: string | undefined;
  /** Whether it is `false`, which takes nothing. */
  readonly takesNothing: boolean;
  /** In the order of {@link typeNames}. */
  readonly types: readonly TypeName[] | undefined;
  readonly numbers: ReadonlyMap<NumericKeyword, number | bigint>;
  readonly exclusiveMaximum: boolean;
  readonly exclusiveMinimum: boolean;
  readonly format: string | undefined;
  /** `enum`, as `canonical` writes the values. */
  readonly values: ReadonlySet<string> | undefined;
  /** `const`, as `canonical` writes it. */
  readonly onlyValue: string | undefined;
  readonly properties: ReadonlyMap<string, Schema>;
  /** False: there must be no others. */
  readonly additionalProperties: Schema | false | undefined;
  readonly propertyNames: Schema | undefined;
  readonly required: readonly string[];
  readonly dependencies: ReadonlyMap<string, Schema | readonly string[]>;
  /** A list: one for each place. */
  readonly items: Schema | readonly Schema[] | undefined;
  readonly additionalItems: Schema | false | undefined;
  readonly contains: Schema | undefined;
  readonly uniqueItems: boolean;
  /** Whether there are others that the same value is held against. */
  readonly isCombined: boolean;
  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly not: Schema | undefined;
  /** `if`, `then` and `else`. */
  readonly condition:
    | { readonly schema: Schema; readonly met: Schema | undefined; readonly unmet: Schema | undefined }
    | undefined;
}
