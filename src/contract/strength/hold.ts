import { isArray, type Json, type JsonArray, type JsonObject } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { canonicalKey } from '../../openapi/canonical-key.js';
import { isAtBound } from './bounds.js';
import { notice, noticeIn } from './fact.js';
import { tellsAnswer, tellsName, type Holding } from './names.js';
import type { Node, Place } from './place.js';

/** Notices every fact that a value, and all that is in it, shows. */
export function hold(holding: Holding, place: Place, value: Json): void {
  if (holding.mustBeKnown && !holding.blocked?.has('')) tellsAnswer(holding.places.nodesFor(place, value), value);
  holdAt(holding, { place, at: '' }, value);
}

/** `at` is the pointer to the value, kept only where there is something to look up by it. Recursion follows the value, whose depth its reader limits. */
function holdAt(holding: Holding, { place, at }: { readonly place: Place; readonly at: string }, value: Json): void {
  if (holding.blocked?.has(at)) return;
  if (value === null) {
    holdNull(place);
    return;
  }
  place.had = 'value';
  const nodes = holding.places.nodesFor(place, value);
  for (const node of nodes) noticeValue(node, value);
  if (isArray(value)) holdItems(holding, { nodes, at }, value);
  else if (typeof value === 'object') holdProperties(holding, { nodes, at }, value);
}

function holdNull(place: Place): void {
  if (place.had === 'nothing') place.had = 'null';
  for (const { schema, facts } of place.nodesForNull) {
    if (schema['x-nullable'] !== true) noticeIn(facts.enum, canonicalKey(null));
    else notice(facts.nullable);
  }
}

/** What a value that satisfies a node shows of what the node says of it. */
function noticeValue(node: Node, value: Json): void {
  const { facts } = node;
  node.seen = true;
  notice(facts.type);
  if (facts.enum.size > 0) noticeIn(facts.enum, canonicalKey(value));
  if (facts.bounds.length > 0) {
    for (const bound of facts.bounds) if (!bound.fact.noticed && isAtBound(bound, value)) notice(bound.fact);
  }
}

interface Nodes {
  readonly nodes: readonly Node[];
  readonly at: string;
}

function holdItems(holding: Holding, { nodes, at }: Nodes, items: JsonArray): void {
  for (const { items: place } of nodes) {
    if (place === undefined) continue;
    for (const [index, item] of items.entries()) holdAt(holding, { place, at: below(holding, at, index) }, item);
  }
}

function holdProperties(holding: Holding, { nodes, at }: Nodes, value: JsonObject): void {
  for (const { facts } of nodes) {
    if (facts.required.length > 0) for (const one of facts.required.splice(0)) notice(one);
    for (const name of facts.optional.keys()) if (!Object.hasOwn(value, name)) noticeIn(facts.optional, name);
  }
  for (const name of Object.keys(value)) {
    const inner = value[name] as Json; // it is one of its names
    const where = below(holding, at, name);
    for (const node of nodes) {
      const place = node.properties.get(name);
      if (place === undefined) noticeAdditional(holding, node, where);
      else if (node.facts.names.has(name) && tellsName(holding, { nodes, node, name, at: where }, inner)) {
        noticeIn(node.facts.names, name);
      }
      const held = place ?? node.additional;
      if (typeof held === 'object') holdAt(holding, { place: held, at: where }, inner);
    }
  }
}

function noticeAdditional({ blocked }: Holding, { facts }: Node, at: string): void {
  if (facts.additional !== undefined && blocked?.has(at) !== true) notice(facts.additional);
}

function below({ blocked }: Holding, at: string, token: string | number): string {
  return blocked === undefined ? '' : child(at, token);
}
