import { own } from '../core/json.js';
import { keyOf } from './equal.js';
import { Failure, shown, shownWritten, usage } from './failure.js';
import type { Scope } from './function.js';
import { numberText } from './text.js';
import { isList, isRecord, typeName, type Value } from './value.js';

/** One step into a value. */
interface Selection {
  readonly key: Value;
  /** Whether what is missing is null. */
  readonly optional: boolean;
  /** The whole expression as it was written, for messages. */
  readonly source: string;
  readonly scope: Scope;
}

/**
 * The property or item that a step selects: the name as written, else in another case, else along the slashes in it. With a question mark, what
 * is missing and what null has is null; a text or a number has no properties either way.
 */
export function select(value: Value, selection: Selection): Value {
  const { key, optional } = selection;
  const name = typeof key === 'string' ? key : numberText(key);
  if (name === undefined)
    throw cannot(
      selection,
      typeName(key),
      'cannot be selected. A property is selected by its name, an element by its index',
    );
  if (value === null) {
    if (optional) return null;
    throw cannot(selection, name, 'cannot be selected');
  }
  if (isList(value)) return item(value, name, selection);
  if (isRecord(value)) return property(value, name, selection);
  throw cannot(
    selection,
    name,
    `cannot be selected. Property selection is not supported on values of type '${typeName(value)}'`,
  );
}

function item(list: readonly Value[], name: string, selection: Selection): Value {
  if (!/^-?\d{1,15}$/.test(name)) {
    throw cannot(selection, name, 'cannot be selected. Array elements can only be selected using an integer index');
  }
  const index = Number(name);
  if (index >= 0 && index < list.length) return list[index] ?? null;
  if (selection.optional) return null;
  const bounds = `is outside bounds (0, ${list.length - 1}) of array`;
  throw new Failure(`${ofExpression(selection)} array index '${index}' ${bounds}.${usage('')}`);
}

function property(record: { readonly [key: string]: Value }, name: string, selection: Selection): Value {
  const key = keyOf(record, name, selection.scope.spend);
  if (key !== undefined) return own(record, key) ?? null;
  const slash = name.indexOf('/');
  if (slash >= 0) return along(record, name, selection);
  if (selection.optional) return null;
  const known = shownWritten(Object.keys(record).slice(0, 100).join(', '));
  throw cannot(selection, name, `doesn't exist, available properties are '${known}'`);
}

/** `['a/b']` selects as `['a']['b']` does: measured by github:tomdam/flowforger. */
function along(record: Value, name: string, selection: Selection): Value {
  let value: Value = record;
  for (const part of name.split('/')) {
    selection.scope.spend(1);
    value = select(value, { ...selection, key: part });
    if (value === null) return null;
  }
  return value;
}

function cannot(selection: Selection, name: string, why: string): Failure {
  return new Failure(`${ofExpression(selection)} property '${shown(name)}' ${why}.${usage('')}`);
}

function ofExpression({ source }: Selection): string {
  return `The template language expression '${shownWritten(source)}' cannot be evaluated because`;
}
