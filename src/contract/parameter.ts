import { finding } from '../core/finding.js';
import type { Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { checkValue } from '../openapi/check-value.js';
import type { Items, Schema, ValueParameter } from '../openapi/types.js';
import type { Matched } from './matched.js';
import { exchangeRules } from './exchange-rules.js';
import { mismatchRules } from './rules.js';

/** In place of a value of which the recorder kept nothing, neither that it was there nor that it was not. */
export const notRecorded = Symbol('not recorded');

/** What stands in a recording for a value that was a credential: nothing can be said of it. */
export const redacted = 'REDACTED';

/** Reports how the recorded text of a parameter outside the body misses its declaration. */
export function checkParameter(
  { connector, exchange, report }: Matched,
  recorded: {
    readonly parameter: ValueParameter;
    readonly pointer: string;
    readonly value: string | undefined | typeof notRecorded;
  },
): void {
  const { parameter, pointer, value } = recorded;
  const at =
    parameter.in === 'header'
      ? child(`${exchange.pointers.request}/headers`, parameter.name.toLowerCase())
      : child(exchange.pointers.request, 'url');
  const named = `The ${parameter.in} parameter "${parameter.name}"`;
  if (value === notRecorded || value === redacted) return;
  if (value === undefined) {
    if (parameter.required !== true) return;
    const message = `${named} is missing; it is required.`;
    report(finding(mismatchRules['missing-required'], { pointer: at, message, declared: { pointer } }));
    return;
  }
  if (isConstant(parameter)) {
    if (value === String(parameter.default)) return;
    const message = `${named} was ${shorten(value)} when this was recorded; the connector sends ${shorten(parameter.default ?? null)}.`;
    report(
      finding(exchangeRules.otherApiVersion, { pointer: at, message, declared: { pointer: `${pointer}/default` } }),
    );
    return;
  }
  checkValue(typed(value, parameter), {
    document: connector.definition,
    schema: constraintsOf(parameter),
    pointer,
    mismatch: ({ kind, message, declared }) =>
      report(
        finding(mismatchRules[kind], { pointer: at, message: `${named}: ${message}`, declared: { pointer: declared } }),
      ),
  });
}

/** The parameter as a schema: its `required` says something else than a schema's. */
export function constraintsOf(parameter: ValueParameter): Schema {
  const { required: _required, ...keywords } = parameter;
  return keywords;
}

/**
 * A required internal parameter with a default: the connector always sends that one value.
 * An optional one is ignored by the service, default or not. Source: validator, InternalPropertyWithDefaultOptional.
 */
export function isConstant(parameter: ValueParameter): boolean {
  const isSent = parameter.required === true || parameter.in === 'path';
  return isSent && parameter['x-ms-visibility'] === 'internal' && parameter.default !== undefined;
}

const separators = { csv: ',', ssv: ' ', tsv: '\t', pipes: '|', multi: ',' } as const;

/** The value that a text stands for under a declared type; a text that is none of that type stays a text. */
export function typed(text: string, { type, items, collectionFormat = 'csv' }: Items): Json {
  switch (type) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(separators[collectionFormat]).map((part) => typed(part, items ?? {}));
    default:
      return text;
  }
}
