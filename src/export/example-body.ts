import { isArray, isObject, type Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { asText } from './example-value.js';

/** A body as text. */
export interface ExampleBody {
  readonly text: string;
  readonly contentType: string;
  readonly isJson: boolean;
}

const JSON_TYPE = 'application/json';

/** An example as the body of a message: JSON where one of the types is. Undefined where it cannot be written as what the types say. */
export function exampleBody(value: Json, types: readonly string[]): ExampleBody | undefined {
  const json = types.length === 0 ? JSON_TYPE : types.find((one) => /\b(?:json|\*)/i.test(one));
  if (json !== undefined)
    return { text: writeJson(value).trimEnd(), contentType: json.includes('*') ? JSON_TYPE : json, isJson: true };
  const [contentType = ''] = types;
  return isArray(value) || isObject(value) ? undefined : { text: asText(value), contentType, isJson: false };
}
