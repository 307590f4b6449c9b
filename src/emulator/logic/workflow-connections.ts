import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { refused, type Reply } from '../reply.js';
import { refusals } from '../refusals.js';
import { badContent } from '../resource-body.js';
import type { EmulatorState, Resource } from '../state.js';
import { find } from '../store.js';

/** Why a workflow cannot have the connections that it names: they must be there, and know of its identity as it does of them. */
export function refusedConnections(
  state: EmulatorState,
  entries: JsonObject,
  identity: JsonObject | undefined,
): Reply | undefined {
  for (const [key, entry] of Object.entries(entries)) {
    const refusal = refusedEntry(state, key, entry);
    if (refusal) return refusal;
    if (signsInByIdentity(entry) && !hasIdentity(identity)) {
      const message = `The workflow connection parameter '${key}' is not valid. It signs in with the managed identity of the workflow, and the workflow has none.`;
      return refused(refusals.noWorkflowIdentity, message);
    }
  }
  return undefined;
}

function refusedEntry(state: EmulatorState, key: string, entry: Json): Reply | undefined {
  const id = isObject(entry) ? own(entry, 'connectionId') : undefined;
  if (typeof id !== 'string')
    return badContent(`properties.parameters.$connections.value.${key}.connectionId`, 'a text');
  const connection = find(state, id);
  const name = connection?.name ?? id.slice(id.lastIndexOf('/') + 1);
  if (connection === undefined) {
    return refused(refusals.noConnection, `The API connection '${name}' could not be found.`);
  }
  const why = identityProblem(connection, entry);
  if (why === undefined) return undefined;
  const message = `The workflow connection parameter '${key}' is not valid. The API connection '${name}' is ${why}`;
  return refused(refusals.workflowIdentity, message);
}

/** In the service's words: github:Azure/Azure-Sentinel#2781 and Azure/bicep-types-az#2197. */
function identityProblem(connection: Resource, entry: Json): string | undefined {
  const isReady = own(connection.properties, 'parameterValueType') === 'Alternative';
  if (isReady === signsInByIdentity(entry)) return undefined;
  return isReady
    ? "configured to support managed identity but the connection parameter is either missing 'authentication' property in connection properties or authentication type is not 'ManagedServiceIdentity'."
    : 'not configured to support managed identity.';
}

/** Whether a workflow's connection signs in with the workflow's identity. */
export function signsInByIdentity(entry: Json): boolean {
  const properties = isObject(entry) ? own(entry, 'connectionProperties') : undefined;
  const authentication = isObject(properties) ? own(properties, 'authentication') : undefined;
  return isObject(authentication) && own(authentication, 'type') === 'ManagedServiceIdentity';
}

function hasIdentity(identity: JsonObject | undefined): boolean {
  return identity !== undefined && /assigned/i.test(String(own(identity, 'type')));
}
