import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { expectRules } from './expect-rules.js';
import type { PlaybookRun } from './run-playbook.js';

/** A place in a file of expectations, and who is told of it. */
export interface Expecting {
  readonly run: PlaybookRun;
  /** What the run did not do. One sentence. */
  unmet(message: string): void;
  /** What cannot be read. One sentence. */
  malformed(message: string): void;
  /** The place below. */
  at(token: string | number): Expecting;
}

/** Holds one member of a file of expectations against a run. */
export type Check = (wanted: Json, here: Expecting) => void;

/** The root of a file of expectations. */
export function expecting(run: PlaybookRun, file: string, findings: Finding[]): Expecting {
  const place = (pointer: string): Expecting => ({
    run,
    unmet: (message) => void findings.push(finding(expectRules.unmet, { file, pointer, message })),
    malformed: (message) => void findings.push(finding(expectRules.malformed, { file, pointer, message })),
    at: (token) => place(child(pointer, token)),
  });
  return place('');
}

/** The members of an object that is expected to have no others than these; undefined where it is none, which is told. */
export function membersOf(wanted: Json, known: readonly string[], here: Expecting): JsonObject | undefined {
  if (!isObject(wanted)) {
    here.malformed(`Found ${shorten(wanted)}, expected an object with ${known.join(', ')}.`);
    return undefined;
  }
  const other = Object.keys(wanted).find((name) => !known.includes(name));
  if (other === undefined) return wanted;
  here.at(other).malformed(`Nothing can be expected of ${shorten(other)}; known are ${known.join(', ')}.`);
  return undefined;
}

/** Tells where a value is not the one that is expected. */
export function same(
  here: Expecting,
  what: string,
  { found, wanted }: { readonly found: Json | undefined; readonly wanted: Json | undefined },
): void {
  if (wanted === undefined || found === wanted) return;
  here.unmet(`The ${what} is ${found === undefined ? 'absent' : shorten(found)}, expected ${shorten(wanted)}.`);
}

/** A member that is a text where it is there; any other value is told. */
function textOf(members: JsonObject, name: string, here: Expecting): string | undefined {
  const value = own(members, name);
  if (value === undefined || typeof value === 'string') return value;
  here.at(name).malformed(`Found ${shorten(value)}, expected a text.`);
  return undefined;
}

/** Tells where a text neither is nor holds what is expected: a text is held, `{ "equals" }` is the whole. */
export function sameText(
  here: Expecting,
  what: string,
  { texts, wanted }: { readonly texts: readonly string[]; readonly wanted: Json },
): void {
  const shown = shorten(texts.at(-1) ?? '');
  if (typeof wanted === 'string') {
    if (!texts.some((text) => text.includes(wanted)))
      here.unmet(`${what} is ${shown}, expected one with ${shorten(wanted)}.`);
    return;
  }
  const members = membersOf(wanted, ['contains', 'equals'], here);
  if (!members) return;
  const contains = textOf(members, 'contains', here);
  const equals = textOf(members, 'equals', here);
  if (contains !== undefined) sameText(here.at('contains'), what, { texts, wanted: contains });
  if (equals !== undefined && !texts.includes(equals)) {
    here.at('equals').unmet(`${what} is ${shown}, expected ${shorten(equals)}.`);
  }
}
