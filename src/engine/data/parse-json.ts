import { type Json } from '../../core/json.js';
import { parsePlain } from '../../core/json-plain.js';
import { Failure } from '../../expression/failure.js';
import { prepare } from '../../expression/prepare.js';
import { binaryContent } from '../../expression/text.js';
import { isRecord } from '../../expression/value.js';
import { budget, done, failed, guarded, ofInputs } from './guarded.js';
import { member } from './items.js';
import type { DataAction, DataResult, Outcome } from './outcome.js';
import { readLeniently } from './reader/read.js';
import { withoutSpecials } from './reader/specials.js';
import { compileSchema, type CompiledSchema } from './schema/compile.js';
import { hasRegex } from './schema/regex-keywords.js';
import { schemaErrors } from './schema/validate.js';

/** `ParseJson`: `content`, read where it is a text, once it is as `schema` wants it. Messages name the type of the action, as the service does. */
export const parseJson: DataAction = (inputs) => {
  const { prepared, problems } = prepare(inputs);
  const ready = rememberLast(readySchema);
  return {
    problems,
    run: ({ action, evaluate }): DataResult => {
      const found = evaluate(prepared);
      const { secret } = found;
      const unevaluated = (message: string, code: string): DataResult => ({
        outcome: failed('BadRequest', ofInputs(action, message), code),
        inputs: undefined,
        secret,
      });
      if (!found.ok) return unevaluated(found.error.message, found.error.code);
      const content = member(found.value, 'content');
      if (content === null || content === '') return unevaluated(noContent, 'InvalidTemplate');
      const outcome = guarded(() => parsed(content, ready(member(found.value, 'schema'))));
      return { outcome, inputs: found.value, secret };
    },
  };
};

const noContent = "Required property 'content' expects a value but got null. Path ''.";
const withRegex =
  "The 'schema' property of action 'ParseJson' inputs contains 'pattern' or 'patternProperties' properties. 'Pattern' or 'patternProperties' properties are not supported in the action json schema.";

/** A schema that values can be held against, or why the action fails whatever the value. */
type ReadySchema = CompiledSchema | { readonly refusal: Outcome };

function readySchema(schema: Json): ReadySchema {
  if (hasRegex(schema)) return { refusal: failed('ActionSchemaNotSupported', withRegex) };
  const compiled = compileSchema(schema, budget());
  return 'problem' in compiled ? { refusal: failed('BadRequest', compiled.problem) } : compiled;
}

/** The same function, which remembers its last result: nearly every schema is a constant of the workflow. */
function rememberLast<Result>(make: (value: Json) => Result): (value: Json) => Result {
  let last: { readonly value: Json; readonly result: Result } | undefined;
  return (value) => {
    if (last?.value !== value) last = { value, result: make(value) };
    return last.result;
  };
}

function parsed(content: Json, schema: ReadySchema): Outcome {
  if ('refusal' in schema) return schema.refusal;
  const binary = isRecord(content) ? binaryContent(content) : undefined;
  if (binary) {
    const is = `but was of type '${binary.type}'`;
    return failed('BadRequest', `The property 'content' must be of type JSON in the 'ParseJson' action inputs, ${is}.`);
  }
  if (typeof content !== 'string') return held(content, schema);
  const plain = parsePlain(content);
  if (plain !== undefined) return held(plain, schema);
  const read = leniently(content);
  return 'value' in read ? held(read.value, schema, withoutSpecials) : read.failure;
}

function leniently(content: string): { readonly value: Json } | { readonly failure: Outcome } {
  try {
    return { value: readLeniently(content) ?? null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const must = "The 'content' property of actions of type 'ParseJson' must be valid JSON";
    return {
      failure: failed('InvalidJSON', `${must}. The provided value cannot be parsed: '${error.message}'.`),
    };
  }
}

/** The value, once it is as the schema wants it; `written` is what becomes of it, and of the errors. */
function held(value: Json, schema: CompiledSchema, written = (made: Json) => made): Outcome {
  const errors = schemaErrors(value, schema, budget());
  if (errors.length === 0) return done(written(value));
  const error = { code: 'ValidationFailed', message: 'The schema validation failed.' };
  return { ok: false, code: error.code, error, outputs: { errors: written(errors) } };
}
