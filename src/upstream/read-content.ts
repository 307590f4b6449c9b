import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { keywordLost, mediaTypeDropped } from './loss-rules.js';
import { lose, writable, type At, type Reading } from './reading.js';
import { readSchema } from './read-schema.js';
import type { ContentSurface, Shape } from './surface.js';

/** The body that an OpenAPI 3.x `content` offers: of several media types the JSON one, of none JSON the first. */
export function readContent(reading: Reading, content: Json | undefined, pointer: string): ContentSurface {
  const offers = isObject(content) ? Object.entries(content) : [];
  const chosen = offers.find(([mediaType]) => isJson(mediaType)) ?? offers[0];
  for (const [mediaType] of offers) {
    if (mediaType === chosen?.[0]) continue;
    const message = `The body of type ${shorten(mediaType)} is left out; ${shorten(chosen?.[0])} is the one that is used.`;
    lose(reading, mediaTypeDropped, { pointer: child(pointer, mediaType), message });
  }
  const mediaTypes = offers.map(([mediaType]) => mediaType);
  if (chosen === undefined || !isObject(chosen[1])) return { mediaTypes };
  const at = child(pointer, chosen[0]);
  loseKeyword(reading, chosen[1], { keyword: 'encoding', pointer: at });
  const schema = own(chosen[1], 'schema');
  if (schema === undefined) return { mediaTypes };
  return { mediaTypes, shape: readRoot(reading, { value: schema, pointer: child(at, 'schema') }) };
}

/** The media types that an OpenAPI 2.0 operation, or else the whole document, consumes or produces. */
export function mediaTypesOf(reading: Reading, operation: JsonObject, keyword: 'consumes' | 'produces'): string[] {
  const list = own(operation, keyword) ?? own(reading.spec, keyword);
  return isArray(list) ? list.filter((mediaType) => typeof mediaType === 'string') : [];
}

/** Notes a keyword of something that is no schema, which a surface does not hold. */
export function loseKeyword(
  reading: Reading,
  owner: JsonObject,
  { keyword, pointer }: { readonly keyword: string; readonly pointer: string },
): void {
  if (own(owner, keyword) === undefined) return;
  const message = `A surface holds no ${keyword}; it is left out.`;
  lose(reading, keywordLost, { pointer: child(pointer, keyword), message });
}

/** The shape of a whole body, parameter or header. */
export function readRoot(reading: Reading, at: At): Shape {
  const shape = writable(reading, readSchema(reading, at), at.pointer);
  reading.origins.set(shape, at.pointer);
  return shape;
}

/** `application/json`, with parameters or with a suffix such as `+json`. */
function isJson(mediaType: string): boolean {
  const essence = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return essence === 'application/json' || essence.endsWith('+json');
}
