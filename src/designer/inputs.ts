import { child } from '../core/pointer.js';
import { resolveAs } from '../openapi/refs.js';
import type { Document, Parameter, Reference } from '../openapi/types.js';
import type { OperationAt, ParameterAt } from '../openapi/walk.js';
import type { Expansion } from './expand.js';
import type { Field } from './field.js';
import { fieldsOf } from './parameter-fields.js';
import { inDesignerOrder, visibilityOf } from './visibility.js';

/** What an operation asks for. */
export interface Inputs {
  /** In the order in which they are shown. */
  readonly fields: readonly Field[];
  /** Parameters that the designer drops: nobody can fill them in. */
  readonly dropped: readonly DroppedParameter[];
}

/** A parameter without a field. */
export interface DroppedParameter {
  readonly name: string;
  readonly where: Parameter['in'];
  readonly pointer: string;
}

/** The fields of an operation. */
export function inputsOf(expansion: Expansion, at: OperationAt): Inputs {
  const taken = takenBy(expansion.document, at).filter(({ parameter }) => !isConnectionId(parameter));
  const ordered = inDesignerOrder(
    taken.map((one) => ({
      ...one,
      required: one.parameter.required === true,
      visibility: visibilityOf(one.parameter),
    })),
  );
  const byKey = new Map<string, Field>();
  const dropped: DroppedParameter[] = [];
  for (const one of ordered) {
    const fields = fieldsOf(expansion, one);
    for (const field of fields) byKey.set(field.key, field); // of two with one key the last is shown
    const { name, in: where } = one.parameter;
    if (fields.length === 0 && expansion.budget.left > 0) dropped.push({ name, where, pointer: one.pointer });
  }
  return { fields: inDesignerOrder([...byKey.values()]), dropped };
}

/** The parameters of an operation, then those of its path that it has not under the same name, wherever they go. */
function takenBy(document: Document, { item, operation, method, pointer }: OperationAt): readonly ParameterAt[] {
  const own = resolved(document, operation.parameters, `${pointer}/parameters`);
  const names = new Set(own.map(({ parameter }) => parameter.name.toLowerCase()));
  const shared = resolved(document, item.parameters, `${pointer.slice(0, -method.length - 1)}/parameters`);
  return [...own, ...shared.filter(({ parameter }) => !names.has(parameter.name.toLowerCase()))];
}

function resolved(
  document: Document,
  parameters: readonly (Parameter | Reference)[] | undefined,
  at: string,
): readonly ParameterAt[] {
  return (parameters ?? []).flatMap((entry, index) => {
    const found = resolveAs(document, 'parameter', { node: entry, pointer: child(at, index) });
    return found ? [{ parameter: found.node, pointer: found.pointer }] : [];
  });
}

/** The parameter by which a published connector gets its connection. */
function isConnectionId(parameter: Parameter): boolean {
  return (
    parameter.in === 'path' &&
    parameter.name.toLowerCase() === 'connectionid' &&
    parameter.required === true &&
    visibilityOf(parameter) === 'internal'
  );
}
