import { isArray, own, type JsonObject } from '../../core/json.js';
import { isRefused, type ArmClient } from '../client.js';
import { AUTHORIZATION_VERSION } from './ids.js';

/** What giving a role needs. */
const WRITE = 'Microsoft.Authorization/roleAssignments/write';

/** Whether the account may give roles at a scope; undefined where nobody says. learn.microsoft.com/rest/api/authorization/permissions: an action counts where it is in `actions` and not in `notActions`. */
export async function mayAssign(client: ArmClient, scope: string): Promise<boolean | undefined> {
  const path = `${scope}/providers/Microsoft.Authorization/permissions`;
  const listed = await client.list({ path, version: AUTHORIZATION_VERSION });
  if (isRefused(listed) || listed.length === 0) return undefined;
  return listed.some((one) => matches(one, 'actions') && !matches(one, 'notActions'));
}

function matches(permission: JsonObject, part: string): boolean {
  const list = own(permission, part);
  const patterns = list !== undefined && isArray(list) ? list : [];
  return patterns.some((one) => typeof one === 'string' && fits(one.toLowerCase().split('*'), WRITE.toLowerCase()));
}

/** Whether a text is the pieces in their order, with anything between them. */
function fits(pieces: readonly string[], text: string): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
