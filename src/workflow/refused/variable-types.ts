import { isArray, isObject, type Json } from '../../core/json.js';

/** The types of variables, in lower case. */
export const variableTypes = ['string', 'integer', 'float', 'boolean', 'array', 'object'] as const;

/** Whether a value that is no text with an expression in it can be that of a variable of this type, in lower case. A null is taken for any. */
export function fitsVariable(value: Json, type: string): boolean {
  switch (type) {
    case 'string':
      return value === null || typeof value === 'string';
    case 'integer':
      return value === null || typeof value === 'bigint' || Number.isInteger(value);
    case 'float':
      return value === null || typeof value === 'bigint' || typeof value === 'number';
    case 'boolean':
      return value === null || typeof value === 'boolean';
    case 'array':
      return value === null || isArray(value);
    case 'object':
      return value === null || isObject(value);
    default:
      return true;
  }
}
