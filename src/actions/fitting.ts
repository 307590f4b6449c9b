import { isObject, own, type Json } from '../core/json.js';
import { nearest } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { checkValue } from '../openapi/check-value.js';
import { follow, isReference } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';
import { isExpr, type Input } from './expression.js';

/**
 * What is wrong with a value that a call is given: a property that the schema does not have, one that it requires and that is absent, a constant
 * that it does not admit. What an expression gives is known in a run only. One sentence each, with JSON Pointers from the value down.
 */
export function unfit(document: Document, schema: Schema, value: Input<Json>): readonly string[] {
  const problems: string[] = [];
  check(value, { schema, pointer: '' }, { document, problems });
  return problems;
}

interface At {
  readonly schema: Schema;
  readonly pointer: string;
}

interface Run {
  readonly document: Document;
  readonly problems: string[];
}

function check(value: Input<Json>, { schema: written, pointer }: At, run: Run): void {
  if (isExpr(value) || value === undefined) return;
  const schema = ended(run.document, written);
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    value.forEach((item: Input<Json>, index) => check(item, { schema: items, pointer: child(pointer, index) }, run));
  } else if (isObject(value)) checkObject(value, { schema, pointer }, run);
  // a list of expressions is no constant, and each of its items was looked at
  else checkConstant(value as Json, { schema, pointer }, run);
}

function checkObject(value: { readonly [key: string]: Input<Json> }, { schema, pointer }: At, run: Run): void {
  if (schema.type !== undefined && schema.type !== 'object') {
    run.problems.push(`${place(pointer)} is an object; the connector wants ${schema.type}.`);
    return;
  }
  const { properties = {}, additionalProperties, required = [] } = schema;
  for (const name of required) {
    const isFilled = own(properties, name)?.['x-ms-visibility'] === 'internal';
    if (own(value, name) === undefined && !isFilled) {
      run.problems.push(`${place(pointer)} lacks "${name}", which the connector requires.`);
    }
  }
  const rest = isObject(additionalProperties) ? (additionalProperties as Schema) : {};
  const isOpen = additionalProperties !== undefined || Object.keys(properties).length === 0;
  for (const [name, member] of Object.entries(value)) {
    const declared = own(properties, name);
    if (declared || isOpen) check(member, { schema: declared ?? rest, pointer: child(pointer, name) }, run);
    else
      run.problems.push(`${place(pointer)} has "${name}", which the connector does not know.${hint(name, properties)}`);
  }
}

function checkConstant(value: Json, { schema, pointer }: At, { document, problems }: Run): void {
  checkValue(value, {
    document,
    schema,
    pointer: '',
    mismatch: ({ kind }) => {
      if (kind !== 'unreadable-schema')
        problems.push(`${place(pointer)} is ${shorten(value)}, which the connector does not admit.`);
    },
  });
}

function hint(name: string, properties: object): string {
  const near = nearest(name, Object.keys(properties));
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function place(pointer: string): string {
  return pointer === '' ? 'The body' : pointer;
}

function ended(document: Document, schema: Schema): Schema {
  if (!isReference(schema)) return schema;
  // `follow` gives a node of the kind that it is asked for
  return (follow(document, 'schema', schema.$ref)?.node as Schema | undefined) ?? {};
}
