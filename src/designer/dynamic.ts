import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { Extensible } from '../openapi/types.js';
import { textOf } from './titles.js';

/** The call that fills a list, a tree or a schema while somebody designs a workflow. */
export interface DynamicSource {
  /** Undefined where something built into the service answers. */
  readonly operationId?: string;
  readonly arguments: readonly DynamicArgument[];
}

/** What such a call is given: a value that is always the same, or what the user has given for a field. */
export interface DynamicArgument {
  readonly name: string;
  readonly value?: Json;
  /** The name of the field. */
  readonly field?: string;
}

/** What fills the list or tree of a value, or of the items of a list; undefined where they are typed. The oldest extension wins, as in the designer. */
export function dynamicValues(
  node: Extensible & { readonly items?: Extensible },
): { readonly kind: 'list' | 'tree'; readonly source: DynamicSource } | undefined {
  const given = (name: `x-${string}`) => node[name] ?? node.items?.[name];
  const values = given('x-ms-dynamic-values');
  const tree = given('x-ms-dynamic-tree');
  if (isObject(values)) return { kind: 'list', source: sourceOf(values, 'parameter') };
  const list = given('x-ms-dynamic-list');
  if (isObject(list)) return { kind: 'list', source: sourceOf(list, 'parameterReference') };
  if (!isObject(tree)) return undefined;
  const open = own(tree, 'open');
  return { kind: 'tree', source: sourceOf(isObject(open) ? open : tree, 'parameterReference') };
}

/** What gives the schema of a value; undefined where the definition does. */
export function dynamicSchema(node: Extensible): DynamicSource | undefined {
  const schema = node['x-ms-dynamic-schema'];
  if (isObject(schema)) return sourceOf(schema, 'parameter');
  const properties = node['x-ms-dynamic-properties'];
  return isObject(properties) ? sourceOf(properties, 'parameterReference') : undefined;
}

function sourceOf(call: JsonObject, reference: 'parameter' | 'parameterReference'): DynamicSource {
  const operationId = textOf(own(call, 'operationId'));
  const given = own(call, 'parameters');
  return {
    ...(operationId !== undefined && { operationId }),
    arguments: isObject(given)
      ? Object.entries(given).map(([name, value]) => ({ name, ...argumentOf(value, reference) }))
      : [],
  };
}

function argumentOf(
  value: Json,
  reference: 'parameter' | 'parameterReference',
): { readonly value?: Json; readonly field?: string } {
  if (!isObject(value)) return { value };
  const field = textOf(own(value, reference));
  if (field !== undefined) return { field };
  const literal = own(value, 'value');
  return literal === undefined ? {} : { value: literal };
}
