import type { Schema } from '../../openapi/types.js';
import type { Bound } from './bounds.js';
import type { Fact } from './fact.js';

/** What values are held against as a whole: the body of a request or of a status, what is expected of it, or a parameter. */
export interface Holder {
  readonly kind: 'body' | 'expectation' | 'parameter';
  /** For a reader, e.g. `Completion 200`. */
  readonly label: string;
  /** What a value as a whole is called. */
  readonly whole: string;
  /** What recordings lack before any of them can have it, as a sentence; undefined where they lack nothing. */
  readonly lacking: () => string | undefined;
}

/** A place in the connector where a schema stands, and what recordings had there. */
export interface Place {
  readonly schema: Schema;
  readonly pointer: string;
  readonly holder: Holder;
  /** What leads here from the node above: `.name`, `[]`. */
  readonly step: string;
  readonly above: Node | undefined;
  /** All that apply here to a value that is not null, subtypes left out. */
  nodes: readonly Node[];
  /** Those that null is held against. */
  nodesForNull: readonly Node[];
  isDiscriminated: boolean;
  had: 'nothing' | 'null' | 'value';
}

/** A schema that is no reference. There is one of it, however many references lead to it. */
export interface Node {
  readonly schema: Schema;
  readonly pointer: string;
  /** The first place where it applies. */
  readonly home: Place;
  properties: ReadonlyMap<string, Place>;
  additional: Place | boolean | undefined;
  items: Place | undefined;
  /** What is declared here, and not noticed yet. */
  readonly facts: NodeFacts;
  /** Whether a value that is not null was held against it. */
  seen: boolean;
}

/** What one schema itself declares. Of lists and maps, those that are noticed are taken out. */
export interface NodeFacts {
  readonly type: Fact | undefined;
  readonly nullable: Fact | undefined;
  /** By `canonicalKey` of the value. */
  readonly enum: Map<string, Fact>;
  readonly bounds: readonly (Bound & { readonly fact: Fact })[];
  readonly required: Fact[];
  /** By the name of the property, as `optional`. */
  readonly names: Map<string, Fact>;
  readonly optional: Map<string, Fact>;
  readonly additional: Fact | undefined;
}

/** How many steps of the way to a place are named. */
const maxSteps = 12;

/** A place for a reader, e.g. `choices[].message.role`, or a step below it. */
function nameOf(place: Place, below: string): string {
  const steps = below === '' ? [] : [below];
  let here = place;
  for (; here.above !== undefined; here = here.above.home) {
    if (steps.length < maxSteps) steps.unshift(here.step);
    else steps[0] = '.…';
  }
  const { kind, whole } = here.holder;
  const way = steps.join('');
  return kind !== 'parameter' && way.startsWith('.') ? way.slice(1) : whole + way;
}

/** What no recording shows of a place. */
export interface Unshown {
  /** Default `has`. */
  readonly verb?: 'has' | 'lacks';
  /** From the place, to what is not shown. Default: the place itself. */
  readonly step?: string;
  /** What is not shown of it, such as `: "open"`. */
  readonly of?: string;
}

/** The sentence that no recording shows something at a place. */
function nothing(place: Place, { verb = 'has', step = '', of = '' }: Unshown): string {
  return `Nothing recorded ${verb} ${nameOf(place, step)}${of} (${place.holder.label}).`;
}

/** What is lacking around each node of which no recording has a value, as a sentence, as far as it was asked. */
export type Around = Map<Node, string>;

/** The sentence that no recording shows something of a node; where none has a value of it, the sentence that says so of the outermost that none has. */
export function lacking(node: Node, unshown: Unshown, known: Around): string {
  return node.seen ? nothing(node.home, unshown) : lackingAround(node, known);
}

/** Climbs no step twice: a chain of references can be as long as a document. */
function lackingAround(node: Node, known: Around): string {
  const climbed: Node[] = [];
  let last = node;
  let says = known.get(last);
  while (says === undefined) {
    climbed.push(last);
    const { home } = last;
    const { above } = home;
    if (above === undefined || above.seen) {
      const outside = above === undefined ? home.holder.lacking() : undefined;
      says = outside ?? nothing(home, { of: home.had === 'null' ? ' other than null' : '' });
    } else {
      last = above;
      says = known.get(last);
    }
  }
  for (const one of climbed) known.set(one, says);
  return says;
}
