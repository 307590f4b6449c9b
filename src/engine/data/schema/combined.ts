import { isObject, type Json } from '../../../core/json.js';
import { aside, raise, type Here } from './errors.js';
import type { Schema } from './schema.js';

/** Holds a value against a schema; the errors go to `here.errors`. */
export type Check = (value: Json, schema: Schema, here: Here) => void;

/** Holds a value against the schemas that a schema is combined of, in the order of the service. */
export function checkCombined(check: Check, value: Json, { schema, here }: { schema: Schema; here: Here }): void {
  const errorsOf = (one: Schema): readonly Json[] => {
    const apart = aside(here, schema);
    check(value, one, apart);
    return apart.errors;
  };
  const fail = (type: string, message: string, children: readonly Json[] = []) =>
    raise(here, schema, { type, message, children });
  checkAll(schema.allOf.map(errorsOf), fail);
  checkAny(schema.anyOf.map(errorsOf), fail);
  checkOne(schema.oneOf.map(errorsOf), fail);
  if (schema.not && errorsOf(schema.not).length === 0) fail('not', "JSON is valid against schema from 'not'.");
  checkCondition(schema, errorsOf, fail);
  if (!isObject(value)) return;
  for (const [name, dependency] of schema.dependencies) {
    if (Array.isArray(dependency) || !Object.hasOwn(value, name)) continue;
    const errors = errorsOf(dependency as Schema); // no list
    if (errors.length > 0) fail('dependencies', `Dependencies for property '${name}' failed.`, errors);
  }
}

type Fail = (type: string, message: string, children?: readonly Json[]) => void;
/** The errors of each of the schemas. */
type Results = readonly (readonly Json[])[];

function checkAll(results: Results, fail: Fail): void {
  const invalid = indexes(results, (errors) => errors.length > 0);
  if (invalid === '') return;
  const message = `JSON does not match all schemas from 'allOf'. Invalid schema indexes: ${invalid}.`;
  fail('allOf', message, backwards(results));
}

function checkAny(results: Results, fail: Fail): void {
  if (results.length === 0 || results.some((errors) => errors.length === 0)) return;
  fail('anyOf', "JSON does not match any schemas from 'anyOf'.", backwards(results));
}

function checkOne(results: Results, fail: Fail): void {
  const valid = results.filter((errors) => errors.length === 0).length;
  if (results.length === 0 || valid === 1) return;
  const which = indexes(results, (errors) => errors.length === 0);
  const message =
    valid === 0
      ? "JSON is valid against no schemas from 'oneOf'."
      : `JSON is valid against more than one schema from 'oneOf'. Valid schema indexes: ${which}.`;
  fail('oneOf', message, backwards(results));
}

function checkCondition({ condition }: Schema, errorsOf: (one: Schema) => readonly Json[], fail: Fail): void {
  if (!condition) return;
  const isMet = errorsOf(condition.schema).length === 0;
  const chosen = isMet ? condition.met : condition.unmet;
  const errors = chosen ? errorsOf(chosen) : [];
  const branch = isMet ? 'then' : 'else';
  if (errors.length > 0) fail(branch, `JSON does not match schema from '${branch}'.`, errors);
}

function indexes(results: Results, test: (errors: readonly Json[]) => boolean): string {
  return results.flatMap((errors, index) => (test(errors) ? [index] : [])).join(', ');
}

/** All errors, those of the last schema first: the service looks at the last one first. */
function backwards(results: Results): readonly Json[] {
  return results.toReversed().flat();
}
