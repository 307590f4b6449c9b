import { follow, isReference, type Located } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';

/** How many levels of objects and lists are taken apart. Published definitions have 23 at most, data and all. */
const maxLevels = 48;

/** What taking schemas apart has in common: the definition, and how many fields or tokens may still come of it. */
export interface Expansion {
  readonly document: Document;
  /** Definitions can be made of which a short text gives more fields than there is memory for. */
  readonly budget: { left: number };
}

/** A schema to take apart, and what it stands in. */
export interface Standing {
  readonly schema: Schema;
  readonly pointer: string;
  /** The schemas that are being taken apart, the innermost first. */
  readonly above: Above | undefined;
}

interface Above {
  readonly schema: Schema;
  readonly level: number;
  readonly above: Above | undefined;
}

/**
 * The schema that stands there, references followed. One that leads nowhere, or back into a schema that is being taken apart,
 * is nothing that is known: the designer keeps such a reference, and knows of no properties behind it.
 */
export function standing({ document }: Expansion, { schema, pointer, above }: Standing): Standing {
  if (!isReference(schema)) return entered({ node: schema, pointer }, pointer, above);
  const end = follow(document, 'schema', schema.$ref) as Located<Schema> | undefined; // `follow` gives the kind that it is asked for
  return end ? entered(end, pointer, above) : { schema: {}, pointer, above };
}

/** A schema that is taken apart now; one that is being taken apart already is nothing that is known at `pointer`. */
function entered(end: Located<Schema>, pointer: string, above: Above | undefined): Standing {
  const { node: schema } = end;
  if (isAbove(schema, above)) return { schema: {}, pointer, above };
  return { schema, pointer: end.pointer, above: { schema, level: above === undefined ? 1 : above.level + 1, above } };
}

function isAbove(schema: Schema, above: Above | undefined): boolean {
  for (let at = above; at !== undefined; at = at.above) if (at.schema === schema) return true;
  return false;
}

/** Whether nothing below is to be looked at any more. */
export function isTooDeep({ above }: Pick<Standing, 'above'>): boolean {
  return (above?.level ?? 0) >= maxLevels;
}

/** Takes one from what may still come; false where there is nothing left to take. */
export function spend({ budget }: Expansion): boolean {
  budget.left -= 1;
  return budget.left >= 0;
}
