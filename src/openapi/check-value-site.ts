import type { Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { isVisibleAscii } from '../core/visible-ascii.js';
import type { Mismatch, MismatchKind, Undeclared } from './mismatch.js';
import type { Part, Step } from './schema-parts.js';
import type { Document, Schema } from './types.js';

/** One check under way. */
export interface Run {
  readonly document: Document;
  /** Hears of a mismatch; false ends the check. */
  readonly mismatch: (mismatch: Mismatch) => boolean;
  readonly visit: ((schema: Schema, value: Json) => void) | undefined;
  readonly undeclared: ((property: Undeclared) => void) | undefined;
  /** The way from the value to the part of it that is looked at now. */
  readonly path: (string | number)[];
  /** Keywords that were reported as unreadable, by pointer. */
  unreadable: Set<string> | undefined;
  /** For how many more values a near one is looked for: each is held against a whole `enum`. */
  hintsLeft: number;
  ended: boolean;
}

/**
 * A schema that is being held against a value, and the way to it. A pointer is made of it only when a mismatch needs one:
 * thousands of values meet their schemas for each that does not.
 */
export type Site =
  | { readonly run: Run; readonly pointer: string }
  | {
      readonly run: Run;
      readonly above: Site;
      /** The part of the schema above, the keyword of it and, among `properties`, the name under which this schema stands. */
      readonly part: Part;
      readonly keyword: 'properties' | 'additionalProperties' | 'items';
      readonly name: string | undefined;
    };

/** Where a part stands in the document. */
export function partPointer(site: Site, { origin, suffix }: Step): string {
  return (origin ?? sitePointer(site)) + suffix;
}

function sitePointer(site: Site): string {
  if ('pointer' in site) return site.pointer;
  const pointer = `${partPointer(site.above, site.part)}/${site.keyword}`;
  return site.name === undefined ? pointer : child(pointer, site.name);
}

/** The pointer of the value that is looked at now. */
export function valuePointer({ path }: Run): string {
  let pointer = '';
  for (const token of path) pointer = child(pointer, token);
  return pointer;
}

/** A broken keyword of a part. `says` completes the sentence that begins with the place, e.g. `is 3; at most 2 is declared`. */
interface Broken {
  readonly kind: MismatchKind;
  readonly keyword: keyof Schema & string;
  readonly says: string;
  readonly value?: Json;
}

/** Reports that the value which is looked at now misses a keyword of a part of its schema. */
export function broken(site: Site, part: Part, { kind, keyword, says, ...value }: Broken): void {
  const { run } = site;
  const pointer = valuePointer(run);
  const message = `${named(pointer)} ${says}`;
  const declared = `${partPointer(site, part)}/${keyword}`;
  if (!run.mismatch({ kind, pointer, declared, message, ...value })) run.ended = true;
}

/** Reports, once a check, that a keyword of a part cannot be held against values. */
export function unreadable(site: Site, part: Step, { keyword, message }: { keyword: string; message: string }): void {
  const { run } = site;
  const declared = `${partPointer(site, part)}/${keyword}`;
  run.unreadable ??= new Set();
  if (run.unreadable.has(declared)) return;
  run.unreadable.add(declared);
  run.mismatch({ kind: 'unreadable-schema', pointer: valuePointer(run), declared, message });
}

/** Longest pointer that a message repeats, in UTF-16 code units. */
const maxPointer = 100;

function named(pointer: string): string {
  if (pointer === '') return 'The value';
  return pointer.length <= maxPointer && isPrintable(pointer) ? pointer : shorten(pointer, maxPointer);
}

/** What can be printed as it is: no controls, formatting or line separators. */
function isPrintable(text: string): boolean {
  if (isVisibleAscii(text)) return true;
  return /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text); // here: it is read when it is asked for, which is seldom and takes long
}
