import Ajv, { type AnySchemaObject, type ValidateFunction } from 'ajv-draft-04';

/**
 * In the test file that calls this, ajv compiles a JSON Schema once. swagger-parser makes a new ajv for every definition, each of which
 * compiles the schema of OpenAPI again: that takes a hundred times as long as to hold the definition against it.
 */
export function compileOnce(): void {
  const known = new WeakMap<object, ValidateFunction>();
  const { prototype } = Ajv.default;
  const { compile } = prototype;
  function compiled(this: typeof prototype, schema: AnySchemaObject): ValidateFunction {
    const validate = known.get(schema) ?? compile.call(this, schema);
    known.set(schema, validate);
    return validate;
  }
  prototype.compile = compiled as typeof compile; // which has a form for each kind of schema
}
