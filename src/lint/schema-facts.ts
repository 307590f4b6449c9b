import { statusOf } from '../designer/answer.js';
import type { Document, Operation, Schema } from '../openapi/types.js';
import { notificationSchema, operations } from '../openapi/walk.js';
import type { Bodies } from './bodies.js';
import { isInternal } from './internal.js';
import { schemaGraph, type SchemaGraph, type SchemaNode, type SchemaSize } from './schema-graph.js';
import { measure } from './schema-size.js';

/** What several rules look up of schemas. */
export interface SchemaFacts {
  readonly graph: SchemaGraph;
  /** How large a schema of a body is. */
  readonly sizeOf: (schema: Schema) => SchemaSize | undefined;
  /** Whether a schema is in the body of a request, wherever it stands. */
  readonly isInput: (schema: Schema) => boolean;
  /** The properties that the designer shows, as fields or as outputs, under a name of their own: no references, and no objects with properties. */
  readonly fields: Pick<ReadonlySet<Schema>, 'has'>;
}

/** Looks up what rules ask of the schemas of a definition with these bodies. */
export function schemaFacts(definition: Document, bodies: ReadonlyMap<Operation, Bodies>): SchemaFacts {
  const graph = schemaGraph(definition);
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
  for (const node of graph.reach(inputs)) node.isInput = true;
  markFields(graph.reach(shown, (node) => !node.isInternal));
  measure([...inputs, ...outputs], graph);
  const { nodes } = graph;
  return {
    graph,
    sizeOf: (schema) => nodes.get(schema)?.size,
    isInput: (schema) => nodes.get(schema)?.isInput === true,
    fields: { has: (schema) => nodes.get(schema)?.isField === true },
  };
}

/** The status of the answer that the designer makes outputs from. */
export function shownStatus({ responses }: Operation): string | undefined {
  return statusOf(Object.keys(responses));
}

/** Of what holds properties, marks those that hold none themselves. */
function markFields(shown: readonly SchemaNode[]): void {
  for (let at = 0; at < shown.length; at += 1) {
    const { isInternal: isHidden, properties } = shown[at] as SchemaNode; // it is one of them
    if (isHidden) continue;
    for (let index = 0; index < properties.length; index += 1) {
      const property = properties[index] as SchemaNode; // and this
      if (isField(property)) property.isField = true;
    }
  }
}

function isField({ schema, isReference, isInternal: isHidden }: SchemaNode): boolean {
  return !isReference && !isHidden && schema.properties === undefined;
}
