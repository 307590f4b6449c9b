import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { tokens } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import type { Connector } from '../definition/connector.js';
import type { OperationAt } from '../openapi/walk.js';

/** Tells operations that are written as before, and so is all that they use: of most operations there is nothing to compare. */
export function unchanged(old: Connector, other: Connector): (was: OperationAt, is: OperationAt) => boolean {
  const [was, is] = [old.definition, other.definition] as unknown as [JsonObject, JsonObject]; // a definition is JSON
  const sameAround = around.every((key) => sameJson(own(was, key), own(is, key)));
  if (!sameAround) return () => false;
  const touched = touchedParts(was, is);
  return (before, after) => {
    if (before.method !== after.method || before.path !== after.path) return false;
    const pieces = [
      [before.operation, after.operation],
      ...beside.map((key) => [before.item[key], after.item[key]] as const),
    ] as unknown as readonly [Json | undefined, Json | undefined][]; // parts of a definition
    return pieces.every(([one, another]) => sameJson(one, another) && !refersTo(one, touched));
  };
}

/** What holds for all operations. */
const around = ['consumes', 'produces', 'schemes', 'security', 'securityDefinitions'] as const;
/** What holds for all operations of a path. */
const beside = ['parameters', 'x-ms-notification-content'] as const;

const parts: ReadonlySet<string> = new Set(['definitions', 'parameters', 'responses']);

/** References to what is other than before, or uses what is. */
function touchedParts(was: JsonObject, is: JsonObject): ReadonlySet<string> {
  const touched = new Set<string>();
  const users = new Map<string, string[]>();
  for (const part of parts) {
    const [olds, news] = [own(was, part) ?? {}, own(is, part) ?? {}];
    if (!isObject(olds) || !isObject(news)) continue;
    for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
      const ref = `#/${part}/${name}`;
      if (!sameJson(own(olds, name), own(news, name))) touched.add(ref);
      for (const used of referencesIn(own(news, name))) {
        const known = users.get(used);
        if (known) known.push(ref);
        else users.set(used, [ref]);
      }
    }
  }
  for (const ref of touched) for (const user of users.get(ref) ?? []) touched.add(user);
  return touched;
}

/** Whether something in a value refers to one of `touched`. */
function refersTo(value: Json | undefined, touched: ReadonlySet<string>): boolean {
  return touched.size > 0 && referencesIn(value).some((ref) => ref === elsewhere || touched.has(ref));
}

/** What stands for a reference into a part of a document that is not looked at here. */
const elsewhere = '';

/** The part that a reference leads to or into: `#/definitions/NAME`. */
function partOf(ref: string): string {
  try {
    const [part = '', name = ''] = tokens(decodeURIComponent(ref).slice('#'.length));
    return parts.has(part) ? `#/${part}/${name}` : elsewhere;
  } catch {
    return elsewhere;
  }
}

function referencesIn(value: Json | undefined): readonly string[] {
  const found: string[] = [];
  const left: (Json | undefined)[] = [value];
  for (let here = left.pop(); left.length > 0 || here !== undefined; here = left.pop()) {
    if (isArray(here)) for (const item of here) left.push(item);
    else if (isObject(here)) {
      for (const [key, inner] of Object.entries(here)) {
        if (key === '$ref' && typeof inner === 'string') found.push(partOf(inner));
        else if (typeof inner === 'object') left.push(inner);
      }
    }
  }
  return found;
}
