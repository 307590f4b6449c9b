import type { Json } from './json.js';
import { numberTooLarge } from './text-rules.js';
import type { Rule } from './rule.js';
import { shorten } from './shorten.js';
import { yamlNumber, yamlTag } from './yaml-rules.js';
import { CORE, shortTag } from './yaml-tags.js';

/** A value, or what is wrong with it. */
export type Resolved =
  | { readonly value: Json; readonly rule?: never }
  | { readonly rule: Rule<string>; readonly message: string; readonly value?: never };

const integer = /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const constants: ReadonlyMap<string, null | boolean> = new Map([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
]);

/**
 * The value of a scalar by the core schema of YAML 1.2.2 (section 10.3.2): `yes`, dates and `012_3` are texts.
 * `tag` is resolved, e.g. `tag:yaml.org,2002:int`, or undefined where none is written.
 */
export function resolveScalar(text: string, { plain, tag }: { plain: boolean; tag: string | undefined }): Resolved {
  if (tag === '!' || tag === `${CORE}str`) return { value: text };
  if (tag === undefined) return plain ? resolvePlain(text) : { value: text };
  const resolved = resolvePlain(text);
  if (resolved.rule) return resolved;
  if (tag.startsWith(CORE) && namesOf(resolved.value).includes(tag.slice(CORE.length))) return resolved;
  return {
    rule: yamlTag,
    message: `Found the tag ${shortTag(tag)} on ${shorten(text)}, expected one that fits it in JSON, or none.`,
  };
}

function resolvePlain(text: string): Resolved {
  const constant = constants.get(text);
  if (constant !== undefined) return { value: constant };
  if (notFinite.test(text)) return { rule: yamlNumber, message: `Found the number ${text}, expected a finite one.` };
  const whole = integer.test(text);
  if (!whole && !float.test(text)) return { value: text };
  const value = Number(text);
  if (!Number.isFinite(value)) {
    return {
      rule: numberTooLarge,
      message: `The number ${shorten(text).slice(1, -1)} is too large, expected one below 1.8e308.`,
    };
  }
  return { value: whole && !Number.isSafeInteger(value) ? BigInt(text.replace('+', '')) : value };
}

/** The tags that fit a value. */
function namesOf(value: Json): readonly string[] {
  if (value === null) return ['null'];
  if (typeof value === 'boolean') return ['bool'];
  if (typeof value === 'bigint') return ['int', 'float'];
  return typeof value === 'number' ? (Number.isInteger(value) ? ['int', 'float'] : ['float']) : [];
}
