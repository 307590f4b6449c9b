import type { Json, JsonObject } from '../core/json.js';
import type { Document, Parameter, ValueParameter } from '../openapi/types.js';
import { percentEncoded } from '../wire/parameter-text.js';
import { asText, exampleValue } from './example-value.js';

/** A parameter that is a whole segment of a path, with a name that a variable of Postman can have. */
const WHOLE = /^\{([\w.-]+)\}$/;
const ANY = /\{([^{}]*)\}/g;

/** The address of a request: variables of the path as `:name`, queries that are optional and have no default switched off. */
export function postmanUrl(document: Document, path: string, parameters: readonly Parameter[]): JsonObject {
  const values = parameters.filter((one): one is ValueParameter => one.in === 'path' || one.in === 'query');
  const inPath = new Map(values.filter((one) => one.in === 'path').map((one) => [one.name, one]));
  const segments = path.split('/').filter((_, index) => index > 0);
  const valueOf = (name: string): string => {
    const one = inPath.get(name);
    return one ? asText(exampleValue(document, one, { name, whole: false })) : name;
  };
  const written = segments.map(
    (one) =>
      WHOLE.exec(one)?.[1]?.replace(/^/, ':') ?? one.replace(ANY, (_, name: string) => percentEncoded(valueOf(name))),
  );
  const variables = segments.flatMap((one): Json[] => {
    const name = WHOLE.exec(one)?.[1];
    return name === undefined ? [] : [entry(name, valueOf(name), inPath.get(name))];
  });
  const queries = values.filter((one) => one.in === 'query').map((one) => query(document, one));
  const sent = queries.filter(({ disabled }) => disabled !== true).map(({ key, value }) => `${key}=${value}`);
  return {
    raw: `{{baseUrl}}/${written.join('/')}${sent.length === 0 ? '' : `?${sent.join('&')}`}`,
    host: ['{{baseUrl}}'],
    path: written,
    ...(queries.length > 0 && { query: queries.map((one): Json => ({ ...one })) }),
    ...(variables.length > 0 && { variable: variables }),
  };
}

interface Query {
  readonly key: string;
  readonly value: string;
  readonly disabled?: true;
  readonly description?: string;
}

function query(document: Document, one: ValueParameter): Query {
  const isSent = one.required === true || one.default !== undefined;
  return {
    key: percentEncoded(one.name),
    value: percentEncoded(asText(exampleValue(document, one, { name: one.name, whole: false }))),
    ...(!isSent && { disabled: true }),
    ...(one.description !== undefined && { description: one.description }),
  };
}

function entry(key: string, value: string, one: ValueParameter | undefined): Json {
  return { key, value, ...(one?.description !== undefined && { description: one.description }) };
}
