import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { Exchange } from '../http/exchange.js';
import { plural } from '../report/counts.js';
import { answersTo } from './answers-to.js';
import { partText } from './choices-at.js';
import { nullUnknown, propertyUnknown, requiredNeverSent, requiredNotAlways } from './drift-rules.js';
import type { PartNotes } from './parts-of.js';
import { plainShapes } from './plain-shapes.js';
import { surfacePointer, type PartPlace } from './surface-pointer.js';
import type { Shape, Surface } from './surface.js';

/** How many different values are counted. More are no properties, but the keys of a map. */
const MAX_VALUES = 10_000;

/** What the recordings show of one value. */
interface Sighting {
  readonly place: PartPlace;
  /** How often what it is in was there. */
  chances: number;
  present: number;
  nulls: number;
  isKnown: boolean;
  isRequired: boolean;
  mayBeNull: boolean;
  /** The first recording in which it was there, or was not. */
  readonly sample: string;
}

/** Counts what recorded answers show against a surface, one after another. */
export interface DriftTest {
  /** Tells whether the exchange belongs to an operation of the surface and has an answer that can be looked at. */
  add(exchange: Exchange): boolean;
  result(): readonly Finding[];
}

/** A test of recorded answers against `surface`, whose file findings name. What the connector knows of by its overlay is no more than a note. */
export function driftTest(
  surface: Surface,
  { file, notes }: { readonly file: string; readonly notes: readonly PartNotes[] },
): DriftTest {
  const seen = new Map<string, Sighting>();
  const known = new Set(
    notes.flatMap((of) => of.relaxations.map(({ at, kind }) => `${of.operation} ${of.part} ${at} ${kind}`)),
  );
  return {
    add: (exchange) => {
      const answered = answersTo(surface, exchange);
      if (answered === undefined) return false;
      const { value, shape, ...place } = answered;
      look(value, [shape], { surface, seen, place: { ...place, at: '' }, sample: exchange.sample });
      return true;
    },
    result: () =>
      [...seen.values()].flatMap((one) =>
        judged(one, known).map((found) => ({ ...found, file, pointer: surfacePointer(surface, one.place) })),
      ),
  };
}

interface Looking {
  readonly surface: Surface;
  readonly seen: Map<string, Sighting>;
  readonly place: PartPlace;
  readonly sample: string;
}

function look(value: Json, shapes: readonly Shape[], looking: Looking): void {
  const plain = plainShapes(shapes, looking.surface.shapes ?? {});
  if (isArray(value)) {
    const items = plain.flatMap((shape) => shape.items ?? []);
    if (items.length > 0) for (const item of value) look(item, items, inside(looking, '*'));
  } else if (isObject(value))
    lookInto(
      value,
      plain.filter((shape) => shape.type === undefined || shape.type === 'object'),
      looking,
    );
}

function lookInto(value: JsonObject, shapes: readonly Shape[], looking: Looking): void {
  const described = shapes.filter(({ properties }) => properties !== undefined);
  const values = shapes.flatMap(({ additional }) => (typeof additional === 'object' ? [additional] : []));
  const names = new Set([
    ...Object.keys(value),
    ...described.flatMap(({ properties = {} }) => Object.keys(properties)),
  ]);
  for (const name of names) {
    const inner = described.flatMap(({ properties = {} }) => own(properties, name) ?? []);
    const here = own(value, name);
    if (inner.length > 0 || (described.length > 0 && values.length === 0)) {
      count(here, { name, inner, described }, looking);
    }
    if (here === undefined || here === null) continue;
    if (inner.length > 0) look(here, inner, inside(looking, name));
    else if (values.length > 0) look(here, values, inside(looking, '*'));
  }
}

function count(
  value: Json | undefined,
  {
    name,
    inner,
    described,
  }: { readonly name: string; readonly inner: readonly Shape[]; readonly described: readonly Shape[] },
  looking: Looking,
): void {
  const { seen, sample, surface } = looking;
  const { place } = inside(looking, name);
  const key = `${place.operation} ${place.part} ${place.at}`;
  const found = seen.get(key) ?? {
    place,
    chances: 0,
    present: 0,
    nulls: 0,
    isKnown: inner.length > 0,
    isRequired: described.every(({ required }) => required?.includes(name)),
    mayBeNull: plainShapes(inner, surface.shapes ?? {}).some(allowsNull) || inner.some(({ nullable }) => nullable),
    sample,
  };
  found.chances += 1;
  if (value !== undefined) found.present += 1;
  if (value === null) found.nulls += 1;
  if (seen.size < MAX_VALUES) seen.set(key, found);
}

function allowsNull({ nullable, type, enum: values }: Shape): boolean {
  return nullable === true || (type === undefined && values === undefined);
}

function inside(looking: Looking, token: string): Looking {
  const { place } = looking;
  return { ...looking, place: { ...place, at: child(place.at, token) } };
}

/** What is to be said of a value; a note where the overlay says it too. */
function judged(
  { place, chances, present, nulls, isKnown, isRequired, mayBeNull, sample }: Sighting,
  known: ReadonlySet<string>,
): Finding[] {
  const where = `${shorten(place.at.slice(1))} in ${partText(place)}`;
  const say = (rule: typeof nullUnknown, kind: PartNotes['relaxations'][number]['kind'], text: string): Finding => {
    const isOurs = known.has(`${place.operation} ${place.part} ${place.at} ${kind}`);
    const message = isOurs ? `${text}; the connector knows.` : `${text}.`;
    return { ...finding(rule, { pointer: '', message, sample }), ...(isOurs && { severity: 'note' }) };
  };
  if (!isKnown) {
    return [
      say(
        propertyUnknown,
        'unspecified',
        `${where} was sent ${plural(present, 'time')}, and the surface does not have it`,
      ),
    ];
  }
  const text = `${where} is required, and was there ${present} of ${plural(chances, 'time')}`;
  return [
    ...(isRequired && present === 0 ? [say(requiredNeverSent, 'absent', text)] : []),
    ...(isRequired && present > 0 && present < chances ? [say(requiredNotAlways, 'absent', text)] : []),
    ...(nulls > 0 && !mayBeNull
      ? [say(nullUnknown, 'null', `${where} was null ${nulls} of ${plural(chances, 'time')}`)]
      : []),
  ];
}
