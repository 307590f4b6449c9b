import { shorten } from '../core/shorten.js';
import { nextPointer } from './refs.js';
import type { Document } from './types.js';

/** How many members of a loop a message names. */
const maxNamed = 6;

/** The members of a loop, in the order in which each leads to the next, and which of them this is. */
interface Membership {
  readonly loop: readonly string[];
  readonly index: number;
}

/**
 * Gives a function that names the loop of references in which the reference at a pointer stands, such as `#/definitions/A -> #/definitions/B -> #/definitions/A`;
 * undefined for a reference that stands in none. Each reference is followed once, however often it is asked for.
 */
export function loopFinder(document: Document): (pointer: string) => string | undefined {
  const known = new Map<string, Membership | undefined>();
  return (start) => {
    const passed = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !known.has(at) && !passed.has(at)) {
      passed.set(at, passed.size);
      at = nextPointer(document, at);
    }
    const pointers = [...passed.keys()];
    const entry = at === undefined ? undefined : passed.get(at);
    const loop = entry === undefined ? [] : pointers.slice(entry);
    for (const pointer of pointers) known.set(pointer, undefined);
    loop.forEach((pointer, index) => known.set(pointer, { loop, index }));
    const membership = known.get(start);
    return membership && named(membership);
  };
}

function named({ loop, index }: Membership): string {
  const step = (steps: number) => shorten(loop[(index + steps) % loop.length] ?? '');
  const names = Array.from({ length: Math.min(loop.length, maxNamed) }, (_, steps) => step(steps));
  const rest = loop.length > maxNamed ? [`(${loop.length - maxNamed} more)`] : [];
  return [...names, ...rest, step(0)].join(' -> ');
}
