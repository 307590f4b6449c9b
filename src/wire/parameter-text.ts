import { isArray, type Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { ValueParameter } from '../openapi/types.js';

/** What stands between the items of a list. OpenAPI 2.0, collectionFormat. */
const separators = { csv: ',', ssv: ' ', tsv: '\t', pipes: '|' } as const;

/** A value as the texts that are sent for it: one, or one an item where the parameter is repeated (`multi`). */
export function valuesOf(value: Json, { collectionFormat = 'csv' }: ValueParameter): string[] {
  if (!isArray(value)) return [textOf(value)];
  const texts = value.map(textOf);
  return collectionFormat === 'multi' ? texts : [texts.join(separators[collectionFormat])];
}

/** A value as a text: a string as it is, null as none, all others as JSON. */
export function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : writeJson(value, { indent: 0 }).trimEnd();
}

/** A value as it stands in a path: percent-encoded, twice where `x-ms-url-encoding` says `double`. */
export function encodedInPath(value: Json, parameter: ValueParameter): string {
  const [text = ''] = valuesOf(value, parameter);
  const once = percentEncoded(text);
  return parameter['x-ms-url-encoding'] === 'double' ? percentEncoded(once) : once;
}

/** `encodeURIComponent` that throws nothing: half a surrogate pair becomes U+FFFD. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
