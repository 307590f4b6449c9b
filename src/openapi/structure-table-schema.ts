import { anything, flag, list, map, oneOf, text, type RecordShape, type Shape } from './structure-shape.js';
import { constraints, count } from './structure-table-values.js';

/* The rows of the table for what stands in bodies. */

/** A link to documentation elsewhere. */
export const externalDocsShape: RecordShape = {
  holds: 'record',
  noun: 'a link to documentation',
  extensible: true,
  fields: { description: text, url: text },
  required: { url: 'essential' },
};

const xmlShape: RecordShape = {
  holds: 'record',
  noun: 'how a value is written as XML',
  extensible: true,
  fields: { name: text, namespace: text, prefix: text, attribute: flag, wrapped: flag },
};

const names = list('property names', () => text, { unique: true, filled: true });

/**
 * The keys of a schema that holds schemas of its `own` shape. One `type` only: JSON Schema draft 4 also allows a list of types,
 * which the designer does not read. `null` is in no text of the specification but in its JSON Schema; 1 of 161 published connectors has it.
 */
function schemaFields(own: () => Shape, first: Readonly<Record<string, Shape>> = {}): Readonly<Record<string, Shape>> {
  return {
    ...first,
    type: oneOf('object', 'array', 'string', 'number', 'integer', 'boolean', 'null'),
    format: text,
    title: text,
    description: text,
    ...constraints,
    maxProperties: count,
    minProperties: count,
    required: names,
    properties: map('schemas', own),
    additionalProperties: { holds: 'flag or', other: own },
    // a getter: the constant that it gives is not there yet
    get items() {
      return own();
    },
    allOf: list('schemas', own, { filled: true }),
    discriminator: text,
    readOnly: flag,
    xml: xmlShape,
    externalDocs: externalDocsShape,
    example: anything,
  };
}

/** A schema, or a reference to one. */
export const schemaShape: RecordShape = {
  holds: 'record',
  noun: 'a schema',
  extensible: true,
  fields: schemaFields(() => schemaShape, { $ref: text }),
};

/** A schema that stands by itself, with no definitions to refer to. */
export const plainSchemaShape: RecordShape = {
  holds: 'record',
  noun: 'a schema',
  extensible: true,
  fields: schemaFields(() => plainSchemaShape),
};

/** The schema of a response: a schema, or a file. */
export const responseSchemaShape: Shape = {
  holds: 'case',
  noun: 'a schema',
  by: 'type',
  cases: {
    file: {
      holds: 'record',
      noun: 'a file',
      extensible: true,
      fields: {
        type: text,
        format: text,
        title: text,
        description: text,
        default: anything,
        required: names,
        readOnly: flag,
        externalDocs: externalDocsShape,
        example: anything,
      },
    },
  },
  otherwise: schemaShape,
};
