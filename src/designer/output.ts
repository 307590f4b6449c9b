import { child } from '../core/pointer.js';
import type { Schema } from '../openapi/types.js';
import type { Standing } from './expand.js';
import type { Origin } from './expression.js';
import { anyItem, segmentOf } from './keys.js';
import { knownTitle } from './known-title.js';
import { ownTitle, prefixed, type Titles } from './titles.js';
import type { Visibility } from './visibility.js';

/** A value of an answer that later steps can pick. What is rarely asked for is made from the way to it, when it is. */
export interface Output {
  /** References followed. */
  readonly schema: Schema;
  readonly above: Standing['above'];
  /** What it stands in; undefined for the answer itself. */
  readonly up: Output | undefined;
  /** The name of a property; undefined for the answer itself, and for an item. */
  readonly property: string | undefined;
  /** Where it is declared, where that is not below what it stands in. */
  readonly start: string | undefined;
  /** Whether it and all that it is in is required. */
  readonly required: boolean;
  /** The one that it inherits. */
  readonly visibility: Visibility;
  /** Those of what it stands in. */
  readonly titles: Titles;
  readonly loop: Loop;
}

/** What goes over the lists that an output is in. */
interface Loop {
  /** The expression for the item. */
  readonly root: string;
  /** The lists, outermost first. */
  readonly over: readonly Output[];
}

/** Where the value of an output is, for its expression. */
export function originOf(output: Output): Origin {
  const names: string[] = [];
  for (let at = output; at.property !== undefined && at.up !== undefined; at = at.up) names.push(at.property);
  return { root: output.loop.root, names: names.reverse(), required: output.required };
}

/** `body.$.choices.[*].message` */
export function keyOf({ up, property }: Output): string {
  if (up === undefined) return 'body.$';
  return `${keyOf(up)}.${property === undefined ? anyItem : segmentOf(property)}`;
}

/** Where an output is declared. */
export function pointerOf({ up, property, start }: Output): string {
  if (start !== undefined || up === undefined) return start ?? '';
  return property === undefined ? `${pointerOf(up)}/items` : child(`${pointerOf(up)}/properties`, property);
}

/** What the designer calls an output. */
export function titleOf({ titles, schema, up, property }: Output): string {
  return prefixed(titles, ownTitle(schema) ?? nameOf(up, property));
}

function nameOf(up: Output | undefined, property: string | undefined): string {
  if (up === undefined) return 'Body';
  if (property === undefined) return 'Item';
  return up.up === undefined ? knownTitle(property) : property;
}
