import { finding, type Finding } from '../core/finding.js';
import type { Rule } from '../core/rule.js';
import { shorten } from '../core/shorten.js';
import type { Schema } from '../openapi/types.js';

/** Where the overlay, which says what recordings show, and the specification disagree. The overlay wins. */
export interface Relaxation {
  /** The pattern of the value: a pointer into the body with `*` for each item. */
  readonly at: string;
  readonly kind: keyof typeof relaxationKinds;
}

/** What each kind of {@link Relaxation} says, in words that follow the value's name. */
export const relaxationKinds = {
  null: 'may be null; the specification does not allow it',
  'never-null': 'is never null; the specification allows it',
  absent: 'may be absent; the specification requires it',
  required: 'is required; the specification does not ask for it',
  unspecified: 'is there; the specification does not have it',
  values: 'has other values than the specification lists',
  type: 'has another type or format than the specification says',
} as const;

/** A value that the connector has no part of, by decision. */
export interface Omitted {
  /** The pattern of the value. */
  readonly at: string;
  readonly why: string;
}

/** What is collected while a schema is made of a surface and an overlay. Only this file's functions change it. */
export interface Notes {
  /** What the upstream allows beyond the schema, by pattern (a pointer with `*`): `wider` of `contract.json`. */
  readonly wider: Map<string, Schema>;
  /** The patterns of what the overlay does not know, of a whole new object only its own: for a person to look at. */
  readonly unreviewed: string[];
  /** The patterns that the overlay has and the surface lacks: of another version, or misspelt. */
  readonly unused: string[];
  readonly relaxations: Relaxation[];
  /** What the surface has and the overlay leaves out on purpose, and why. */
  readonly omitted: Omitted[];
  /** What OpenAPI 2.0 cannot say. The pointer of each is its pattern. */
  readonly choices: Finding[];
}

/** Nothing noted yet. */
export function startNotes(): Notes {
  return { wider: new Map(), unreviewed: [], unused: [], relaxations: [], omitted: [], choices: [] };
}

/** Notes a choice of how to say what OpenAPI 2.0 cannot say; `text` goes on after the name of the value. */
export function choose(
  notes: Notes | undefined,
  rule: Rule<unknown>,
  { at, text }: { at: string; text: string },
): void {
  const name = at === '' ? 'the body' : shorten(at.slice(1));
  notes?.choices.push(finding(rule, { pointer: at, message: `${name} ${text}.` }));
}

/** Notes where the overlay goes against the specification. */
export function relax(notes: Notes | undefined, at: string, kind: Relaxation['kind']): void {
  notes?.relaxations.push({ at, kind });
}
