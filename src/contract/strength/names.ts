import { isObject, type Json } from '../../core/json.js';
import { checkValue } from '../../openapi/check-value.js';
import type { Document } from '../../openapi/types.js';
import type { Blocked } from './blocked.js';
import { noticeIn } from './fact.js';
import type { Node, Place } from './place.js';
import type { Places } from './places.js';

/** One recorded value on its way through the places of a connector. */
export interface Holding {
  readonly document: Document;
  readonly places: Places;
  /** Where the recording gives a finding as it is; undefined where it gives none. */
  readonly blocked: Blocked | undefined;
  /** Whether a property that nothing declares is a finding. It is none for what is expected of an answer. */
  readonly isClosed: boolean;
  /** Whether the value as a whole must have one of the declared properties. */
  readonly mustBeKnown: boolean;
}

/** A property of an object: the nodes that apply to the object, one of them that declares the property, and where it stands. */
export interface PropertyAt {
  readonly nodes: readonly Node[];
  readonly node: Node;
  readonly name: string;
  readonly at: string;
}

/** Whether a property gives a finding if the node that declares it has it under another name: then it is undeclared, or one of the additional ones. */
export function tellsName(holding: Holding, { nodes, node, name, at }: PropertyAt, value: Json): boolean {
  const { additional } = node;
  if (typeof additional === 'object') return isNewsAt(holding, { place: additional, at }, value);
  if (holding.blocked?.has(at)) return false;
  if (additional !== undefined) return !additional;
  return holding.isClosed && !nodes.some((other) => other !== node && saysOf(other, name));
}

function saysOf({ properties, additional }: Node, name: string): boolean {
  return properties.has(name) || additional !== undefined;
}

/** Whether a value gives a finding against a place where it was not held so far. */
function isNewsAt(
  { document, blocked, isClosed }: Holding,
  { place: { schema, pointer }, at }: { readonly place: Place; readonly at: string },
  value: Json,
): boolean {
  let isNews = false;
  const hear = (found: { readonly pointer: string }) => {
    isNews ||= !blocked?.covers(at + found.pointer);
  };
  checkValue(value, {
    document,
    schema,
    pointer,
    mismatch: (found) => found.kind !== 'unreadable-schema' && hear(found),
    ...(isClosed && { undeclared: hear }),
  });
  return isNews;
}

/** Notices the name of the one property by which an answer is known: under another name, the answer would be something else altogether. */
export function tellsAnswer(nodes: readonly Node[], value: Json): void {
  if (!isObject(value)) return;
  const known = Object.keys(value).filter((name) => nodes.some((node) => node.properties.has(name)));
  const [name = ''] = known;
  const declaring = nodes.filter((node) => node.properties.has(name));
  if (known.length !== 1 || declaring.length !== 1) return;
  for (const { facts } of declaring) noticeIn(facts.names, name);
}
