import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { readByShape } from './structure-read.js';
import { notSwagger2, shapeRules } from './structure-rules.js';
import { definitionShape } from './structure-table.js';
import type { Document } from './types.js';

/** A definition that was read, as far as it could be, and what is wrong with its structure, in document order. */
export interface ReadDefinition {
  readonly definition: Document | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads the value of a source as an OpenAPI 2.0 definition that is safe to walk: all that does not fit the specification is reported,
 * and what has another JSON kind than the types of `types.ts` is left out. Unknown keys are kept, and so is the order of keys.
 * Undefined where it is no OpenAPI 2.0, or where the text could not be read (then the source has the findings).
 */
export function readDefinition({ file, value }: SourceDocument): ReadDefinition {
  if (value === undefined) return { definition: undefined, findings: [] };
  const no = notSwagger(value);
  if (no !== undefined) {
    return { definition: undefined, findings: [finding(notSwagger2, { file, ...no })] };
  }
  const { value: read, findings } = readByShape(value, { shape: definitionShape, rules: shapeRules, file });
  // the table follows the types of types.ts: what is left has them
  return { definition: read as unknown as Document, findings };
}

/** Why a value is no OpenAPI 2.0, and where; undefined where it is. */
function notSwagger(value: Json): { pointer: string; message: string } | undefined {
  if (!isObject(value)) {
    return { pointer: '', message: `The document is ${shorten(value)}, expected an object with "swagger": "2.0".` };
  }
  const swagger = own(value, 'swagger');
  if (swagger === '2.0') return undefined;
  const openapi = own(value, 'openapi');
  if (swagger !== undefined)
    return { pointer: '/swagger', message: `"swagger" is ${shorten(swagger)}, expected "2.0".` };
  if (openapi === undefined) {
    return { pointer: '', message: 'The document has no "swagger", expected "swagger": "2.0".' };
  }
  const message = `The document is OpenAPI ${shorten(openapi)}; a Logic Apps custom connector takes OpenAPI 2.0 ("swagger": "2.0") only.`;
  return { pointer: '/openapi', message };
}
