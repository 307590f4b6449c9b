import { isArray, isObject, own, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import type { OperationAt } from './find-operation.js';
import { keywordInvalid, parameterLost } from './loss-rules.js';
import { readRoot } from './read-content.js';
import { dereferenced, lose, type At, type Reading } from './reading.js';
import type { ParameterSurface, Shape } from './surface.js';

/** A parameter as the specification writes it, OpenAPI 2.0's body among them. */
export interface RawParameter {
  readonly name: string;
  readonly in: string;
  readonly value: JsonObject;
  readonly pointer: string;
}

/** The parameters of an operation and of its path, the operation's first in the place of a path's with the same name and place. */
export function rawParameters(reading: Reading, { item, operation, method, pointer }: OperationAt): RawParameter[] {
  const found = new Map<string, RawParameter>();
  const lists: At[] = [
    { value: own(item, 'parameters'), pointer: child(pointer, 'parameters') },
    { value: own(operation, 'parameters'), pointer: child(child(pointer, method), 'parameters') },
  ];
  for (const list of lists) {
    for (const [index, value] of (isArray(list.value) ? list.value : []).entries()) {
      const at = dereferenced(reading, { value, pointer: child(list.pointer, index) });
      if (at === undefined) continue;
      const parameter = rawParameter(reading, at);
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

function rawParameter(reading: Reading, { value, pointer }: At): RawParameter | undefined {
  const name = isObject(value) ? own(value, 'name') : undefined;
  const place = isObject(value) ? own(value, 'in') : undefined;
  if (isObject(value) && typeof name === 'string' && typeof place === 'string') {
    return { name, in: place, value, pointer };
  }
  lose(reading, keywordInvalid, { pointer, message: `${shorten(value)} is no parameter with a name and a place.` });
  return undefined;
}

/** What a parameter outside a body takes; undefined (a loss) for one that a connector cannot send. */
export function readParameter(reading: Reading, raw: RawParameter): ParameterSurface | undefined {
  const { name, value, pointer } = raw;
  if (raw.in !== 'path' && raw.in !== 'query' && raw.in !== 'header') {
    const message = `The parameter ${shorten(name)} is sent in ${shorten(raw.in)}, where a connector sends nothing.`;
    lose(reading, parameterLost, { pointer, message });
    return undefined;
  }
  loseForm(reading, raw);
  return {
    name,
    in: raw.in,
    ...(own(value, 'required') === true && { required: true }),
    ...(own(value, 'deprecated') === true && { deprecated: true }),
    shape: valueShape(reading, raw),
  };
}

/** How a value is written into a URL or header, where that is not the plain way. */
const forms: Readonly<Record<string, readonly unknown[]>> = {
  style: ['simple', 'form'],
  explode: [],
  allowReserved: [false],
  allowEmptyValue: [false],
  collectionFormat: ['csv'],
  content: [],
};

function loseForm(reading: Reading, { name, value, pointer }: RawParameter): void {
  for (const [keyword, plain] of Object.entries(forms)) {
    const form = own(value, keyword);
    if (form === undefined || plain.includes(form)) continue;
    const message = `The parameter ${shorten(name)} has ${keyword} ${shorten(form)}, which a surface does not hold.`;
    lose(reading, parameterLost, { pointer: child(pointer, keyword), message });
  }
}

/** The keywords of a parameter or header that are not keywords of its value. */
const aboutParameter: ReadonlySet<string> = new Set([...Object.keys(forms), 'name', 'in', 'required', 'deprecated']);

/** The shape of a parameter's or header's value: OpenAPI 3.x has a schema for it, 2.0 the keywords themselves. */
export function valueShape(reading: Reading, { value, pointer }: { value: JsonObject; pointer: string }): Shape {
  const schema = own(value, 'schema');
  if (schema !== undefined) return readRoot(reading, { value: schema, pointer: child(pointer, 'schema') });
  const keywords = Object.entries(value).filter(([keyword]) => !aboutParameter.has(keyword));
  return readRoot(reading, { value: Object.fromEntries(keywords), pointer });
}
