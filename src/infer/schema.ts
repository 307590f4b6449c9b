import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { Schema, SchemaType } from '../openapi/types.js';
import { inferRules } from './rules.js';
import type { Kind, Property, Settled } from './settle.js';
import { sentenceOf, titleOf } from './words.js';

/** What a schema is made for, and what is said of it on the way. */
export interface Making {
  readonly isRequest: boolean;
  /** How many levels are described; see `depthOf`. */
  readonly depth: number;
  readonly report: (found: Finding) => void;
  /** What else was seen in places with several types: for `contract.json`. */
  readonly wider: Map<string, Schema>;
}

/** Where a schema stands. */
export interface Spot {
  /** In the definition. */
  readonly pointer: string;
  /** In a body, with `*` for any one token. */
  readonly pattern: string;
  readonly level: number;
  /** Whether every request has the value, and all that it is in. */
  readonly always: boolean;
}

/** The schema of a body or a part of one. Findings are in the order of the schema. */
export function schemaOf(settled: Settled, spot: Spot, making: Making): Schema {
  const { kind, nullable } = settled;
  reportTypes(settled, spot, making);
  return {
    ...(kind !== undefined && { type: typeOf(settled, kind) }),
    ...(settled.format !== undefined && { format: settled.format }),
    ...(settled.values.length > 0 && { enum: settled.values }),
    ...(nullable && { 'x-nullable': true }),
    ...(kind === 'array' && { items: itemsOf(settled, spot, making) }),
    ...(kind === 'object' && insideOf(settled, spot, making)),
  };
}

function typeOf({ integral }: Settled, kind: Kind): SchemaType {
  return kind === 'number' && integral ? 'integer' : kind;
}

/** What else a place held, as far as one schema can say it: of a second type that type, of several anything. */
function widerOf({ others, items }: Settled): Schema {
  const [only, ...more] = others;
  if (only === undefined || more.length > 0) return {};
  if (only !== 'array') return { type: only };
  const isPlain = items?.kind !== undefined && items.others.length === 0 && !items.nullable;
  return { type: 'array', items: isPlain ? { type: items.kind } : {} };
}

function reportTypes(settled: Settled, { pointer, pattern }: Spot, { report, wider }: Making): void {
  const { kind, others } = settled;
  if (kind === undefined) {
    report(
      finding(inferRules.toBeWritten, { pointer, message: `Only null was seen at ${named(pattern)}: write its type.` }),
    );
  }
  if (others.length === 0) return;
  wider.set(pattern, widerOf(settled));
  const message = `At ${named(pattern)} the recordings have ${[kind, ...others].join(', ')}; ${kind}, the commonest, is declared.`;
  report(finding(inferRules.severalTypes, { pointer, message }));
}

const named = (pattern: string): string => (pattern === '' ? 'the body' : shorten(pattern));

function itemsOf({ items }: Settled, spot: Spot, making: Making): Schema {
  const { pointer, pattern, level } = spot;
  if (items === undefined) {
    const message = `Only empty lists were seen at ${named(pattern)}: write what the items are.`;
    making.report(finding(inferRules.toBeWritten, { pointer: `${pointer}/items`, message }));
    return {};
  }
  if (level === making.depth) return {};
  return schemaOf(items, { ...spot, pointer: `${pointer}/items`, pattern: `${pattern}/*`, level: level + 1 }, making);
}

function insideOf(settled: Settled, spot: Spot, making: Making): Schema {
  if (spot.level === making.depth) return {};
  if (settled.entries !== undefined) return mapOf(settled.entries, spot, making);
  const { properties, objects } = settled;
  const { pointer, pattern } = spot;
  if (properties.length === 0) {
    const message = `Only empty objects were seen at ${named(pattern)}: write what they can hold.`;
    making.report(finding(inferRules.toBeWritten, { pointer, message }));
    return {};
  }
  const required = making.isRequest ? properties.filter((property) => property.required).map(({ name }) => name) : [];
  if (making.isRequest && pattern === '' && objects === 1) {
    const message = 'Only one request was seen: write which of its properties are required.';
    making.report(finding(inferRules.toBeWritten, { pointer, message }));
  }
  const schemas = properties.map((property) => [property.name, propertyOf(property, spot, making)] as const);
  return { ...(required.length > 0 && { required }), properties: Object.fromEntries(schemas) };
}

function mapOf(entries: Settled, { pointer, pattern, level }: Spot, making: Making): Schema {
  const message = `The names of the object at ${named(pattern)} are read as values; what stands under each of them is declared once.`;
  making.report(finding(inferRules.readAsMap, { pointer, message }));
  const inside = {
    pointer: `${pointer}/additionalProperties`,
    pattern: `${pattern}/*`,
    level: level + 1,
    always: false,
  };
  return { additionalProperties: schemaOf(entries, inside, making) };
}

function propertyOf({ name, settled, always }: Property, spot: Spot, making: Making): Schema {
  const pointer = child(`${spot.pointer}/properties`, name);
  const isAlways = spot.always && always;
  const title = titleOf(name);
  making.report(
    finding(inferRules.toBeWritten, {
      pointer: `${pointer}/description`,
      message: `The description of ${shorten(name)} is made from its name: write what it means.`,
    }),
  );
  const inside = { pointer, pattern: child(spot.pattern, name), level: spot.level + 1, always: isAlways };
  return {
    ...(title !== '' && { 'x-ms-summary': title }),
    description: sentenceOf(name, { nullable: settled.nullable, absent: !making.isRequest && !always }),
    ...(making.isRequest && { 'x-ms-visibility': isAlways ? 'important' : 'advanced' }),
    ...schemaOf(settled, inside, making),
  };
}
