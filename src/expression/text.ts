import { own } from '../core/json.js';
import { decimalText } from './numbers/decimal.js';
import { doubleText } from './numbers/double-text.js';
import { Failure } from './failure.js';
import { ITEM_WORK, MAX_VALUE_DEPTH } from './limits.js';
import { isDecimal, isFloat, isList, isRecord, isXml, type Value, type ValueObject } from './value.js';
import { writeXml } from './xml/write.js';

/** Counts characters that are made. */
type Spend = (units: number) => void;

/**
 * A value within a text, as string(), concat(), join() and `@{...}` write it: null is empty, a boolean `True` or `False`, a number as .NET
 * writes it, binary content its text, anything else compact JSON.
 */
export function textOf(value: Value, spend: Spend): string {
  const text = plainText(value);
  if (text !== undefined) {
    spend(text.length);
    return text;
  }
  const content = isRecord(value) ? binaryContent(value) : undefined;
  if (content === undefined) return jsonText(value, spend);
  spend(content.base64.length);
  return utf8(Buffer.from(content.base64, 'base64'));
}

function plainText(value: Value): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (isXml(value)) return writeXml(value.node);
  return numberText(value);
}

/** A number as .NET writes it; undefined for anything else. */
export function numberText(value: Value): string | undefined {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : doubleText(value);
  if (isFloat(value)) return doubleText(value.value);
  return isDecimal(value) ? decimalText(value) : undefined;
}

/** Binary content as the service keeps it: its media type, and its bytes in base64. */
export interface BinaryContent {
  readonly type: string;
  readonly base64: string;
}

/** What binary content may have beside its two parts: the fields of a form, the parts of a multipart body. */
const contentKeys = new Set(['$content-type', '$content', '$formdata', '$multipart']);

/** The parts of binary content; undefined for any other object. */
export function binaryContent(value: ValueObject): BinaryContent | undefined {
  const type = own(value, '$content-type');
  const base64 = own(value, '$content');
  if (typeof type !== 'string' || typeof base64 !== 'string') return undefined;
  return Object.keys(value).every((key) => contentKeys.has(key)) ? { type, base64 } : undefined;
}

/** Bytes as text in UTF-8, without a byte-order mark. */
export function utf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** A value as compact JSON, written as the service writes it: a float without a fraction with `.0`. */
export function jsonText(value: Value, spend: Spend): string {
  const parts: string[] = [];
  const put = (text: string) => {
    spend(text.length);
    parts.push(text);
  };
  write(value, { put, spend }, 0);
  return parts.join('');
}

interface Writing {
  readonly put: (text: string) => void;
  readonly spend: Spend;
}

function write(value: Value, writing: Writing, depth: number): void {
  const { put, spend } = writing;
  spend(ITEM_WORK);
  if (depth > MAX_VALUE_DEPTH)
    throw new Failure(`A value is nested deeper than ${MAX_VALUE_DEPTH} levels.`, 'LimitExceeded');
  if (isList(value)) {
    for (const [index, item] of value.entries()) {
      put(index === 0 ? '[' : ',');
      write(item, writing, depth + 1);
    }
    put(value.length === 0 ? '[]' : ']');
  } else if (isRecord(value)) {
    const members = Object.entries(value);
    for (const [index, [key, member]] of members.entries()) {
      put(`${index === 0 ? '{' : ','}${quoted(key)}:`);
      write(member, writing, depth + 1);
    }
    put(members.length === 0 ? '{}' : '}');
  } else put(scalarJson(value));
}

function scalarJson(value: Exclude<Value, readonly Value[] | ValueObject>): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isXml(value)) return quoted(writeXml(value.node));
  const text = numberText(value) ?? '';
  const isWhole = typeof value === 'bigint' || Number.isSafeInteger(value);
  return isWhole || /[.E]/.test(text) ? text : `${text}.0`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u0085\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
