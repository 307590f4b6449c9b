import { child } from '../../core/pointer.js';
import type { Connector } from '../../definition/connector.js';
import type { Direction } from '../matched.js';
import type { BodyPlan, Plans } from '../plan.js';
import { leaveExpected } from './expected.js';
import { fact, type Fact } from './fact.js';
import type { Places } from './places.js';

/** A connector that is being laid out, and where all that it declares goes, in order. */
export interface Layout {
  readonly connector: Connector;
  readonly direction: Direction;
  readonly plans: Plans;
  readonly places: Places;
  readonly facts: Set<Fact>;
  /** The facts of `wider`, by pointer. */
  readonly wider: Map<string, Fact>;
}

/** What recordings lack before any of them can show something, as a sentence; undefined where they lack nothing. */
export type Lacking = () => string | undefined;

/** Adds a fact to those of the connector. */
export function add({ facts }: Pick<Layout, 'facts'>, added: Fact): Fact {
  facts.add(added);
  return added;
}

/** The value under a key, made where there is none: several operations can share what they declare. */
export function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** Lays out a body's schema, and what `contract.json` says of the body. */
export function bodyFacts(
  layout: Layout,
  { schema, pointer, contract }: BodyPlan,
  { label, lacking }: { readonly label: string; readonly lacking: Lacking },
): void {
  const { places, wider } = layout;
  const holder = { kind: 'body', label, whole: 'the body', lacking } as const;
  const place = places.layOut({ pointer, schema, holder });
  if (contract.expect !== undefined) {
    const expected = {
      pointer: `${contract.pointer}/expect`,
      schema: contract.expect,
      holder: { ...holder, kind: 'expectation' },
    } as const;
    leaveExpected(place, places.layOut(expected), layout.facts);
  }
  for (const pattern of Object.keys(contract.wider ?? {})) {
    const at = child(`${contract.pointer}/wider`, pattern);
    const says = () => lacking() ?? `Nothing recorded needs what contract.json allows at ${pattern} (${label}).`;
    once(wider, at, () => add(layout, fact('wider', at, says)));
  }
}
