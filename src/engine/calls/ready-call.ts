import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Call } from '../effects.js';
import type { ReadyHost } from '../ready/declared.js';
import { readyHosted } from '../ready/host.js';
import { readyInputs, type Inputs } from '../ready/inputs.js';
import { durationMs } from '../run/time.js';
import { isInteger } from '../values/types.js';

/** An action that sends a request, ready to run. */
export interface ReadyCall {
  readonly type: Call['type'];
  /** All inputs but the host. */
  readonly inputs: Inputs;
  /** Of a connector's action. */
  readonly host: ReadyHost | undefined;
  /** Whether 202 with a Location is followed. */
  readonly isAsync: boolean;
  /** How many items pagination asks for; undefined without it. */
  readonly items: number | undefined;
  /** How long the action may take, in milliseconds. */
  readonly time: number | undefined;
}

/** Reads an action that sends a request. */
export function readyCall(type: Call['type'], written: JsonObject): ReadyCall {
  const given = own(written, 'inputs');
  const { inputs, host } = type === 'Http' ? { inputs: readyInputs(given), host: undefined } : readyHosted(given);
  const options = own(written, 'operationOptions');
  const isDisabled = typeof options === 'string' && /DisableAsyncPattern/i.test(options);
  return {
    type,
    inputs,
    host,
    isAsync: !isDisabled && type !== 'ApiConnectionWebhook',
    items: itemsIn(own(objectIn(objectIn(written, 'runtimeConfiguration'), 'paginationPolicy'), 'minimumItemCount')),
    time: durationMs(own(objectIn(written, 'limit'), 'timeout')),
  };
}

function itemsIn(count: Json | undefined): number | undefined {
  return count !== undefined && isInteger(count) && count > 0 ? Number(count) : undefined;
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = own(object, key);
  return isObject(value) ? value : {};
}
