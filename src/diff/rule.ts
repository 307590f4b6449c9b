import type { Rule } from '../core/rule.js';
import { rank } from '../report/counts.js';
import type { DiffExample } from './example.js';
import { impactOf, type Direction, type Effect } from './impact.js';

/**
 * Which calls an edit concerns: `every` one, those that have the value `given` or `missing`, those whose playbook has it `read`,
 * those that are stored with method and path (`addressed`, of Logic Apps) or with the operationId (`named`, of Power Automate).
 */
export type Concerns = 'every' | 'given' | 'missing' | 'read' | 'addressed' | 'named';

/** A kind of edit: what moved. What that means comes from the table in `impact.ts`, never from here. */
export interface DiffRule extends Rule<DiffExample> {
  readonly effect: Effect;
  /** In which directions it occurs. */
  readonly directions: readonly Direction[];
  /** Default: what is sent is `given`, what is received is `read`, anything else concerns `every` call. */
  readonly concerns?: Concerns;
}

/** A kind of edit, with the severity that it has in its worst direction. */
export function editKind(of: Omit<DiffRule, 'severity'>): DiffRule {
  const [worst = 'note'] = of.directions
    .map((direction) => impactOf(of, direction).severity)
    .sort((one, other) => rank(one) - rank(other));
  return { ...of, severity: worst };
}

/** Which calls an edit of a kind concerns in a direction. */
export function concernsOf({ concerns }: DiffRule, direction: Direction): Concerns {
  if (direction === 'receives' && concerns !== 'every') return 'read';
  return concerns ?? (direction === 'sends' ? 'given' : 'every');
}
