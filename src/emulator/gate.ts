import { own } from '../core/json.js';
import type { Context, Route } from './context.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import type { EmulatorState } from './state.js';
import { authorizations, covers, scopeOf } from './store.js';

/** Why the caller may not do what a route does: a right that is missing, a lock, a policy. Undefined where nothing stands against it. */
export function denied(route: Route, { emulated, id }: Context): Reply | undefined {
  const { state } = emulated;
  return forbidden(route, id, state) ?? locked(route, id, state) ?? disallowed(route, id, state);
}

function forbidden({ action }: Route, id: string, { settings }: EmulatorState): Reply | undefined {
  const isForbidden = settings.forbidden.some((one) => one.toLowerCase() === action.toLowerCase());
  if (!isForbidden) return undefined;
  return refused(
    refusals.forbidden,
    `The client does not have authorization to perform action '${action}' over scope '${id}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

const LOCKS = 'Microsoft.Authorization/locks';

/** A lock holds for its scope and all below it; one on what is below a group keeps the group from being deleted. */
function locked({ method, action }: Route, id: string, state: EmulatorState): Reply | undefined {
  const isWrite = method === 'PUT' || method === 'PATCH' || method === 'POST';
  if ((!isWrite && method !== 'DELETE') || action.startsWith(LOCKS)) return undefined;
  const here = id.toLowerCase();
  const scopes = authorizations(state).flatMap((one) => {
    if (one.type !== LOCKS) return [];
    const scope = scopeOf(one.id);
    const isOnIt = covers(scope.toLowerCase(), here) || (!isWrite && covers(here, scope.toLowerCase()));
    const stops = !isWrite || own(one.properties, 'level') === 'ReadOnly';
    return isOnIt && stops ? [scope] : [];
  });
  if (scopes.length === 0) return undefined;
  const operation = isWrite ? 'write' : 'delete';
  return refused(
    refusals.locked,
    `The scope '${id}' cannot perform ${operation} operation because following scope(s) are locked: '${scopes.join(',')}'. Please remove the lock and try again.`,
  );
}

function disallowed({ method, action }: Route, id: string, { settings }: EmulatorState): Reply | undefined {
  if (method !== 'PUT' && method !== 'PATCH') return undefined;
  const type = action.replace(/\/write$/, '').toLowerCase();
  const found = settings.policies.find(
    ({ scope, types }) =>
      covers(scope.toLowerCase(), id.toLowerCase()) && (types?.some((one) => one.toLowerCase() === type) ?? true),
  );
  if (found === undefined) return undefined;
  const name = id.slice(id.lastIndexOf('/') + 1);
  const assignment = {
    name: found.name,
    id: `${found.scope}/providers/Microsoft.Authorization/policyAssignments/${found.name}`,
  };
  return refused(
    refusals.policy,
    `Resource '${name}' was disallowed by policy. Policy identifiers: '[{"policyAssignment":${JSON.stringify(assignment)}}]'.`,
    {
      target: name,
      additionalInfo: [
        { type: 'PolicyViolation', info: { policyAssignmentName: found.name, policyAssignmentId: assignment.id } },
      ],
    },
  );
}
