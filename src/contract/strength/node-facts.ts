import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { Json } from '../../core/json.js';
import { canonicalKey } from '../../openapi/canonical-key.js';
import { hasType } from '../../openapi/check-value-type.js';
import type { Schema, SchemaType } from '../../openapi/types.js';
import { boundsOf } from './bounds.js';
import { fact, type Fact } from './fact.js';
import type { Holder, NodeFacts, Unshown } from './place.js';

/** The types that a value can have. A `file` may be anything. */
const types: ReadonlySet<string> = new Set<SchemaType>(['object', 'array', 'string', 'number', 'integer', 'boolean']);

/** Whether a value of a schema can have a type; a type that OpenAPI 2.0 does not know is not held against values. */
export function mayBe({ type }: Schema, wanted: SchemaType): boolean {
  return type === undefined || type === wanted || !types.has(type);
}

/** A schema whose facts are to be found, and where they go. */
export interface FactsAt {
  readonly schema: Schema;
  readonly pointer: string;
  readonly kind: Holder['kind'];
  /** What recordings lack, as a sentence. */
  readonly lacking: (unshown: Unshown) => string;
  /** Whether one of them had a property. */
  readonly had: (name: string) => boolean;
  /** Takes up a fact, in order, and gives it back. */
  readonly declare: (fact: Fact) => Fact;
}

/** Nothing is ever put into these: most schemas are of plain texts and numbers. */
const noFacts = new Map<string, never>();
const noBounds: readonly never[] = [];

/**
 * The facts of a node, without those that no value which satisfies the schema can show: that something is `required` of a text,
 * the name of a property beside which any other is allowed. What `contract.json` expects says nothing of names and of what may be absent.
 */
export function factsOf(at: FactsAt): NodeFacts {
  const { schema, pointer, kind, lacking, declare } = at;
  const isTyped = schema.type !== undefined && types.has(schema.type);
  const type = isTyped ? declare(fact('type', `${pointer}/type`, () => lacking({}))) : undefined;
  const isNullable = kind !== 'parameter' && refusesNullOtherwise(schema);
  const nullable = isNullable
    ? declare(fact('nullable', `${pointer}/x-nullable`, () => lacking({ of: ': null' })))
    : undefined;
  const values = schema.enum === undefined ? noFacts : enumFacts(at);
  const bounds = boundFacts(at);
  if (!mayBe(schema, 'object')) {
    return {
      type,
      nullable,
      enum: values,
      bounds,
      required: [],
      names: noFacts,
      optional: noFacts,
      additional: undefined,
    };
  }
  const required = requiredFacts(at);
  const properties = kind === 'body' ? propertyFacts(at) : { names: noFacts, optional: noFacts };
  const isOpen = kind === 'body' && schema.additionalProperties === true;
  const additional = isOpen ? declare(additionalFact(at)) : undefined;
  return { type, nullable, enum: values, bounds, required, ...properties, additional };
}

/** Whether null is allowed, and would be refused if it were not declared so. */
function refusesNullOtherwise(schema: Schema): boolean {
  if (schema['x-nullable'] !== true) return false;
  const isTyped = schema.type !== undefined && types.has(schema.type);
  return isTyped || (schema.enum !== undefined && !schema.enum.includes(null));
}

function enumFacts(at: FactsAt): Map<string, Fact> {
  const { schema, pointer, lacking, declare } = at;
  const counts = new Map<string, number>();
  const keys = (schema.enum ?? []).map(canonicalKey);
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const facts = new Map<string, Fact>();
  for (const [index, value] of (schema.enum ?? []).entries()) {
    const key = keys[index] ?? '';
    // Without one of two equal values, the other still stands there.
    if (counts.get(key) !== 1 || !canHave(at, value)) continue;
    const says = () => lacking({ of: `: ${shorten(value)}` });
    facts.set(key, declare(fact('enum', `${pointer}/enum/${index}`, says)));
  }
  return facts;
}

/** Whether a value of the `enum` is one that a recorded value can be, as far as the type goes. */
function canHave({ schema, kind }: FactsAt, value: Json): boolean {
  const { type } = schema;
  const isTyped = type !== undefined && types.has(type);
  if (value === null) return !isTyped && schema['x-nullable'] !== true && kind !== 'parameter';
  return !isTyped || hasType(value, type);
}

function boundFacts({ schema, pointer, lacking, declare }: FactsAt): NodeFacts['bounds'] {
  const bounds = boundsOf(schema);
  if (bounds.length === 0) return noBounds;
  return bounds.map((bound) => {
    const says = () => lacking({ of: ` at its ${bound.keyword}, ${bound.limit}` });
    return { ...bound, fact: declare(fact('bound', `${pointer}/${bound.keyword}`, says)) };
  });
}

function requiredFacts({ schema, pointer, lacking, declare }: FactsAt): Fact[] {
  return (schema.required ?? []).map((name, index) =>
    declare(fact('required', `${pointer}/required/${index}`, () => lacking({ step: `.${name}` }))),
  );
}

function propertyFacts({ schema, pointer, lacking, had, declare }: FactsAt): Pick<NodeFacts, 'names' | 'optional'> {
  const names = new Map<string, Fact>();
  const optional = new Map<string, Fact>();
  const required = new Set(schema.required);
  for (const name of Object.keys(schema.properties ?? {})) {
    const at = child(`${pointer}/properties`, name);
    const step = `.${name}`;
    if (schema.additionalProperties !== true) {
      const says = () => lacking({ step, of: had(name) ? ' where another name would be told' : '' });
      names.set(name, declare(fact('name', at, says)));
    }
    if (required.has(name)) continue;
    optional.set(name, declare(fact('optional', at, () => lacking({ verb: 'lacks', step }))));
  }
  return { names, optional };
}

function additionalFact({ pointer, lacking }: FactsAt): Fact {
  const says = () => lacking({ of: ' with a property that is not declared' });
  return fact('additional', `${pointer}/additionalProperties`, says);
}
