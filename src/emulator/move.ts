import { own } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { parseResourceId } from '../arm/resource-id.js';
import type { Context } from './context.js';
import { timeText } from './hex.js';
import { noResource } from './missing.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';
import { find, kept, without } from './store.js';

/** Gives a resource the id that the body names, of the same type; `context.id` is the resource's own. Answers 200 without a body. */
export function moved({ emulated, id, body, world }: Context, type: string): Reply {
  const before = find(emulated.state, id);
  if (before === undefined) return noResource(id);
  const target = own(body, 'id');
  const parsed = typeof target === 'string' ? parseResourceId(target) : undefined;
  const name = parsed?.names[0];
  const isOne = parsed?.type.toLowerCase() === type.toLowerCase() && inGroup.test(parsed.scope);
  if (typeof target !== 'string' || name === undefined || !isOne) {
    return refused(refusals.badReference, `The resource reference ${shorten(target)} is not an id of type '${type}'.`);
  }
  if (target.toLowerCase() === id.toLowerCase()) return { status: 200 };
  if (find(emulated.state, target)) return refused(refusals.taken, `The resource '${target}' already exists.`);
  const keys = emulated.memory.keys.get(id.toLowerCase());
  const gone = without(emulated, id);
  const after = kept(gone, { ...before, id: target, name, changed: timeText(world.now) });
  if (keys === undefined) return { status: 200, emulated: after };
  const memory = { ...after.memory, keys: new Map([...after.memory.keys, [target.toLowerCase(), keys] as const]) };
  return { status: 200, emulated: { ...after, memory } };
}

const inGroup = /^\/subscriptions\/[\da-f-]{36}\/resourcegroups\/[^/]{1,90}$/i;
