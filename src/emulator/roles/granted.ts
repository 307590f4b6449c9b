import { own } from '../../core/json.js';
import type { EmulatorState } from '../state.js';
import { authorizations, covers, scopeOf } from '../store.js';
import { roleTable } from './role-table.js';

/** What a principal wants to do, and where. */
export interface Wanted {
  /** The object id. */
  readonly principal: string;
  /** As roles name it. */
  readonly action: string;
  /** The id of what it is done to. */
  readonly scope: string;
}

/** Whether a role that is assigned there, or above, lets a principal do it. */
export function isGranted(state: EmulatorState, { principal, action, scope }: Wanted): boolean {
  const [who, where] = [principal.toLowerCase(), scope.toLowerCase()];
  return authorizations(state).some(({ id, properties }) => {
    if (String(own(properties, 'principalId')).toLowerCase() !== who) return false;
    return covers(scopeOf(id).toLowerCase(), where) && allows(String(own(properties, 'roleDefinitionId')), action);
  });
}

function allows(definitionId: string, action: string): boolean {
  const name = definitionId.slice(definitionId.lastIndexOf('/') + 1).toLowerCase();
  const role = roleTable.find((one) => one.name === name);
  if (role === undefined) return false;
  return role.actions.some((one) => fits(one, action)) && !role.notActions.some((one) => fits(one, action));
}

/** Whether an action is one that a pattern names: in any case, `*` stands for any text. */
function fits(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const text = action.toLowerCase();
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = rest.at(-1) ?? '';
  return text.length - last.length >= at && text.endsWith(last);
}
