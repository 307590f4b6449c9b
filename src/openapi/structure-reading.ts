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

/** One reading in progress: under which rules, what it has found so far, and where it is. */
export interface Reading {
  readonly rules: ShapeRules;
  readonly file: string;
  readonly findings: Finding[];
  /** The way to the place that is being read. A pointer is made of it only where something is wrong. */
  readonly path: (string | number)[];
}

/** The place as a message begins with it: `"paths"`, `"parameters[0]"`, `The document`. */
export function nameOf({ path }: Reading): string {
  const token = path.at(-1);
  if (token === undefined) return 'The document';
  return shorten(typeof token === 'string' ? token : `${path.at(-2) ?? ''}[${token}]`);
}

/** Notes that a rule is broken at the place that is being read, in these words. */
export function report(
  { rules, file, findings, path }: Reading,
  rule: keyof ShapeRules | Rule<unknown>,
  message: string,
): undefined {
  const pointer = path.reduce<string>(child, '');
  findings.push(finding(typeof rule === 'string' ? rules[rule] : rule, { file, pointer, message }));
}

/** Notes something of the place one level below the one that is being read. */
export function below(reading: Reading, token: string | number, note: () => undefined): undefined {
  reading.path.push(token);
  note();
  reading.path.pop();
}

/** Notes a value of another JSON kind than its place can hold. */
export function wrongKind(reading: Reading, shape: Shape, value: Json): undefined {
  return report(reading, 'shape', unexpected(reading, shape, value));
}

/** Notes a value that is not among those which its place allows. */
export function wrongValue(reading: Reading, shape: Shape, value: Json): undefined {
  return report(reading, 'value', unexpected(reading, shape, value));
}

function unexpected(reading: Reading, shape: Shape, value: Json): string {
  const words = shape.holds === 'text' ? (shape.values ?? []) : [];
  const near = typeof value === 'string' ? didYouMean(value, words) : '';
  return `${nameOf(reading)} is ${shorten(value)}, expected ${expected(shape)}.${near}`;
}

/** Notes the absence of a key. */
export function missing(reading: Reading, key: string, shape: Shape): undefined {
  return report(reading, 'missingKey', `${nameOf(reading)} has no "${key}", expected ${expected(shape)}.`);
}

/** Notes a key that is not in the table. */
export function unknownKey(reading: Reading, { noun, fields }: RecordShape, key: string): undefined {
  const near = didYouMean(key, Object.keys(fields));
  return report(reading, 'unknownKey', `${shorten(key)} is no key of ${noun}.${near}`);
}

/** Notes a `$ref` where none can stand. */
export function misplacedReference(reading: Reading, ref: string): undefined {
  return report(reading, 'misplacedReference', `A $ref (${shorten(ref)}) cannot stand here.`);
}
