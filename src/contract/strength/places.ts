import type { Json } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { partsForNull, partsOf, withSubtypes, type Part } from '../../openapi/schema-parts.js';
import type { Document, Schema } from '../../openapi/types.js';
import type { Fact } from './fact.js';
import { factsOf, mayBe, type FactsAt } from './node-facts.js';
import { lacking, type Holder, type Node, type Around, type Place } from './place.js';

/** The places of a document where schemas stand. */
export interface Places {
  /** Lays out the place at `pointer` and all that is below it, unless that was done. */
  layOut(at: { readonly pointer: string; readonly schema: Schema; readonly holder: Holder }): Place;
  /** The place that was laid out at `pointer`. */
  at(pointer: string): Place | undefined;
  /** To be called before facts are asked what recordings lack, if recordings were held since. */
  changed(): void;
  /** The nodes that apply to a value that is not null, those of the subtype that it names included. */
  nodesFor(place: Place, value: Json): readonly Node[];
}

/**
 * Lays out places as they are asked for; every fact that is declared at a place goes into `facts`, in order.
 * They are told apart by pointer, not by identity: a connector made by code may hold the same object twice.
 */
export function placesOf(document: Document, facts: Set<Fact>): Places {
  const roots = new Map<string, Place>();
  const nodes = new Map<string, Node>();
  const around: Around = new Map();
  /** What is still to be laid out, the next one last. No recursion: a chain of references can be as long as a document. */
  const left: Place[] = [];

  const declare = (one: Fact): Fact => {
    facts.add(one);
    return one;
  };
  const nodeOf = (place: Place, part: Part): Node => {
    const pointer = pointerOf(place, part);
    const known = nodes.get(pointer);
    if (known !== undefined) return known;
    const node = newNode(place, part, { pointer, declare, around });
    nodes.set(pointer, node);
    const below = placesBelow(document, node);
    for (let index = below.length - 1; index >= 0; index -= 1) left.push(below[index] as Place); // within the bounds
    return node;
  };
  const fill = (place: Place): void => {
    const { parts, discriminated } = partsOf(document, place.schema);
    place.isDiscriminated = discriminated;
    place.nodes = parts.map((part) => nodeOf(place, part));
    place.nodesForNull = place.nodes;
    if (parts.length === 1) return;
    place.nodesForNull = partsForNull(document, place.schema).map((part) => nodeOf(place, part));
    for (const one of demandedBeside(place.nodes)) facts.delete(one);
  };

  return {
    layOut(at) {
      const known = roots.get(at.pointer);
      if (known !== undefined) return known;
      const root = newPlace({ ...at, step: '', above: undefined });
      roots.set(at.pointer, root);
      left.push(root);
      for (let place = left.pop(); place !== undefined; place = left.pop()) fill(place);
      return root;
    },
    at: (pointer) => roots.get(pointer),
    changed: () => around.clear(),
    nodesFor(place, value) {
      if (!place.isDiscriminated) return place.nodes;
      const parts = withSubtypes(document, partsOf(document, place.schema).parts, value);
      return parts.flatMap((part) => nodes.get(pointerOf(place, part)) ?? []);
    },
  };
}

function pointerOf(place: Place, { origin, suffix }: Part): string {
  return (origin ?? place.pointer) + suffix;
}

/** Written out: thousands are made, and a spread takes several times as long. */
function newPlace({ pointer, schema, holder, step, above }: PlaceAt): Place {
  return {
    pointer,
    schema,
    holder,
    step,
    above,
    nodes: noNodes,
    nodesForNull: noNodes,
    isDiscriminated: false,
    had: 'nothing',
  };
}

type PlaceAt = Pick<Place, 'pointer' | 'schema' | 'holder' | 'step' | 'above'>;
const noNodes: readonly Node[] = [];

/** The node of a part, its facts declared. What its own type leaves no room for is not below it. */
function newNode(
  home: Place,
  part: Part,
  { pointer, declare, around }: Pick<FactsAt, 'pointer' | 'declare'> & { readonly around: Around },
): Node {
  const { schema } = part;
  const below = (inner: Schema, step: string, to: string): Place =>
    newPlace({ pointer: pointer + to, schema: inner, holder: home.holder, step, above: node });
  const node: Node = {
    schema,
    pointer,
    home,
    properties: noPlaces,
    additional: undefined,
    items: undefined,
    facts: factsOf({
      schema,
      pointer,
      kind: home.holder.kind,
      lacking: (unshown) => lacking(node, unshown, around),
      had: (name) => node.properties.get(name)?.had !== 'nothing',
      declare,
    }),
    seen: false,
  };
  if (mayBe(schema, 'object')) {
    const { additional } = part;
    if (schema.properties) {
      const entries = Object.entries(schema.properties);
      node.properties = new Map(
        entries.map(([name, inner]) => [name, below(inner, `.${name}`, child('/properties', name))]),
      );
    }
    node.additional =
      typeof additional === 'object' ? below(additional.schema, '.*', '/additionalProperties') : additional;
  }
  if (mayBe(schema, 'array') && schema.items !== undefined) node.items = below(schema.items, '[]', '/items');
  return node;
}

const noPlaces: ReadonlyMap<string, Place> = new Map();

function placesBelow(document: Document, node: Node): readonly Place[] {
  const below = [...node.properties.values()];
  if (node.items) below.push(node.items);
  if (typeof node.additional === 'object') below.push(node.additional);
  return node.schema.discriminator === undefined ? below : [...below, ...subtypesOf(document, node)];
}

/** The definitions that a value of a node with a `discriminator` can name: those that include it. */
function* subtypesOf(document: Document, node: Node): Generator<Place> {
  for (const [name, schema] of Object.entries(document.definitions ?? {})) {
    const includes = partsOf(document, schema).parts.some((part) => part.schema === node.schema);
    if (!includes || schema === node.schema) continue;
    const { holder } = node.home;
    yield newPlace({ pointer: child('/definitions', name), schema, holder, step: ` as ${name}`, above: node });
  }
}

/** The facts that something may be absent which another of the nodes at a place demands. */
function demandedBeside(nodes: readonly Node[]): readonly Fact[] {
  const demanded = new Set(nodes.flatMap(({ schema }) => schema.required ?? []));
  return nodes.flatMap(({ facts }) => [...facts.optional].flatMap(([name, one]) => (demanded.has(name) ? [one] : [])));
}
