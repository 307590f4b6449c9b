import { readJson } from '../core/json-read.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { formText } from './form-text.js';
import type { RawBody, Report } from './format.js';
import { named } from './http-message-parts.js';
import { fieldsOf } from './postman-fields.js';
import type { Filler } from './postman-variables.js';

/** The body of a request, and the content type that Postman sends where no header says another. */
export interface SentBody {
  readonly body?: RawBody;
  readonly contentType?: string;
}

/** A body in one of Postman's modes. */
export interface BodyInMode {
  readonly mode: Json | undefined;
  /** What is kept under the mode's name. */
  readonly content: Json | undefined;
  readonly at: string;
  /** `options.raw.language`. */
  readonly language?: Json | undefined;
}

const NONE: SentBody = {};
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** The body that was sent. Files, and multipart forms with their boundaries, are not in a collection: such a body is there, and clipped. */
export function sentBody(
  { mode, content, at, language }: BodyInMode,
  { filler, report }: { readonly filler: Filler; readonly report: Report },
): SentBody {
  if (mode === undefined || mode === null || content === undefined || content === null || content === '') return NONE;
  const wrong = (expected: string): SentBody => {
    report(at, `The body is ${named(content)}, expected ${expected}.`);
    return NONE;
  };
  switch (mode) {
    case 'raw': {
      if (typeof content !== 'string') return wrong('a text');
      const body = { at, text: filler.fill(content) };
      return language === 'json' ? { body, contentType: JSON_TYPE } : { body };
    }
    case 'urlencoded': {
      if (typeof content === 'string') return { body: { at, text: filler.fill(content) }, contentType: FORM };
      return isArray(content) ? formOf(fieldsOf(content, filler), at) : wrong('a list of fields');
    }
    case 'graphql':
      return isObject(content) ? queryOf(content, at, filler) : wrong('an object with a query');
    case 'formdata':
    case 'params':
      return { body: { at, text: '', clipped: true }, contentType: 'multipart/form-data' };
    case 'file':
    case 'binary':
      return { body: { at, text: '', clipped: true } };
    default:
      report(at, `The body's mode is ${named(mode)}, expected raw, urlencoded, formdata, graphql or file.`);
      return NONE;
  }
}

function formOf(fields: readonly (readonly [string, string])[], at: string): SentBody {
  return fields.length === 0 ? NONE : { body: { at, text: formText(fields) }, contentType: FORM };
}

/** A GraphQL request, whose variables are kept as the text of a JSON object. */
function queryOf(content: JsonObject, at: string, { fill }: Filler): SentBody {
  const kept = own(content, 'variables') ?? '';
  const text = typeof kept === 'string' ? fill(kept) : '';
  const values = typeof kept === 'string' ? (readJson('', text).value ?? (text === '' ? {} : text)) : kept;
  const query = own(content, 'query') ?? '';
  return { body: { at, json: { query, variables: values } }, contentType: JSON_TYPE };
}
