import type { Finding } from '../core/finding.js';
import { isArray, isObject, type Json } from '../core/json.js';
import { tokens } from '../core/pointer.js';

/** A place in a document, what is found there, and the places below it where something is found, by their position among their siblings. */
interface Spot<Found> {
  readonly value: Json | undefined;
  readonly found: Found[];
  readonly below: Map<number, Spot<Found>>;
  /** The position of each key, once it is asked for. */
  positions?: ReadonlyMap<string, number>;
}

/** The findings about one document in the order of the places that they are about; those about the same place keep their order. */
export function inDocumentOrder<Found extends Finding>(findings: readonly Found[], document: Json): Found[] {
  return findings.length < 2 ? [...findings] : groupedBy(({ pointer }) => pointer, findings, document).flat();
}

/** The first `most` of them. A document can have thousands more, which are not put in order. */
export function firstInDocumentOrder<Found extends Finding>(
  findings: readonly Found[],
  document: Json,
  most: number,
): readonly Found[] {
  if (findings.length <= most) return inDocumentOrder(findings, document);
  const ordered: Found[] = [];
  for (const group of groupedBy(({ pointer }) => beginningOf(pointer), findings, document)) {
    if (ordered.length >= most) break;
    for (const found of inDocumentOrder(group, document)) ordered.push(found);
  }
  return ordered.slice(0, most);
}

/** The first two tokens of a pointer: a path, a definition. */
function beginningOf(pointer: string): string {
  const second = pointer.indexOf('/', 1);
  const third = second === -1 ? -1 : pointer.indexOf('/', second + 1);
  return third === -1 ? pointer : pointer.slice(0, third);
}

/** Findings by the place that `placeOf` gives, in the order of these places. */
function groupedBy<Found extends Finding>(
  placeOf: (found: Found) => string,
  findings: readonly Found[],
  document: Json,
): readonly (readonly Found[])[] {
  const top: Spot<Found> = { value: document, found: [], below: new Map() };
  const known = new Map([['', top]]);
  for (const found of findings) spotAt(placeOf(found), top, known).found.push(found);
  const groups: (readonly Found[])[] = [];
  const left = [top];
  for (let spot = left.pop(); spot !== undefined; spot = left.pop()) {
    if (spot.found.length > 0) groups.push(spot.found);
    // the last that is added is taken first
    const below = [...spot.below].sort(([one], [other]) => other - one);
    for (const [, inner] of below) left.push(inner);
  }
  return groups;
}

/** The spot that a pointer leads to. Findings stand close together: what holds one is looked up once. */
function spotAt<Found>(pointer: string, top: Spot<Found>, known: Map<string, Spot<Found>>): Spot<Found> {
  const spot = known.get(pointer);
  if (spot !== undefined) return spot;
  const end = Math.max(pointer.lastIndexOf('/'), 0);
  const holder = pointer.slice(0, end);
  let above = known.get(holder);
  if (above === undefined) known.set(holder, (above = tokens(holder).reduce<Spot<Found>>(spotBelow, top)));
  const below = tokens(pointer.slice(end)).reduce<Spot<Found>>(spotBelow, above);
  known.set(pointer, below);
  return below;
}

/** What is not there comes before what is. */
function spotBelow<Found>(above: Spot<Found>, token: string): Spot<Found> {
  const { value, below } = above;
  const position = isArray(value) ? Number(token) : isObject(value) ? positionIn(value, above, token) : -1;
  let spot = below.get(position);
  if (spot === undefined) {
    const inner = isArray(value) ? value[position] : isObject(value) && position >= 0 ? value[token] : undefined;
    below.set(position, (spot = { value: inner, found: [], below: new Map() }));
  }
  return spot;
}

function positionIn(value: object, spot: Spot<unknown>, token: string): number {
  spot.positions ??= new Map(Object.keys(value).map((key, index) => [key, index]));
  return spot.positions.get(token) ?? -1;
}
