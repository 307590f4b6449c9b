import { isReference } from '../openapi/refs.js';
import type { Document, Operation, Schema } from '../openapi/types.js';
import { notificationSchema, operations } from '../openapi/walk.js';
import type { Bodies } from './bodies.js';
import { isInternal } from './internal.js';
import { schemaSizes, type SchemaSize } from './schema-size.js';
import { reach, schemasBelow, type Below } from './schemas-below.js';

/** What several rules look up of schemas. */
export interface SchemaFacts {
  readonly below: Below;
  /** How large the schemas of bodies are. */
  readonly sizes: ReadonlyMap<Schema, SchemaSize>;
  /** The schemas of request bodies and all in them, wherever they stand. */
  readonly inputs: ReadonlySet<Schema>;
  /** The properties that the designer shows, as fields or as outputs, under a name of their own: no references, and no objects with properties. */
  readonly fields: ReadonlySet<Schema>;
}

/** Looks up what rules ask of the schemas of a definition with these bodies. */
export function schemaFacts(definition: Document, bodies: ReadonlyMap<Operation, Bodies>): SchemaFacts {
  const below = schemasBelow(definition);
  const inputs: Schema[] = [];
  const outputs: Schema[] = [];
  const shown: Schema[] = [];
  for (const [operation, { request, answers }] of bodies) {
    const isShown = !isInternal(operation);
    const output = shownStatus(operation);
    if (request) inputs.push(request.schema);
    if (request && isShown && !isInternal(request.parameter)) shown.push(request.schema);
    for (const { schema, status } of answers) {
      outputs.push(schema);
      if (isShown && status === output) shown.push(schema);
    }
  }
  for (const { item, operation } of operations(definition)) {
    const told = isInternal(operation) ? undefined : notificationSchema(item);
    if (told) shown.push(told);
  }
  return {
    below,
    sizes: schemaSizes([...inputs, ...outputs], below),
    inputs: reach(inputs, below),
    fields: fieldsIn(reach(shown, below, (schema) => !isInternal(schema))),
  };
}

/** The status of the answer that the designer makes outputs from: the only one if it is no error, else the first of these. */
export function shownStatus({ responses }: Operation): string | undefined {
  const statuses = Object.keys(responses).filter((status) => !status.startsWith('x-'));
  const [only] = statuses;
  if (statuses.length === 1 && only?.startsWith('2')) return only;
  return ['200', '201', 'default'].find((status) => statuses.includes(status));
}

function fieldsIn(shown: ReadonlySet<Schema>): ReadonlySet<Schema> {
  const fields = new Set<Schema>();
  for (const schema of shown) {
    if (isReference(schema) || isInternal(schema) || schema.properties === undefined) continue;
    for (const property of Object.values(schema.properties)) {
      if (!isReference(property) && !isInternal(property) && property.properties === undefined) fields.add(property);
    }
  }
  return fields;
}
