import { child } from '../core/pointer.js';
import { resolveAs } from '../openapi/refs.js';
import type { Document, Operation, Schema } from '../openapi/types.js';
import type { Bodies } from './bodies.js';
import { isInternal } from './internal.js';

/** A property that gets the address at which a webhook is told of events. */
export interface NotificationUrl {
  readonly schema: Schema;
  /** Where it stands. */
  readonly pointer: string;
  /** It is internal, or what it stands in is. */
  readonly internal: boolean;
  /** It is required, and so is all that it stands in. */
  readonly required: boolean;
}

/** Whether a schema is marked as such a property. */
export function isNotificationUrl(schema: Schema): boolean {
  const mark = schema['x-ms-notification-url'];
  return mark !== undefined && mark !== false;
}

/** How many are looked for in one body, which should have one. */
const maxUrls = 8;
/** How deep they are looked for: Microsoft's own stand at the first level or the second. */
const maxLevels = 50;

const none: readonly NotificationUrl[] = [];

type Look = (schema: Schema, pointer: string, level: number) => readonly NotificationUrl[];

/** The properties for the address in what each operation takes; operations without one are left out. Each schema is looked at once. */
export function notificationUrlsOf(
  document: Document,
  bodies: ReadonlyMap<Operation, Bodies>,
): ReadonlyMap<Operation, readonly NotificationUrl[]> {
  const known = new Map<Schema, readonly NotificationUrl[]>();
  const look: Look = (schema, pointer, level) => {
    const at = resolveAs(document, 'schema', { node: schema, pointer });
    if (at === undefined || level > maxLevels) return [];
    const before = known.get(at.node);
    if (before !== undefined) return before;
    known.set(at.node, none);
    const urls = urlsAt(at.node, at.pointer, (below, where) => look(below, where, level + 1));
    if (urls.length === 0) return urls;
    const first = urls.slice(0, maxUrls);
    known.set(at.node, first);
    return first;
  };
  const found = new Map<Operation, readonly NotificationUrl[]>();
  for (const [operation, { request }] of bodies) {
    const urls = request ? look(request.schema, request.pointer, 0) : [];
    if (urls.length > 0) found.set(operation, urls);
  }
  return found;
}

function urlsAt(
  schema: Schema,
  pointer: string,
  look: (below: Schema, pointer: string) => readonly NotificationUrl[],
): NotificationUrl[] {
  const internal = isInternal(schema);
  const found: NotificationUrl[] = isNotificationUrl(schema) ? [{ schema, pointer, internal, required: true }] : [];
  const { properties = {}, required } = schema;
  for (const name in properties) {
    const urls = look(properties[name] as Schema, child(`${pointer}/properties`, name)); // it is one of the keys
    if (urls.length === 0) continue; // nearly all
    const isRequired = required?.includes(name) ?? false;
    for (const url of urls) {
      found.push({ ...url, internal: url.internal || internal, required: url.required && isRequired });
    }
  }
  if (schema.items) found.push(...look(schema.items, `${pointer}/items`));
  schema.allOf?.forEach((member, index) => found.push(...look(member, `${pointer}/allOf/${index}`)));
  return found;
}
