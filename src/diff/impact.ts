import type { Severity } from '../core/severity.js';

/**
 * What an edit does. `narrows` and `widens` are said of the set of values (or calls, or answers) that are possible there;
 * `renames`: the same thing under another name; `moves`: the same thing at another place, or another thing at the same place;
 * `rewords`: nothing but what a person reads.
 */
export type Effect = 'narrows' | 'widens' | 'renames' | 'moves' | 'rewords';

/** Whom an edit is about: what a playbook sends, what it receives, how it connects, what the designer shows. */
export type Direction = 'sends' | 'receives' | 'connects' | 'shows';

/** What the next version has to be, by semantic versioning. */
export type Bump = 'major' | 'minor' | 'patch' | 'none';

/** What an edit means for the playbooks that exist. Those of severity `error`, and only those, break playbooks and ask for a major version. */
export interface Impact {
  readonly severity: Severity;
  readonly bump: Exclude<Bump, 'none'>;
}

const breaks: Impact = { severity: 'error', bump: 'major' };
/** It breaks what was built on answers that came so far. */
const mayBreak: Impact = { severity: 'warning', bump: 'minor' };
const adds: Impact = { severity: 'note', bump: 'minor' };
const retouches: Impact = { severity: 'note', bump: 'patch' };

/**
 * What each edit means. Of what is received the set is that of possible answers: a playbook copes with fewer of them, not with others,
 * so a field that is no longer declared, which then can be anything or absent, widens.
 */
export const impacts: Readonly<Record<Effect, Readonly<Record<Direction, Impact>>>> = {
  narrows: { sends: breaks, receives: adds, connects: breaks, shows: breaks },
  widens: { sends: adds, receives: breaks, connects: adds, shows: adds },
  renames: { sends: breaks, receives: breaks, connects: breaks, shows: breaks },
  moves: { sends: breaks, receives: breaks, connects: breaks, shows: retouches },
  rewords: { sends: retouches, receives: retouches, connects: retouches, shows: retouches },
};

/** An edit that means something else in one direction than the table says. */
interface Exception {
  readonly direction: Direction;
  readonly impact: Impact;
}

/**
 * The exceptions, by code. A workflow does not hold an answer against the definition: a value that is new at a place where others were before
 * breaks the expressions that meet it, not all that read the field. Of bounds and further fields no expression knows anything.
 * What the designer hides and no playbook needs stays in the playbooks that have it.
 */
const exceptions: ReadonlyMap<string, Exception> = new Map<string, Exception>([
  ['enum-widened', { direction: 'receives', impact: mayBreak }],
  ['null-allowed', { direction: 'receives', impact: mayBreak }],
  ['made-optional', { direction: 'receives', impact: mayBreak }],
  ['bound-loosened', { direction: 'receives', impact: adds }],
  ['further-values-allowed', { direction: 'receives', impact: adds }],
  ['value-hidden', { direction: 'shows', impact: mayBreak }],
  ['edit-unknown', { direction: 'shows', impact: mayBreak }],
]);

/** What an edit of a kind means in a direction. */
export function impactOf(
  { code, effect }: { readonly code: string; readonly effect: Effect },
  direction: Direction,
): Impact {
  const exception = exceptions.get(code);
  return exception?.direction === direction ? exception.impact : impacts[effect][direction];
}

const bumps: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** The greatest of several bumps; `none` of no bump. */
export function greatest(all: Iterable<Bump>): Bump {
  let most = 0;
  for (const bump of all) most = Math.max(most, bumps.indexOf(bump));
  return bumps[most] ?? 'none';
}
