import { isReference } from '../openapi/refs.js';
import type { Operation, Parameter, Reference, Schema, ValueParameter } from '../openapi/types.js';
import type { NodePlace, Visitor } from '../openapi/walk.js';
import { isInternal } from './internal.js';

/** A field that the designer shows under a name of its own. What is internal, or in an internal operation, is none. */
export interface ShownField {
  /** A parameter outside the body, or a property of a body or an answer. */
  readonly kind: 'parameter' | 'property';
  readonly node: ValueParameter | Schema;
  readonly pointer: string;
  /** The technical name. */
  readonly name: string;
  /** As a message calls it: `query parameter`, `property`. */
  readonly noun: string;
  /** The name that the designer shows; undefined where it shows the technical one. */
  readonly title: string | undefined;
  readonly description: string | undefined;
}

/** Calls all of `looks` for each field, where it stands, so that it is looked at once. `properties` are those that the designer shows. */
export function eachField(
  properties: Pick<ReadonlySet<Schema>, 'has'>,
  looks: readonly ((field: ShownField) => void)[],
): Visitor {
  const show = (field: ShownField) => {
    for (let index = 0; index < looks.length; index += 1) looks[index]?.(field);
  };
  return {
    parameter(node, place) {
      if (isShown(node, place.operation)) show(parameterField(node, place));
    },
    schema(node, place) {
      if (properties.has(node)) show(propertyField(node, place));
    },
  };
}

function parameterField(node: ValueParameter, { pointer }: NodePlace): ShownField {
  const { name, description } = node;
  const title = said(node['x-ms-summary']);
  return { kind: 'parameter', node, pointer, name, noun: `${node.in} parameter`, title, description };
}

function propertyField(node: Schema, { pointer, key, extensions }: NodePlace): ShownField {
  const title = said(node.title) ?? (extensions.length === 0 ? undefined : said(node['x-ms-summary']));
  return { kind: 'property', node, pointer, name: key, noun: 'property', title, description: node.description };
}

/** Whether the designer shows a field for a parameter; for one in the body it shows its properties. */
function isShown(node: Parameter | Reference, operation: Operation | undefined): node is ValueParameter {
  return !isReference(node) && node.in !== 'body' && !isInternal(node) && !isInternal(operation);
}

function said(title: unknown): string | undefined {
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}
