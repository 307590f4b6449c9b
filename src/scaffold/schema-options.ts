import type { JsonObject } from '../core/json.js';
import type { Schema } from '../openapi/types.js';
import { fitting, known, visibility } from './extension-shapes.js';
import { maybe, type Options } from './made.js';
import { flag, text } from './shapes.js';

/** What a person reads of a value. */
export function words(schema: Schema): Options {
  return [
    ['title', maybe(fitting(schema, 'x-ms-summary', text))],
    ['schemaTitle', maybe(schema.title)],
    ['description', maybe(schema.description)],
  ];
}

/** What every schema takes behind its own keywords. */
export function others(schema: Schema): Options {
  const node = schema as JsonObject; // a schema that was read is JSON
  return [
    ['visibility', maybe(fitting(schema, 'x-ms-visibility', visibility))],
    ['dynamic', maybe(known('dynamics', node))],
    ['readOnly', maybe(fitting(schema, 'readOnly', flag))],
    ['example', maybe(schema.example)],
    ['extensions', maybe(known('ofSchemas', node))],
  ];
}

/** The keywords of `names` that the schema has. */
export function plain(schema: Schema, ...names: readonly (keyof Schema & string)[]): Options {
  const node = schema as JsonObject; // as above
  return names.map((name) => [name, maybe(node[name])]);
}
