import type { XmlNode } from './xml/tree.js';

/** What no JSON value has, so that input is never taken for one of the values below. */
const kind = Symbol('kind');

/** A float that has no fraction: a plain number would be read as an integer. */
export interface Float {
  readonly [kind]: 'float';
  readonly value: number;
}

/** A decimal number of .NET: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly [kind]: 'decimal';
  readonly digits: bigint;
  readonly scale: number;
}

/** An XML document or a node of one. */
export interface Xml {
  readonly [kind]: 'xml';
  readonly node: XmlNode;
}

/**
 * A value while an expression is evaluated: JSON, and what JSON cannot tell apart. A `number` without a fraction, up to 2^53, and a `bigint`
 * are integers of 64 bits; any other `number` and a {@link Float} are floats.
 */
export type Value = null | boolean | number | bigint | string | Float | Decimal | Xml | ValueArray | ValueObject;
/** An array of values. */
export type ValueArray = readonly Value[];
/** An object of values. Read a key that comes from input with `own`. */
export type ValueObject = { readonly [key: string]: Value };

/** Whether it is an array. */
export function isList(value: Value): value is ValueArray {
  return Array.isArray(value);
}

/** Whether it is an object. */
export function isRecord(value: Value): value is ValueObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(kind in value);
}

/** Whether it is a float without a fraction. */
export function isFloat(value: Value): value is Float {
  return isOf(value, 'float');
}

/** Whether it is a decimal number. */
export function isDecimal(value: Value): value is Decimal {
  return isOf(value, 'decimal');
}

/** Whether it is XML. */
export function isXml(value: Value): value is Xml {
  return isOf(value, 'xml');
}

/** Whether JSON has no such value. */
export function isSpecial(value: Value): value is Float | Decimal | Xml {
  return typeof value === 'object' && value !== null && kind in value;
}

function isOf(value: Value, wanted: 'float' | 'decimal' | 'xml'): boolean {
  return isSpecial(value) && value[kind] === wanted;
}

/** The number as a float. */
export function float(value: number): number | Float {
  return Number.isSafeInteger(value) ? { [kind]: 'float', value } : value;
}

/** The decimal number `digits / 10 ** scale`. */
export function decimal(digits: bigint, scale: number): Decimal {
  return { [kind]: 'decimal', digits, scale };
}

/** The node as a value. */
export function xml(node: XmlNode): Xml {
  return { [kind]: 'xml', node };
}

/** The name that messages of the service have for the type of a value. */
export function typeName(value: Value): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'boolean':
      return 'Boolean';
    case 'bigint':
      return 'Integer';
    case 'number':
      return Number.isSafeInteger(value) ? 'Integer' : 'Float';
    default:
      return isFloat(value) || isDecimal(value) ? 'Float' : 'Object';
  }
}
