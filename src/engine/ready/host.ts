import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Answer, Context } from '../../expression/context.js';
import { connectionKey } from '../../workflow/connections.js';
import type { ReadyHost } from './declared.js';
import { evaluateInputs, readyInputs, type Inputs } from './inputs.js';

/** Inputs without their host, and the host. */
export interface HostedInputs {
  readonly inputs: Inputs;
  readonly host: ReadyHost | undefined;
}

/** Reads the inputs of a connector's trigger or action. */
export function readyHosted(written: Json | undefined): HostedInputs {
  const host = isObject(written) ? own(written, 'host') : undefined;
  if (!isObject(written) || host === undefined) return { inputs: readyInputs(written), host: undefined };
  const others = Object.fromEntries(Object.entries(written).filter(([key]) => key !== 'host'));
  const connection = isObject(host) ? connectionKey(host) : undefined;
  return { inputs: readyInputs(others), host: { inputs: readyInputs(host), connection } };
}

/** The host as it is recorded, to be put before the other inputs: a connection that is not given is shown by its key. */
export function shownHost(
  host: ReadyHost | undefined,
  parameters: ReadonlyMap<string, Answer>,
  context: Context,
): JsonObject {
  if (host === undefined) return {};
  const { connection, inputs } = host;
  const given = parameters.get('$connections')?.value ?? null;
  const isMissing = connection !== undefined && !(isObject(given) && Object.hasOwn(given, connection));
  const evaluated = isMissing ? undefined : evaluateInputs(inputs, context);
  return { host: evaluated?.ok ? evaluated.value : { connection: { name: connection ?? null } } };
}
