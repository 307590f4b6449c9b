import { tokens } from '../core/pointer.js';
import { isReference } from '../openapi/refs.js';
import type { Operation, Parameter, Reference, Schema, ValueParameter } from '../openapi/types.js';
import { having, type LintVisitor } from './having.js';
import { isInternal } from './internal.js';
import type { Subject } from './subject.js';

/** A parameter outside the body, or a property of a body or an answer, that the designer shows under a name of its own. */
type ShownField =
  | { readonly kind: 'parameter'; readonly node: ValueParameter; readonly pointer: string }
  | { readonly kind: 'property'; readonly node: Schema; readonly pointer: string };

/** Calls `check` for each field that the designer shows and that has one of `keys`, where it stands: not for what is internal or in an internal operation. */
export function eachShown(
  { fields }: Subject,
  keys: readonly string[],
  check: (field: ShownField) => void,
): LintVisitor {
  return {
    parameter: having(keys, (node, { pointer, operation }) => {
      if (isShown(node, operation)) check({ kind: 'parameter', node, pointer });
    }),
    schema: having(keys, (node, { pointer }) => {
      if (fields.has(node)) check({ kind: 'property', node, pointer });
    }),
  };
}

/** Whether the designer shows a field for a parameter; for one in the body it shows its properties. */
export function isShown(node: Parameter | Reference, operation: Operation | undefined): node is ValueParameter {
  return !isReference(node) && node.in !== 'body' && !isInternal(node) && !isInternal(operation);
}

/** The name that the designer shows for a field; undefined where it shows the technical one. */
export function titleOf({ kind, node }: ShownField): string | undefined {
  const title = kind === 'property' ? node.title : undefined;
  return said(title) ?? said(node['x-ms-summary']);
}

function said(title: unknown): string | undefined {
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

/** The technical name of a field. */
export function nameOf({ kind, node, pointer }: ShownField): string {
  if (kind === 'parameter') return node.name;
  const [name = ''] = tokens(pointer.slice(pointer.lastIndexOf('/')));
  return name;
}
