import { parsePlain } from '../core/json-plain.js';
import { readJson } from '../core/json-read.js';
import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { replaceAssigned } from './secret-assignments.js';
import { redactBase64, redactInnerBase64, redactPercent } from './secret-encodings.js';
import { replaceInForm } from './secret-forms.js';
import { replaceMarkedUp } from './secret-markup.js';
import { isSecretField, isSecretName } from './secret-names.js';
import { replaceKnownLooks } from './secret-patterns.js';
import { nameOfField, nameOfItem, namesItems } from './secret-places.js';
import { isSuspicious } from './secret-suspicion.js';
import { hidden } from './secret-values.js';

/** What one redaction carries along. */
export interface Pass {
  /** Counted up for each credential that is replaced. */
  readonly tally: Counter;
  /** How many encodings (JSON in a string, base64, percent escapes) lie around what is looked at. */
  readonly layer: number;
}

interface Counter {
  redactions: number;
}

/** More encodings than anyone puts around one another; each costs a pass. */
const MAX_LAYERS = 6;

/** What stands for a credential in a field or header of this name. */
export function credential(name: string, value: string, tally: Counter): string {
  const after = hidden(name, value);
  if (after !== value) tally.redactions += 1;
  return after;
}

/** The value of a field or header of this name without its credentials. */
export function redactValue(name: string, value: Json, pass: Pass): Json {
  if (typeof value === 'string') return redactNamed(name, value, pass);
  if (typeof value === 'number' || typeof value === 'bigint') {
    return isSecretName(name) ? credential(name, String(value), pass.tally) : value;
  }
  if (isArray(value)) {
    const named = namesItems(name);
    return value.map((item, index) => redactValue(named ? nameOfItem(name, value, index) : name, item, pass));
  }
  return isObject(value) ? redactFields(name, value, pass) : value;
}

/** The name of a field may be a secret too: two of them must not become one. */
function redactFields(name: string, object: JsonObject, pass: Pass): Json {
  const fields = new Map<string, Json>();
  for (const [key, field] of Object.entries(object)) {
    const plain = redactString(key, pass);
    const free = plain === key || !fields.has(plain) ? plain : `${plain} ${fields.size + 1}`;
    fields.set(free, redactValue(nameOfField(key, object, name), field, pass));
  }
  return Object.fromEntries(fields);
}

/** The text of a field or header of this name without its credentials. */
export function redactNamed(name: string, value: string, pass: Pass): string {
  return isSecretField(name, value) ? credential(name, value, pass.tally) : redactString(value, pass);
}

/** A text without its credentials. What is encoded in it is decoded, and encoded again where something was replaced. */
export function redactString(text: string, pass: Pass): string {
  if (!isSuspicious(text)) return text;
  const deeper = { tally: pass.tally, layer: pass.layer + 1 };
  const isTooDeep = deeper.layer > MAX_LAYERS;
  const json = isTooDeep ? undefined : redactJsonText(text, deeper);
  if (json !== undefined) return json;
  const hide = (secret: string, name = '') => credential(name, secret, pass.tally);
  const plain = replaceInForm(isTooDeep ? text : redactEncoded(text, deeper), hide);
  return replaceKnownLooks(replaceMarkedUp(replaceAssigned(plain, hide), hide), hide);
}

/** A text with what is encoded in it redacted: lines of JSON, percent escapes, base64. */
function redactEncoded(text: string, pass: Pass): string {
  const inner = (part: string) => redactString(part, pass);
  const lines = text.replace(
    JSON_LINE,
    (_, before: string, json: string) => before + (redactJsonText(json, pass) ?? json),
  );
  return redactInnerBase64(redactBase64(redactPercent(lines, inner), inner), inner);
}

/** JSON on a line of its own, as in a stream of events or a log. */
const JSON_LINE = /^([ \t]{0,40}(?:[\w-]{1,20}:[ \t]{0,40})?)([{[].*[}\]])(?=[ \t\r]*$)/gm;

/** A text that is JSON, redacted field by field; the same text where that changes nothing, undefined where it is no object or array. */
function redactJsonText(text: string, pass: Pass): string | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const value = parsePlain(text) ?? (isJson(text) ? readJson('', text).value : undefined);
  if (value === undefined) return undefined;
  const before = pass.tally.redactions;
  const redacted = redactValue('', value, pass);
  if (pass.tally.redactions === before) return text;
  return writeJson(redacted, { indent: /^\s*[{[]\s*?\n/.test(text) ? 2 : 0 }).trimEnd();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
