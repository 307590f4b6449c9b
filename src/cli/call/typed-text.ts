import { readJson } from '../../core/json-read.js';
import { own, typeOf, type Json } from '../../core/json.js';
import { follow, isReference } from '../../openapi/refs.js';
import type { Document, Schema } from '../../openapi/types.js';

/**
 * The value that a word of the command line stands for in a place with this schema: JSON where it is JSON of a type that the schema takes,
 * else the text itself. So `5` is a number in a number's place and a text in a text's.
 */
export function typedText(document: Document, schema: Schema | undefined, text: string): Json {
  const { value } = readJson('', text);
  if (value === undefined) return text;
  return takes(schema && ended(document, schema), value) ? value : text;
}

function takes(schema: Schema | undefined, value: Json): boolean {
  if (schema?.type === undefined) return true;
  const type = typeOf(value);
  if (type === 'null') return schema['x-nullable'] === true;
  return type === schema.type || (type === 'integer' && schema.type === 'number');
}

/** The schema of a member or an item of what `schema` describes; undefined where nothing is said of it. */
export function schemaBelow(
  document: Document,
  schema: Schema | undefined,
  token: string | number,
): Schema | undefined {
  const whole = schema && ended(document, schema);
  if (whole === undefined) return undefined;
  if (typeof token === 'number') return whole.items;
  const more = whole.additionalProperties;
  const found = own(whole.properties ?? {}, token) ?? (typeof more === 'object' ? more : undefined);
  return found ?? whole.allOf?.map((part) => schemaBelow(document, part, token)).find((part) => part !== undefined);
}

/** The schema behind references; one that leads nowhere says nothing. */
function ended(document: Document, schema: Schema): Schema {
  if (!isReference(schema)) return schema;
  // `follow` gives a node of the kind that it is asked for
  return (follow(document, 'schema', schema.$ref)?.node as Schema | undefined) ?? {};
}
