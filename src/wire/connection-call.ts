import { own, type Json } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Document, ValueParameter } from '../openapi/types.js';
import { parametersOf, type OperationAt } from '../openapi/walk.js';
import { bodyWithDefaults } from './body-defaults.js';
import { encodedInPath, valuesOf } from './parameter-text.js';

/** A call of a connection as a workflow stores it: the inputs of an ApiConnection step with its expressions evaluated. */
export interface ConnectionCall {
  /** In any case. */
  readonly method: string;
  /** Without the base path; what stands in place of a parameter is percent-encoded already. */
  readonly path: string;
  /** A list is sent as the parameter repeated. */
  readonly queries?: Readonly<Record<string, Json>>;
  readonly headers?: Readonly<Record<string, Json>>;
  /** A JSON value; a text as it goes on the wire; or `{ "$content-type", "$content" | "$multipart" }`. */
  readonly body?: Json;
}

/** What a person gives for one call. */
export interface CallInputs {
  /** Parameters outside the body by name. `null` leaves one out that has a default. */
  readonly parameters?: Readonly<Record<string, Json>>;
  readonly body?: Json;
  /** The body is sent as it was given: what it lacks gets no default that a person could see. */
  readonly isWholeBody?: boolean;
  /** What is required may be missing, but for what stands in the path: the service is to judge that. */
  readonly mayLack?: boolean;
}

/** The call, or what is wrong with the inputs: a sentence each. */
export type MadeCall =
  | { readonly call: ConnectionCall; readonly problems?: never }
  | { readonly problems: readonly string[]; readonly call?: never };

/**
 * The call that the designer's step would make of an operation: values in their places, defaults for what is not given.
 * An optional internal parameter is left out, default or not: the service ignores it. Source: validator, InternalPropertyWithDefaultOptional.
 */
export function callOf(document: Document, at: OperationAt, inputs: CallInputs): MadeCall {
  const { parameters = {}, body } = inputs;
  const declared = parametersOf(document, at.item, at.operation).map(({ parameter }) => parameter);
  const values = declared.filter((one): one is ValueParameter => one.in !== 'body');
  const bodyParameter = declared.find((one) => one.in === 'body');
  const given = values.flatMap((parameter) => {
    const value = givenFor(parameter, parameters);
    return value === undefined ? [] : [{ parameter, value }];
  });
  const isFilled = bodyParameter !== undefined && !(inputs.isWholeBody && body !== undefined);
  const whole = isFilled ? bodyWithDefaults(document, { parameter: bodyParameter, body, all: true }) : body;
  const lacking = inputs.mayLack ? values.filter((one) => one.in === 'path') : values;
  const problems = [
    ...unknownNames(parameters, values),
    ...lacking.filter((one) => isMissing(one, given)).map(({ in: place, name }) => missing(place, name)),
    ...(bodyParameter?.required && whole === undefined ? [missing('body', bodyParameter.name)] : []),
    ...(body !== undefined && !bodyParameter ? ['The operation takes no body, expected none.'] : []),
  ];
  return problems.length > 0 ? { problems } : { call: placed(at, given, whole) };
}

interface Given {
  readonly parameter: ValueParameter;
  readonly value: Json;
}

function givenFor(parameter: ValueParameter, parameters: Readonly<Record<string, Json>>): Json | undefined {
  const value = own(parameters, parameter.name);
  if (value !== undefined) return value === null ? undefined : value;
  const isIgnored = parameter['x-ms-visibility'] === 'internal' && parameter.required !== true;
  return isIgnored ? undefined : parameter.default;
}

function unknownNames(parameters: Readonly<Record<string, Json>>, values: readonly ValueParameter[]): string[] {
  const names = values.map(({ name }) => name);
  const unknown = Object.keys(parameters).filter((name) => !names.includes(name));
  return unknown.map((name) => `The operation has no parameter ${shorten(name)}.${didYouMean(name, names)}`);
}

function isMissing(parameter: ValueParameter, given: readonly Given[]): boolean {
  const needed = parameter.required === true || parameter.in === 'path';
  const found = given.find((one) => one.parameter === parameter);
  return needed && (found === undefined || (parameter.in === 'path' && found.value === ''));
}

function missing(place: string, name: string): string {
  return `The ${place} parameter ${shorten(name)} is missing; it is required.`;
}

function placed({ method, path }: OperationAt, given: readonly Given[], body: Json | undefined): ConnectionCall {
  const those = (where: ValueParameter['in']) => given.filter(({ parameter }) => parameter.in === where);
  const named = (where: 'query' | 'header') =>
    Object.fromEntries(
      those(where).map(({ parameter, value }) => [parameter.name, onlyOne(valuesOf(value, parameter))]),
    );
  const fields = those('formData');
  return {
    method,
    path: filled(path, those('path')),
    ...(those('query').length > 0 && { queries: named('query') }),
    ...(those('header').length > 0 && { headers: named('header') }),
    ...(fields.length > 0 ? { body: form(fields) } : body !== undefined && { body }),
  };
}

function onlyOne(texts: readonly string[]): Json {
  const [first = '', ...more] = texts;
  return more.length === 0 ? first : texts;
}

function filled(template: string, given: readonly Given[]): string {
  const byName = new Map(given.map(({ parameter, value }) => [parameter.name, encodedInPath(value, parameter)]));
  return template.replaceAll(/\{([^{}]*)\}/g, (placeholder, name: string) => byName.get(name) ?? placeholder);
}

/** A form as the designer stores one, whatever kind of form the operation consumes. */
function form(fields: readonly Given[]): Json {
  const $multipart = fields.flatMap(({ parameter, value }) =>
    (parameter.type === 'file' ? [value] : valuesOf(value, parameter)).map((body) => ({
      headers: { 'Content-Disposition': `form-data; name="${parameter.name.replaceAll('"', '%22')}"` },
      body,
    })),
  );
  return { '$content-type': 'multipart/form-data', $multipart };
}
