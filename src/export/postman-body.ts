import type { Json, JsonObject } from '../core/json.js';
import type { BodyParameter, Document, Operation, Parameter, ValueParameter } from '../openapi/types.js';
import { exampleBody } from './example-body.js';
import { asText, exampleValue } from './example-value.js';

/** The body of a request, and the content type that goes with it; a form names its own. */
export interface PostmanBody {
  readonly body: JsonObject;
  readonly contentType?: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** The example of an operation's body; undefined where it takes none. */
export function postmanBody(
  document: Document,
  operation: Operation,
  parameters: readonly Parameter[],
): PostmanBody | undefined {
  const consumes = operation.consumes ?? document.consumes ?? [];
  const body = parameters.find((one): one is BodyParameter => one.in === 'body');
  if (body) return rawBody(document, body, consumes);
  const fields = parameters.filter((one): one is ValueParameter => one.in === 'formData');
  if (fields.length === 0) return undefined;
  const isPlain = consumes.includes(FORM) && fields.every(({ type }) => type !== 'file');
  const mode = isPlain ? 'urlencoded' : 'formdata';
  return { body: { mode, [mode]: fields.map((one) => field(document, one, isPlain)) } };
}

function rawBody(document: Document, { name, schema }: BodyParameter, consumes: readonly string[]): PostmanBody {
  const value = exampleValue(document, schema, { name, whole: false });
  const body = exampleBody(value, consumes) ?? exampleBody(value, []);
  const { text: raw = '', contentType, isJson = false } = body ?? {};
  return {
    ...(contentType !== undefined && { contentType }),
    body: { mode: 'raw', raw, options: { raw: { language: isJson ? 'json' : 'text' } } },
  };
}

function field(document: Document, one: ValueParameter, isPlain: boolean): Json {
  const rest = {
    ...(one.required !== true && { disabled: true }),
    ...(one.description !== undefined && { description: one.description }),
  };
  if (one.type === 'file') return { key: one.name, type: 'file', src: [], ...rest };
  const value = asText(exampleValue(document, one, { name: one.name, whole: false }));
  return { key: one.name, value, ...(!isPlain && { type: 'text' }), ...rest };
}
