import { anything, flag, list, oneOf, text, type RecordShape, type Shape } from './structure-shape.js';

/* The rows of the table for values outside bodies, and the keywords that schemas share with them. */

const number: Shape = { holds: 'number', expected: 'a number', accepts: () => true };
const positive: Shape = { holds: 'number', expected: 'a number above 0', accepts: (value) => value > 0 };

/** A length or a count: a whole number of 0 or more. */
export const count: Shape = {
  holds: 'number',
  expected: 'a whole number of 0 or more',
  accepts: (value) => value >= 0 && (typeof value === 'bigint' || Number.isInteger(value)),
};

/** `default`, `enum` and the bounds. */
export const constraints = {
  default: anything,
  enum: list('values', () => anything, { unique: true, filled: true }),
  multipleOf: positive,
  maximum: number,
  exclusiveMaximum: flag,
  minimum: number,
  exclusiveMinimum: flag,
  maxLength: count,
  minLength: count,
  pattern: text,
  maxItems: count,
  minItems: count,
  uniqueItems: flag,
} satisfies Readonly<Record<string, Shape>>;

const collectionFormats = ['csv', 'ssv', 'tsv', 'pipes'] as const;
const primitiveTypes = ['string', 'number', 'integer', 'boolean', 'array'] as const;

const itemsFields: Readonly<Record<string, Shape>> = {
  type: oneOf(...primitiveTypes),
  format: text,
  collectionFormat: oneOf(...collectionFormats),
  ...constraints,
};

/** The items of a list in a parameter or a header. */
const itemsShape: RecordShape = {
  holds: 'record',
  noun: 'the items of a list',
  extensible: true,
  // the one row that holds itself: a getter, because the constant is not there yet
  get fields() {
    return itemsWithItems;
  },
};
const itemsWithItems: Readonly<Record<string, Shape>> = { ...itemsFields, items: itemsShape };

/** A response header. */
export const headerShape: RecordShape = {
  holds: 'record',
  noun: 'a header',
  extensible: true,
  fields: { description: text, ...itemsWithItems },
  required: { type: 'reported' },
};

/** A parameter outside the body, at `location`. */
export function valueParameter(location: 'path' | 'query' | 'header' | 'formData'): RecordShape {
  const sendsPairs = location === 'query' || location === 'formData';
  return {
    holds: 'record',
    noun: `a ${location} parameter`,
    extensible: true,
    fields: {
      name: text,
      in: text,
      description: text,
      required: flag,
      ...(sendsPairs ? { allowEmptyValue: flag } : {}),
      ...itemsWithItems,
      type: oneOf(...primitiveTypes, ...(location === 'formData' ? ['file'] : [])),
      collectionFormat: oneOf(...collectionFormats, ...(sendsPairs ? ['multi'] : [])),
    },
    required: { name: 'essential', type: 'reported' },
  };
}
