import type { Json } from '../core/json.js';
import { checkNode } from './check-value-node.js';
import type { Run } from './check-value-site.js';
import type { Mismatch, Undeclared } from './mismatch.js';
import type { Document, Schema } from './types.js';

/** What a value is held against, and who hears of it. */
export interface ValueCheck {
  /** Where `$ref`s lead. */
  readonly document: Document;
  readonly schema: Schema;
  /** Where the schema stands in the document. */
  readonly pointer: string;
  readonly mismatch: (mismatch: Mismatch) => void;
  /** Called for every schema that a value was held against: for a reference, and for what it leads to. */
  readonly visit?: (schema: Schema, value: Json) => void;
  /**
   * Called for every property of an object that no schema which applies to the object declares.
   * Not called where one of them has `additionalProperties`: then the property is declared by that, or a mismatch;
   * nor where none of them declares a property: such an object is free to hold anything.
   */
  readonly undeclared?: (property: Undeclared) => void;
}

/** For how many values of one check a near one is looked for. */
const maxHints = 50;

/**
 * Holds a value against a schema as JSON Schema draft 4 reads it, in the parts that OpenAPI 2.0 has, and reports every mismatch in the order of the value.
 *
 * - A value of the wrong type is one mismatch; nothing below it is looked at.
 * - `x-nullable: true` admits null. `type: file` admits anything. What stands beside a `$ref` is ignored.
 * - The schema that `discriminator` names applies too, where it is a definition that includes this schema by `allOf`; an unknown name is no mismatch.
 * - Not read: `format` (its values are texts and numbers of their `type`), `readOnly`, and `anyOf`, `oneOf`, `not`, which OpenAPI 2.0 does not have.
 * - A schema that cannot be read (a `$ref` that leads nowhere, an unknown `type`, a `pattern` that is no regular expression or that
 *   can take too long, see `pattern.ts`) is an `unreadable-schema`, once a check, and admits anything.
 *
 * Recursion follows the value, whose depth the reader of its text limits.
 * @see https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00
 */
export function checkValue(value: Json, check: ValueCheck): void {
  const { document, schema, pointer, visit, undeclared } = check;
  const mismatch = (found: Mismatch) => {
    check.mismatch(found);
    return true;
  };
  const run = newRun({ document, mismatch, visit, undeclared, hintsLeft: maxHints });
  checkNode({ run, pointer }, { schema, parts: undefined }, value);
}

/** Whether a value meets a schema. Stops at the first mismatch; what cannot be read of a schema refuses nothing. */
export function matches(document: Document, schema: Schema, value: Json): boolean {
  const mismatch = ({ kind }: Mismatch) => kind === 'unreadable-schema';
  const run = newRun({ document, mismatch, visit: undefined, undeclared: undefined, hintsLeft: 0 });
  checkNode({ run, pointer: '' }, { schema, parts: undefined }, value);
  return !run.ended;
}

function newRun(about: Omit<Run, 'path' | 'unreadable' | 'ended'>): Run {
  const { document, mismatch, visit, undeclared, hintsLeft } = about;
  return { document, mismatch, visit, undeclared, hintsLeft, path: [], unreadable: undefined, ended: false };
}
