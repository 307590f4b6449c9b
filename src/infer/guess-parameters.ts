import type { Budget } from './budget.js';
import { isVersion } from './looks.js';
import { joinLiterals, type PathNode } from './paths.js';
import type { Shape } from './shape.js';
import type { Traffic } from './traffic.js';

/**
 * Finds segments that stand for values although they look like names, and makes parameters of them: `/queues/alpha/tickets` and
 * `/queues/beta/tickets`. Where they are followed by the same paths, two are enough; at the end of a path there must be three, with a
 * digit in each or with a path that ends before them. Requests and answers must be alike, and the first segment and one after
 * a version are names of the API.
 */
export function guessParameters(root: PathNode, budget: Budget): void {
  for (const [segment, node] of root.literals) guessBelow(node, segment, budget);
  if (root.parameter !== undefined) guessBelow(root.parameter, '', budget);
}

function guessBelow(node: PathNode, segment: string, budget: Budget): void {
  for (const [name, literal] of node.literals) guessBelow(literal, name, budget);
  if (node.parameter !== undefined) guessBelow(node.parameter, '', budget);
  if (isVersion(segment)) return;
  const joined = clusters(node).filter((cluster) => areValues(node, cluster));
  for (const cluster of joined)
    joinLiterals(
      node,
      cluster.flatMap(({ name }) => name ?? []),
      budget,
    );
  // What was kept apart until now may be alike.
  if (joined.length > 0 && node.parameter !== undefined) guessBelow(node.parameter, '', budget);
}

/** A segment, or the parameter beside it, and what can be called below. */
interface Branch {
  /** Undefined for the parameter. */
  readonly name: string | undefined;
  readonly calls: readonly Call[];
}

interface Call {
  /** The method and the rest of the path. */
  readonly key: string;
  readonly isLast: boolean;
  readonly places: ReadonlySet<string>;
}

const FEWEST_FOLLOWED = 2;
const FEWEST_LAST = 3;

function areValues(node: PathNode, cluster: readonly Branch[]): boolean {
  if (cluster.some(({ calls }) => calls.some(({ isLast }) => !isLast))) return cluster.length >= FEWEST_FOLLOWED;
  const names = cluster.flatMap(({ name }) => name ?? []);
  return names.length >= FEWEST_LAST && (node.operations.size > 0 || names.every((name) => /\d/.test(name)));
}

/** The branches that lead on in the same way, in groups that are alike. */
function clusters(node: PathNode): readonly (readonly Branch[])[] {
  const open = branchesOf(node);
  const found: (readonly Branch[])[] = [];
  for (let first = open.shift(); first !== undefined; first = open.shift()) {
    const cluster = takeAlike(first, open);
    if (cluster.length > 1) found.push(cluster);
  }
  return found;
}

/** Takes from `open` what is like the first branch, or like that and what was taken together. */
function takeAlike(first: Branch, open: Branch[]): readonly Branch[] {
  const cluster = [first];
  const places = first.calls.map((call) => new Set(call.places));
  for (let index = 0; index < open.length; index += 1) {
    const other = open[index];
    if (other === undefined || !isAlike(other, { first, places })) continue;
    cluster.push(...open.splice(index, 1));
    for (const [at, call] of other.calls.entries()) for (const place of call.places) places[at]?.add(place);
    index = -1; // what was passed over may be alike now
  }
  return cluster;
}

function branchesOf(node: PathNode): Branch[] {
  const names = [...node.literals.keys()].filter((name) => !isVersion(name)).sort();
  const literals = names.flatMap((name) => {
    const literal = node.literals.get(name);
    return literal === undefined ? [] : [{ name, calls: callsOf(literal) }];
  });
  return node.parameter === undefined ? literals : [{ name: undefined, calls: callsOf(node.parameter) }, ...literals];
}

function callsOf(node: PathNode): readonly Call[] {
  const calls: Call[] = [];
  collect(node, '', calls);
  return calls.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function collect(node: PathNode, path: string, calls: Call[]): void {
  for (const [method, traffic] of node.operations)
    calls.push({ key: `${path} ${method}`, isLast: path === '', places: placesOf(traffic) });
  for (const [name, literal] of node.literals) collect(literal, `${path}/${name}`, calls);
  if (node.parameter !== undefined) collect(node.parameter, `${path}/{}`, calls);
}

/** Fewer places than these say nothing: every API has an `id` and a `name`. */
const FEWEST_PLACES = 3;
/** The share of the places of the one with fewer that the other must have. */
const SAME_SHARE = 0.8;

function isAlike(
  { calls }: Branch,
  { first, places }: { readonly first: Branch; readonly places: readonly ReadonlySet<string>[] },
): boolean {
  if (calls.length !== first.calls.length || calls.some(({ key }, index) => key !== first.calls[index]?.key))
    return false;
  return calls.every((call, index) => {
    const [fewer, more] = [call.places, places[index] ?? new Set<string>()].sort((a, b) => a.size - b.size);
    if (fewer === undefined || more === undefined || fewer.size < FEWEST_PLACES) return false;
    return [...fewer].filter((place) => more.has(place)).length >= SAME_SHARE * fewer.size;
  });
}

/** How deep two bodies are compared. */
const DEEPEST = 4;

/** The places of a request and of successful answers. */
function placesOf({ accepted, answers }: Traffic): ReadonlySet<string> {
  const places = new Set<string>();
  addPlaces(accepted.shape, 'request', { places, depth: 0 });
  for (const [status, { shape }] of answers) {
    if (status >= 200 && status < 300) addPlaces(shape, 'answer', { places, depth: 0 });
  }
  return places;
}

function addPlaces(shape: Shape, path: string, into: { readonly places: Set<string>; readonly depth: number }): void {
  if (shape.count > 0 && into.depth > 0) into.places.add(path);
  if (into.depth === DEEPEST) return;
  const below = { ...into, depth: into.depth + 1 };
  for (const [name, property] of shape.properties) addPlaces(property, `${path}/${name}`, below);
  if (shape.items !== undefined) addPlaces(shape.items, `${path}[]`, below);
}
