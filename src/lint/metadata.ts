import { isArray, isObject, type JsonObject } from '../core/json.js';
import type { Document } from '../openapi/types.js';

/** One fact of `x-ms-connector-metadata`, and where it stands. */
interface MetadataAt {
  readonly name: string;
  /** Empty where it is no text. */
  readonly value: string;
  readonly item: JsonObject;
  readonly pointer: string;
}

/** What `x-ms-connector-metadata` says, in order; what is no pair of name and value is left out. */
export function metadataOf(definition: Document): readonly MetadataAt[] {
  const metadata = definition['x-ms-connector-metadata'];
  if (!isArray(metadata)) return [];
  return metadata.flatMap((item, index) => {
    if (!isObject(item)) return [];
    const { propertyName, propertyValue } = item;
    if (typeof propertyName !== 'string') return [];
    const value = typeof propertyValue === 'string' ? propertyValue : '';
    return [{ name: propertyName, value, item, pointer: `/x-ms-connector-metadata/${index}` }];
  });
}
