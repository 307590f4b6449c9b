import ajvDraft4 from 'ajv-draft-04';
import type { Json, JsonObject } from '../../src/core/json.js';
import type { Schema } from '../../src/openapi/types.js';

/** For each of `schemas`, what ajv says of a value: the oracle of the schema interpreter. References lead to `definitions`. */
export function oracles(
  definitions: Readonly<Record<string, Schema>>,
  schemas: readonly Schema[],
): ((value: Json) => boolean)[] {
  const ajv = new ajvDraft4.default({
    strict: false,
    validateFormats: false,
    validateSchema: false, // published definitions have empty `required` lists and the like
    ownProperties: true,
    multipleOfPrecision: 9, // else 0.3 is no multiple of 0.1
    logger: false,
    code: { optimize: false }, // it compiles twice as fast
  });
  ajv.addSchema({ id: 'document', definitions: each(definitions), bodies: schemas.map(toDraft4) });
  return schemas.map((_, index) => ajv.compile({ $ref: `document#/bodies/${index}` }));
}

const shared = [
  'enum',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'multipleOf',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'required',
  'maxProperties',
  'minProperties',
] as const;

/** A schema of OpenAPI 2.0 as JSON Schema draft 4: what only OpenAPI has is said in draft 4's words or left out. `discriminator` is left out. */
function toDraft4(schema: Schema): JsonObject {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  const { type, properties, items, allOf, additionalProperties } = schema;
  const kept = shared.flatMap((keyword): [string, Json][] => {
    const value = schema[keyword];
    return value === undefined ? [] : [[keyword, value as Json]];
  });
  const draft4: JsonObject = {
    ...Object.fromEntries(kept),
    ...(type !== undefined && type !== 'file' && { type }),
    ...(properties && { properties: each(properties) }),
    ...(items && { items: toDraft4(items) }),
    ...(allOf && { allOf: allOf.map(toDraft4) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'boolean' ? additionalProperties : toDraft4(additionalProperties),
    }),
  };
  return schema['x-nullable'] === true ? { anyOf: [{ enum: [null] }, draft4] } : draft4;
}

function each(schemas: Readonly<Record<string, Schema>>): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toDraft4(schema)]));
}
