import { HOLE } from '../arm/hole.js';
import { isObject, own, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { apiOf, connectionKey, type Api, type Connections } from './connections.js';
import { objectAt } from './find.js';
import { knownText, sentOf, type Sent } from './sent.js';
import type { WorkflowStep } from './steps.js';
import type { OutputUse, OutputUses } from './uses.js';

/** A trigger or action that calls an operation of a connector. */
export interface ConnectorCall {
  readonly step: WorkflowStep;
  /** The key of its connection in `$connections`; absent where it is not known. */
  readonly key?: string;
  readonly api: Api;
  /** In lower case; a webhook says none. */
  readonly method?: string;
  /** As it is stored, without the connector's base path, with a hole for each expression; absent where the call names an operation instead. */
  readonly path?: string;
  /** The operationId, of Power Automate's calls only. */
  readonly operationId?: string;
  /** By where it goes: `queries`, `headers`, `body`; `parameters` of Power Automate's calls. */
  readonly sent: ReadonlyMap<string, Sent>;
  /** What is used of its outputs. */
  readonly uses: readonly OutputUse[];
}

const callTypes: ReadonlySet<string> = new Set([
  'ApiConnection',
  'ApiConnectionWebhook',
  'ApiConnectionNotification',
  'OpenApiConnection',
  'OpenApiConnectionWebhook',
  'OpenApiConnectionNotification',
]);

/** The calls among the steps, in their order. */
export function callsOf(steps: readonly WorkflowStep[], connections: Connections, uses: OutputUses): ConnectorCall[] {
  return steps
    .filter(({ type }) => callTypes.has(type))
    .map((step) => {
      const inputs = objectAt(step.value, 'inputs');
      const host = objectAt(inputs, 'host');
      const key = connectionKey(host);
      const operationId = own(host, 'operationId');
      return {
        step,
        ...(key !== undefined && { key }),
        api: apiOf(host, key, connections),
        ...addressOf(inputs),
        ...(typeof operationId === 'string' && { operationId }),
        sent: sentIn(inputs, child(step.pointer, 'inputs')),
        uses: uses.get(step) ?? [],
      };
    });
}

function addressOf(inputs: JsonObject): { readonly method?: string; readonly path?: string } {
  const method = own(inputs, 'method');
  const path = own(inputs, 'path');
  const known = typeof method === 'string' ? knownText(method) : undefined;
  return {
    ...(known !== undefined && { method: known.toLowerCase() }),
    ...(typeof path === 'string' && { path: knownText(path) ?? HOLE }),
  };
}

function sentIn(inputs: JsonObject, pointer: string): ReadonlyMap<string, Sent> {
  const sent = new Map<string, Sent>();
  for (const key of ['queries', 'headers', 'body', 'parameters']) {
    const value = own(inputs, key);
    if (value !== undefined && (key === 'body' || isObject(value))) sent.set(key, sentOf(value, child(pointer, key)));
  }
  return sent;
}
