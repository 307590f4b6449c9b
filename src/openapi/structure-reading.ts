import { finding, type Finding } from '../core/finding.js';
import type { Json } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import type { Rule } from '../core/rule.js';
import { shorten } from '../core/shorten.js';
import { expected, type RecordShape, type Shape } from './structure-shape.js';

/** The rule of each way in which a document can differ from its table. */
export interface ShapeRules {
  readonly shape: Rule<unknown>;
  readonly value: Rule<unknown>;
  readonly missingKey: Rule<unknown>;
  readonly unknownKey: Rule<unknown>;
  readonly misplacedReference: Rule<unknown>;
  readonly repeatedItem: Rule<unknown>;
  readonly empty: Rule<unknown>;
}

/** One reading in progress: under which rules, and what it has found so far. */
export interface Reading {
  readonly rules: ShapeRules;
  readonly file: string;
  readonly findings: Finding[];
}

/** A place that reading has come to: its value and the way there. The pointer is made only where it is needed. */
export interface At<Value extends Json = Json> {
  readonly value: Value;
  readonly up?: At;
  readonly token?: string | number;
}

/** The place one level below `up`. */
export function below(up: At, token: string | number, value: Json): At {
  return { value, up, token };
}

/** The JSON Pointer of a place. */
function pointerOf({ up, token }: At): string {
  return up === undefined || token === undefined ? '' : child(pointerOf(up), token);
}

/** The place as a message begins with it: `"paths"`, `"parameters[0]"`, `The document`. */
export function nameOf({ up, token }: At): string {
  if (token === undefined) return 'The document';
  return shorten(typeof token === 'string' ? token : `${up?.token ?? ''}[${token}]`);
}

/** Notes that a rule is broken at a place, in these words. */
export function report(
  { rules, file, findings }: Reading,
  rule: keyof ShapeRules | Rule<unknown>,
  { at, message }: { at: At; message: string },
): undefined {
  findings.push(finding(typeof rule === 'string' ? rules[rule] : rule, { file, pointer: pointerOf(at), message }));
}

/** Notes a value of another JSON kind than its place can hold. */
export function wrongKind(reading: Reading, shape: Shape, at: At): undefined {
  return report(reading, 'shape', { at, message: unexpected(shape, at) });
}

/** Notes a value that is not among those which its place allows. */
export function wrongValue(reading: Reading, shape: Shape, at: At): undefined {
  return report(reading, 'value', { at, message: unexpected(shape, at) });
}

function unexpected(shape: Shape, at: At): string {
  const words = shape.holds === 'text' ? (shape.values ?? []) : [];
  const near = typeof at.value === 'string' ? didYouMean(at.value, words) : '';
  return `${nameOf(at)} is ${shorten(at.value)}, expected ${expected(shape)}.${near}`;
}

/** Notes the absence of a key. */
export function missing(reading: Reading, at: At, [key, shape]: readonly [string, Shape]): undefined {
  return report(reading, 'missingKey', { at, message: `${nameOf(at)} has no "${key}", expected ${expected(shape)}.` });
}

/** Notes a key that is not in the table. */
export function unknownKey(reading: Reading, { noun, fields }: RecordShape, at: At): undefined {
  const key = String(at.token);
  return report(reading, 'unknownKey', {
    at,
    message: `${shorten(key)} is no key of ${noun}.${didYouMean(key, Object.keys(fields))}`,
  });
}

/** Notes a `$ref` where none can stand. */
export function misplacedReference(reading: Reading, at: At): undefined {
  return report(reading, 'misplacedReference', { at, message: `A $ref (${shorten(at.value)}) cannot stand here.` });
}
