import type { Json, JsonObject } from '../core/json.js';
import type { Operation } from '../openapi/types.js';
import type { OperationAt } from '../openapi/walk.js';
import { isWebhook } from './answer.js';
import type { Field } from './field.js';
import { literal } from './expression.js';
import { serialized } from './serialize.js';

/** The action or trigger that the designer writes into a workflow. */
export interface Step {
  readonly name: string;
  /** As it stands in the workflow, with nothing filled in but defaults and, where a field must be filled in, its label. */
  readonly definition: JsonObject;
  /** Where labels stand in for values that a person gives: JSON Pointers into `definition`. */
  readonly standIns: readonly string[];
}

/** How often a trigger looks where nobody has said it: what the designer begins with. */
const recurrence = { frequency: 'Minute', interval: 3 };

/** The name that the designer gives a new step: its title, with underscores. */
export function stepName({ operationId = '' }: Operation, title: string): string {
  return (title === '' ? operationId : title).trim().replaceAll(/\s+/g, '_');
}

/** What the step of an operation is made of. */
export interface StepParts {
  readonly name: string;
  /** The key of its connection in the workflow. */
  readonly connection: string;
  readonly fields: readonly Field[];
  /** What a batch trigger starts a run for each item of, without the `@`. */
  readonly splitOn: string | undefined;
}

/** The step for an operation, as a Consumption workflow stores it. */
export function stepOf(at: OperationAt, { name, connection, fields, splitOn }: StepParts): Step {
  const isTrigger = at.operation['x-ms-trigger'] !== undefined;
  const isCalledBack = isWebhook(at) || fields.some(({ isCallbackUrl }) => isCallbackUrl);
  const { inputs, standIns } = serialized(at.path, fields);
  const host: Json = { connection: { name: `@parameters('$connections')[${literal(connection)}]['connectionId']` } };
  const definition: JsonObject = {
    type: isCalledBack ? 'ApiConnectionWebhook' : 'ApiConnection',
    inputs: { host, ...(isCalledBack ? {} : { method: at.method }), ...inputs },
    ...(isTrigger ? {} : { runAfter: {} }),
    ...(isTrigger && !isCalledBack && { recurrence }),
    ...(splitOn !== undefined && { splitOn: `@${splitOn}` }),
  };
  return { name, definition, standIns: standIns.map((pointer) => `/inputs${pointer}`) };
}
