import type { Method } from '../openapi/types.js';
import { isVersion } from './looks.js';
import type { PathNode } from './paths.js';
import type { Traffic } from './traffic.js';

/** A segment of a path: fixed text, or a parameter. */
export type Segment = { readonly text: string } | PathParameter;

/** A parameter in a path, and some of its recorded values. */
export interface PathParameter {
  readonly name: string;
  readonly values: readonly string[];
}

/** A method of a path, and what was seen of it. */
export interface Call {
  readonly method: Method;
  readonly segments: readonly Segment[];
  readonly traffic: Traffic;
}

/** All operations below a node, by path and method. */
export function callsOf(root: PathNode): readonly Call[] {
  const calls: Call[] = [];
  collect(root, [], calls);
  const keyed = calls.map((call) => ({ call, key: `${pathOf(call.segments)} ${call.method}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ call }) => call);
}

function collect(node: PathNode, segments: readonly Segment[], calls: Call[]): void {
  for (const [method, traffic] of node.operations) calls.push({ method, segments, traffic });
  for (const [text, literal] of node.literals) collect(literal, [...segments, { text }], calls);
  if (node.parameter === undefined) return;
  collect(
    node.parameter,
    [...segments, { name: nameOf(node.parameter, segments), values: node.parameter.values }],
    calls,
  );
}

/** What a placeholder calls it, else one of what the segment before names: `tickets` gives `ticket`. No name stands twice in a path. */
function nameOf(parameter: PathNode, before: readonly Segment[]): string {
  const [label] = [...parameter.labels].sort();
  const last = before.at(-1);
  const plural =
    last !== undefined && 'text' in last && /^[a-z][a-z_-]{0,40}$/i.test(last.text) ? last.text : undefined;
  const name = label ?? (plural === undefined ? 'id' : singular(plural));
  const taken = new Set(before.flatMap((segment) => ('name' in segment ? segment.name : [])));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}${count}`;
  return free;
}

function singular(word: string): string {
  if (/ies$/i.test(word)) return word.replace(/ies$/i, 'y');
  if (/(?:ss|us|is)$/i.test(word)) return `${word}Id`;
  return /s$/i.test(word) ? word.slice(0, -1) : `${word}Id`;
}

/** How many segments all paths begin with and that name the API or its version: they belong to the base path. */
export function baseLength(calls: readonly Call[]): number {
  const [first, ...others] = calls;
  if (first === undefined) return 0;
  let length = 0;
  for (const [index, segment] of first.segments.entries()) {
    if (!('text' in segment)) break;
    if (!others.every(({ segments }) => sameText(segments[index], segment.text))) break;
    if (isVersion(segment.text)) length = index + 1;
  }
  return length;
}

function sameText(segment: Segment | undefined, text: string): boolean {
  return segment !== undefined && 'text' in segment && segment.text === text;
}

/** Segments as a path template; `/` where there are none. */
export function pathOf(segments: readonly Segment[]): string {
  return `/${segments.map((segment) => ('text' in segment ? encoded(segment.text) : `{${segment.name}}`)).join('/')}`;
}

/** Percent-encoded where a path has to be. RFC 3986, section 3.3, allows the others in a segment. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:3A|40|24|2C|3B|2B|3D|26)/g, decodeURIComponent);
}
