import { errors, response } from '../build/response.js';
import { isObject, type Json, type JsonObject } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import type { Reference, Response, Schema } from '../openapi/types.js';
import { members } from './code.js';
import { built, closed, literal, maybe, optional, record, type Made } from './made.js';
import { nearlySchema, schemaCode } from './schema-code.js';
import type { Scope } from './scope.js';

/** All answers of an operation as code of the builders. */
export function responsesCode(scope: Scope, responses: Readonly<Record<string, Response | Reference>>): Made {
  const entries = Object.entries(responses);
  const common = entries.filter(([status, answer]) => isCommonFailure(status, answer)).map(([status]) => status);
  const own = entries.filter(([status]) => !common.includes(status));
  const made = record(own.map(([status, answer]) => [status, answerCode(scope, answer)]));
  if (common.length === 0 || made.code.kind !== 'members') return made;
  const failures = built('errors', errors, ...common.map((status) => literal(Number(status))));
  return {
    code: members([...made.code.members, { value: failures.code }]),
    value: { ...(made.value as object), ...(failures.value as object) }, // both are objects by status
  };
}

/** Whether `errors` gives the very same. */
function isCommonFailure(status: string, answer: Response | Reference): boolean {
  if (!/^[45]\d\d$/.test(status)) return false;
  const given: JsonObject = errors(Number(status) as 400) as unknown as JsonObject; // of an unknown status it gives no description
  const failure = given[status];
  return isObject(failure) && failure['description'] !== undefined && sameJson(failure, answer as unknown as Json); // it was read: JSON
}

function answerCode(scope: Scope, answer: Response | Reference): Made {
  const node = answer as unknown as JsonObject; // as above
  if ('$ref' in answer || answer.schema === undefined) return literal(node);
  const options = optional([
    [
      'headers',
      answer.headers &&
        record(Object.entries(answer.headers).map(([name, each]) => [name, headerCode(scope, each as Schema)])),
    ], // a header is a schema of a single value
    ['examples', maybe(answer.examples)],
  ]);
  return closed(
    built('response', response, literal(answer.description), schemaCode(scope, answer.schema), options),
    node,
  );
}

/** One without a type is that of a text, less its type. */
function headerCode(scope: Scope, header: Schema): Made {
  const typed: Schema = header.type === undefined ? { ...header, type: 'string' } : header;
  return closed(nearlySchema(scope, typed), header as JsonObject); // as above
}
