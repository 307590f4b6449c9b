import type { Finding } from '../core/finding.js';
import { isArray, isObject, type Json } from '../core/json.js';
import { tokens } from '../core/pointer.js';

/** A place in a document, what is found there, and the places below it where something is found, by their position among their siblings. */
interface Spot {
  readonly value: Json | undefined;
  readonly found: Finding[];
  readonly below: Map<number, Spot>;
  /** The position of each key, once it is asked for. */
  positions?: ReadonlyMap<string, number>;
}

/** The findings about one document in the order of the places that they are about; those about the same place keep their order. */
export function inDocumentOrder(findings: readonly Finding[], document: Json): Finding[] {
  if (findings.length < 2) return [...findings];
  const top: Spot = { value: document, found: [], below: new Map() };
  const known = new Map([['', top]]);
  for (const found of findings) spotAt(found.pointer, top, known).found.push(found);
  const ordered: Finding[] = [];
  const left = [top];
  for (let spot = left.pop(); spot !== undefined; spot = left.pop()) {
    for (const found of spot.found) ordered.push(found);
    // the last that is added is taken first
    const below = [...spot.below].sort(([one], [other]) => other - one);
    for (const [, inner] of below) left.push(inner);
  }
  return ordered;
}

/** The spot that a pointer leads to. Findings stand close together: what holds one is looked up once. */
function spotAt(pointer: string, top: Spot, known: Map<string, Spot>): Spot {
  const spot = known.get(pointer);
  if (spot !== undefined) return spot;
  const end = Math.max(pointer.lastIndexOf('/'), 0);
  const holder = pointer.slice(0, end);
  let above = known.get(holder);
  if (above === undefined) known.set(holder, (above = tokens(holder).reduce(spotBelow, top)));
  const below = tokens(pointer.slice(end)).reduce(spotBelow, above);
  known.set(pointer, below);
  return below;
}

/** What is not there comes before what is. */
function spotBelow(above: Spot, token: string): Spot {
  const { value, below } = above;
  const position = isArray(value) ? Number(token) : isObject(value) ? positionIn(value, above, token) : -1;
  let spot = below.get(position);
  if (spot === undefined) {
    const inner = isArray(value) ? value[position] : isObject(value) && position >= 0 ? value[token] : undefined;
    below.set(position, (spot = { value: inner, found: [], below: new Map() }));
  }
  return spot;
}

function positionIn(value: object, spot: Spot, token: string): number {
  spot.positions ??= new Map(Object.keys(value).map((key, index) => [key, index]));
  return spot.positions.get(token) ?? -1;
}
