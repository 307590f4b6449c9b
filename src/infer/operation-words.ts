import { maxSummaryCharacters } from '../definition/limits.js';
import type { Method } from '../openapi/types.js';
import type { Segment } from './templates.js';

/* The names of operations, made from method and path. */

/** The longest operationId that is proposed; the longest published one has 77 characters. */
const LONGEST_ID = 77;

/** `PostTicketsByQueue` for `POST /queues/{queue}/tickets`: letters and digits, beginning with a capital. */
export function operationIdOf(method: Method, segments: readonly Segment[]): string {
  return [method, ...wordsIn(segments)].map(capital).join('').slice(0, LONGEST_ID);
}

/** The ids of all, each once: of equal ones the later have a number behind. */
export function distinct(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let free = id;
    for (let count = 2; taken.has(free); count += 1) free = `${id}${count}`;
    taken.add(free);
    return free;
  });
}

/** A phrase such as `Post queues tickets by queue`. */
export function summaryOf(method: Method, segments: readonly Segment[]): string {
  return capital([method, ...wordsIn(segments)].join(' ').slice(0, maxSummaryCharacters).trim());
}

/** A sentence such as `Calls POST /queues/{queue}/tickets.` */
export function callSentence(method: Method, path: string): string {
  return `Calls ${method.toUpperCase()} ${path}.`;
}

/** The words of the names in a path, then those of its parameters behind `by`. Letters and digits only. */
function wordsIn(segments: readonly Segment[]): readonly string[] {
  const names = segments.flatMap((segment) => ('text' in segment ? wordsOf(segment.text) : []));
  const parameters = segments.flatMap((segment) => ('name' in segment ? [...wordsOf(segment.name)] : []));
  return [...(names.length === 0 ? ['root'] : names), ...(parameters.length > 0 ? ['by', ...parameters] : [])];
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[a-z\d]+/gi) ?? [];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
