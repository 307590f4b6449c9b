import type { Json, JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { ArmProblem } from './resolve.js';

/** What a template makes: a resource as Azure Resource Manager is asked for it. */
export interface ArmResource {
  readonly id: string;
  readonly apiVersion: string;
  /** Without what stands in the address. */
  readonly body: JsonObject;
}

/** A resource with what it depends on, and with those of the deployment that it is. */
export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly dependsOn: readonly Json[];
  readonly pointer: string;
  readonly resources: readonly ArmResource[];
}

/** The resources, each behind those that it depends on; else in their own order. Tells a dependency that is not in the template, and a circle. */
export function inOrder(
  all: readonly Placed[],
  { problems }: { readonly problems: ArmProblem[] },
): readonly ArmResource[] {
  const byName = new Map<string, Placed>();
  for (const one of all.toReversed()) {
    byName.set(one.name.toLowerCase(), one);
    byName.set(one.id.toLowerCase(), one);
  }
  const done = new Set<Placed>();
  const above = new Set<Placed>();
  const ordered: ArmResource[] = [];
  const visit = (one: Placed): void => {
    if (done.has(one)) return;
    if (above.has(one)) {
      problems.push({ pointer: one.pointer, message: `The resource ${shorten(one.name)} depends on itself.` });
      return;
    }
    above.add(one);
    for (const name of one.dependsOn) {
      const other = byName.get(String(name).toLowerCase());
      if (other) visit(other);
      else problems.push({ pointer: one.pointer, message: `The resource ${shorten(name)} is not in the template.` });
    }
    above.delete(one);
    done.add(one);
    ordered.push(...one.resources);
  };
  for (const one of all) visit(one);
  return ordered;
}
