import { object, type Schema } from '../src/index.js';

/** An object as the strict form of an answer wants it: every property required, no other allowed. */
export function strict<const Members extends Readonly<Record<string, Schema>>>(members: Members) {
  return object(members, { required: Object.keys(members), additionalProperties: false });
}
