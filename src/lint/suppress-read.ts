import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { suppressRules } from './suppress-rules.js';

/** An entry that says which findings are none, and why. */
export interface Suppression {
  readonly code: string;
  /** The node that it is about, with all below. */
  readonly pointer: string;
  /** As it stands in the entry, where it does: the document that it is about. */
  readonly file: string | undefined;
  /** Where the entry itself stands. */
  readonly at: string;
}

/** What suppressions there are, and what is wrong with the others. The findings have no file. */
export interface Suppressions {
  readonly entries: readonly Suppression[];
  readonly findings: readonly Finding[];
}

/** The extension that holds suppressions, in any object of a definition. */
const ignoreKey = 'x-connector-kit-ignore';
/** How an escape of JSON begins that stands for a character of that key. */
const asciiEscape = '\\u00';

/**
 * The suppressions in a definition: each is about the node that it stands in, unless it names another.
 * `text`: the JSON that it was read from, where that is at hand; it tells sooner that there are none.
 */
export function suppressionsIn(definition: Json, text?: string): Suppressions {
  const entries: Suppression[] = [];
  const findings: Finding[] = [];
  const isNamed = text === undefined || text.includes(ignoreKey) || text.includes(asciiEscape);
  if (!isNamed || !holdsKey(definition)) return { entries, findings };
  const open: { readonly value: Json; readonly path: Path | undefined }[] = [{ value: definition, path: undefined }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path } = at;
    if (typeof value !== 'object' || value === null) continue;
    const own = isObject(value) && Object.hasOwn(value, ignoreKey) ? value[ignoreKey] : undefined;
    if (own !== undefined) {
      const node = pointerOf(path);
      const read = readSuppressions(own, { at: child(node, ignoreKey), node, keys: definitionKeys });
      entries.push(...read.entries);
      findings.push(...read.findings);
    }
    for (const [token, inner] of Object.entries(value)) open.push({ value: inner, path: { token, above: path } });
  }
  return { entries, findings };
}

/** Nearly no definition has suppressions, and this is told without making a thing. A document is not deeper than its reader allows. */
function holdsKey(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isArray(value)) return value.some(holdsKey);
  if (Object.hasOwn(value, ignoreKey)) return true;
  for (const key in value) if (holdsKey(value[key] ?? null)) return true;
  return false;
}

/** The way to a value. Its pointer is made only where it is needed: nearly nowhere. */
interface Path {
  readonly token: string;
  readonly above: Path | undefined;
}

function pointerOf(path: Path | undefined): string {
  const way: string[] = [];
  for (let step = path; step; step = step.above) way.push(step.token);
  return way.reverse().reduce(child, '');
}

const definitionKeys = ['code', 'reason', 'pointer'];

/** The suppressions in a list that stands at `at`; those without a pointer are about `node`. */
export function readSuppressions(
  list: Json,
  { at, node, keys }: { readonly at: string; readonly node: string; readonly keys: readonly string[] },
): Suppressions {
  const entries: Suppression[] = [];
  const findings: Finding[] = [];
  const wrong = (pointer: string, message: string) =>
    findings.push(finding(suppressRules.suppressionInvalid, { pointer, message }));
  if (!isArray(list)) {
    wrong(at, `The suppressions are ${shorten(list)}, expected a list.`);
    return { entries, findings };
  }
  for (const [index, entry] of list.entries()) {
    const here = child(at, index);
    const problem = problemOf(entry, keys);
    if (problem !== undefined) wrong(here, problem);
    else if (isObject(entry)) {
      const text = (key: string) => {
        const value = own(entry, key);
        return typeof value === 'string' ? value : undefined;
      };
      entries.push({ code: text('code') ?? '', pointer: text('pointer') ?? node, file: text('file'), at: here });
    }
  }
  return { entries, findings };
}

function problemOf(entry: Json, keys: readonly string[]): string | undefined {
  if (!isObject(entry)) return `The suppression is ${shorten(entry)}, expected an object with "code" and "reason".`;
  const unknown = Object.keys(entry).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    return `${shorten(unknown)} is no key of a suppression, expected ${keys.join(', ')}.${didYouMean(unknown, keys)}`;
  }
  const { code, reason } = entry;
  if (typeof code !== 'string') return 'The suppression has no "code", expected that of the findings that it is about.';
  if (typeof reason !== 'string' || reason.trim() === '') {
    return `The suppression of ${shorten(code)} has no "reason", expected why its findings are none.`;
  }
  const other = keys.find((key) => Object.hasOwn(entry, key) && typeof entry[key] !== 'string');
  if (other !== undefined) return `The ${other} of the suppression is ${shorten(entry[other])}, expected a text.`;
  const { pointer } = entry;
  const isPointer = typeof pointer !== 'string' || /^(?:\/|$)/.test(pointer);
  return isPointer
    ? undefined
    : `The pointer of the suppression is ${shorten(pointer)}, expected one that begins with "/".`;
}
