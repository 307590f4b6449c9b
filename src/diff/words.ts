import { isArray, isObject, own, type Json } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import { shorten } from '../core/shorten.js';
import type { OperationPair, Pair, Step, Use } from './comparison.js';

/** `had the enum ["a"] and has none.`: what a message says of a keyword. Of two values that would look the same, what differs in them. */
export function hadHas(noun: string, was: Json | undefined, is: Json | undefined): string {
  if (was === undefined) return `had no ${noun} and has ${shorten(is)}.`;
  if (is === undefined) return `had the ${noun} ${shorten(was)} and has none.`;
  if (shorten(was) !== shorten(is)) return `had the ${noun} ${shorten(was)} and has ${shorten(is)}.`;
  if (typeof was === 'string' && typeof is === 'string') {
    const from = Math.max(0, sameUntil(was, is) - SHOWN_BEFORE);
    return `had the ${noun} ${shorten(`\u2026${was.slice(from)}`)} and has ${shorten(`\u2026${is.slice(from)}`)}.`;
  }
  const key = differingKey(was, is);
  if (key === undefined) return `has another ${noun}.`;
  return hadHas(`${shorten(key, MOST_IN_KEY)} of the ${noun}`, below(was, key), below(is, key));
}

/** How much of what two texts have in common is shown before they differ, in UTF-16 code units. */
const SHOWN_BEFORE = 15;
/** The longest key that is shown, in UTF-16 code units. */
const MOST_IN_KEY = 30;

function sameUntil(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function differingKey(was: Json, is: Json): string | undefined {
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return undefined;
  return [...Object.keys(was), ...Object.keys(is)].find((key) => !sameJson(below(was, key), below(is, key)));
}

function below(value: Json, key: string): Json | undefined {
  if (isArray(value)) return value[Number(key)];
  return isObject(value) ? own(value, key) : undefined;
}

/** Steps that are shown of the way into a body; of a longer one the last ones. */
const MOST_STEPS = 12;

/** What a pair is called: `the query parameter "top"`, `the output "choices[*].text"`. `below` is one step further. */
export function subjectOf(pair: Pair, below?: Step): string {
  const fields: Step[] = below ? [below] : [];
  let use: Use | undefined = pair.uses[0];
  const met = new Set<Pair>();
  while (use !== undefined) {
    fields.unshift(use.step);
    if (fields.length > MOST_STEPS) break;
    const from: Pair | OperationPair | undefined = use.from;
    if (from === undefined || !isPair(from) || met.has(from)) break;
    met.add(from);
    use = from.uses[0];
  }
  return subjectOfSteps(fields, pair.direction);
}

/** Whether a use comes from a pair, and not from an operation. */
export function isPair(from: Pair | OperationPair): from is Pair {
  return 'uses' in from;
}

/** What the end of a way is called. */
export function subjectOfSteps(steps: readonly Step[], direction: Pair['direction']): string {
  const at = steps.findLastIndex(({ kind }) => !isField(kind));
  const way = fieldText(steps.slice(at + 1));
  const root = steps[at];
  const name = (text: string) => shorten(text + (way.startsWith('[') || way === '' ? way : `.${way}`), 100);
  switch (root?.kind) {
    case 'parameter':
      return root.in === 'formData'
        ? `the form field ${name(root.name)}`
        : `the ${root.in} parameter ${name(root.name)}`;
    case 'header':
      return `the response header ${name(root.name)}`;
    case 'named':
      return way === '' ? root.name : `${shorten(way, 100)} of ${root.name}`;
    case 'body':
      return way === '' ? 'the body' : `the input ${shorten(way, 100)}`;
    case 'event':
      return way === '' ? 'the event' : `the event's ${shorten(way, 100)}`;
    case 'response':
      return way === '' ? `the response ${root.name}` : `the output ${shorten(way, 100)}`;
    default:
      return `the ${direction === 'sends' ? 'input' : 'output'} ${shorten(`\u2026${way}`, 100)}`;
  }
}

const isField = (kind: Step['kind']): boolean => kind === 'field' || kind === 'item' || kind === 'rest';

function fieldText(steps: readonly Step[]): string {
  return steps
    .map(({ kind, name }, index) =>
      kind === 'item' ? '[*]' : kind === 'rest' ? '[any name]' : index === 0 ? name : `.${name}`,
    )
    .join('');
}

/** A list for a message: `"a", "b" and 3 more`. */
export function listed(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => shorten(name));
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The sentence with a capital at its beginning. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
