import { nearest } from '../core/nearest.js';
import { canonicalKey } from '../openapi/canonical-key.js';
import type { Json, JsonObject } from '../core/json.js';

/** Which names of two versions belong together. */
export interface Matched<Item> {
  /** Those of the same name. */
  readonly same: readonly (readonly [was: Item, is: Item])[];
  /** Those that got another name, as far as that is certain. */
  readonly renamed: readonly (readonly [was: Item, is: Item])[];
  readonly gone: readonly Item[];
  readonly fresh: readonly Item[];
}

/** Something with a name. */
export interface Named {
  readonly name: string;
  /** What it is. */
  readonly node: object;
}

/** More names than these are held against the others only by case: each is compared with each. */
const MOST_COMPARED = 60;

/**
 * Matches by `key`, which has the name in it. What is left is renamed where the names differ in case only, or are near each other and say the
 * same of themselves, and neither could be another one.
 */
export function matchNames<Item extends Named>(
  was: readonly Item[],
  is: readonly Item[],
  key: (item: Item) => string = ({ name }) => name,
): Matched<Item> {
  const olds = new Map(was.map((item) => [key(item), item]));
  const news = new Map(is.map((item) => [key(item), item]));
  const same: (readonly [Item, Item])[] = [];
  for (const [name, item] of olds) {
    const other = news.get(name);
    if (other) same.push([item, other]);
  }
  const gone = [...olds].filter(([name]) => !news.has(name)).map(([, item]) => item);
  const fresh = [...news].filter(([name]) => !olds.has(name)).map(([, item]) => item);
  const renamed = renames(gone, fresh, key);
  const [before, after] = [new Set(renamed.map(([one]) => one)), new Set(renamed.map(([, other]) => other))];
  return {
    same,
    renamed,
    gone: gone.filter((item) => !before.has(item)),
    fresh: fresh.filter((item) => !after.has(item)),
  };
}

function renames<Item extends Named>(
  gone: readonly Item[],
  fresh: readonly Item[],
  key: (item: Item) => string,
): (readonly [Item, Item])[] {
  if (gone.length === 0 || fresh.length === 0) return [];
  const byCase = pairsBy(gone, fresh, (item) => key(item).toLowerCase());
  const taken = new Set<Item>(byCase.flat());
  const [olds, news] = [gone, fresh].map((items) => items.filter((item) => !taken.has(item))) as [Item[], Item[]]; // of two, two
  if (olds.length > MOST_COMPARED || news.length > MOST_COMPARED) return byCase;
  return [...byCase, ...nearPairs(olds, news)];
}

/** Those that have a key in common that no other has. */
function pairsBy<Item>(gone: readonly Item[], fresh: readonly Item[], key: (item: Item) => string): [Item, Item][] {
  const olds = grouped(gone, key);
  const news = grouped(fresh, key);
  return [...olds].flatMap(([name, [one, second]]) => {
    const [other, another] = news.get(name) ?? [];
    const isCertain = one !== undefined && other !== undefined && second === undefined && another === undefined;
    return isCertain ? [[one, other] as [Item, Item]] : [];
  });
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

function nearPairs<Item extends Named>(gone: readonly Item[], fresh: readonly Item[]): [Item, Item][] {
  const said = new Map([...gone, ...fresh].map((item) => [item, signature(item.node)]));
  const isNear = (one: Item, other: Item) =>
    said.get(one) === said.get(other) && nearest(one.name, [other.name]) !== undefined;
  return gone.flatMap((one) => {
    const candidates = fresh.filter((other) => isNear(one, other));
    const [only] = candidates;
    const rivals = only === undefined ? [] : gone.filter((rival) => isNear(rival, only));
    return only !== undefined && candidates.length === 1 && rivals.length === 1 ? [[one, only] as [Item, Item]] : [];
  });
}

const forPeople = new Set(['name', 'title', 'description', 'x-ms-summary', 'example']);

/** What a node says of itself, its name and its wording left out. */
export function signature(node: object): string {
  const entries = Object.entries(node as JsonObject).filter(([key]) => !forPeople.has(key)); // a node of a definition is JSON
  return canonicalKey(Object.fromEntries(entries) as Json);
}
