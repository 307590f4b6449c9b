import { finding, type Finding } from '../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { readKey } from './read-key.js';
import { fleetRules } from './rules.js';
import { targetSchemas } from './schema.js';
import type { Settings } from './target.js';

/** What a target or the defaults say, as far as it is in the right form; the rest is reported. */
export function readSettings(object: JsonObject, at: string, report: (found: Finding) => void): Settings {
  const settings = Object.entries(targetSchemas).flatMap(([name, schema]): [string, unknown][] => {
    const value = own(object, name);
    if (value === undefined || value === null) return []; // `name:` with nothing behind it says nothing
    const pointer = child(at, name);
    if (name === 'key') return pair(name, readKey(value, pointer, report));
    if (name === 'tags') return pair(name, readTags(value, pointer, report));
    const problem = problemOf(name, value, schema);
    if (problem === undefined) return name === 'label' ? [] : [[name, value]];
    report(finding(fleetRules.invalid, { pointer, message: problem }));
    return [];
  });
  return Object.fromEntries(settings) as Settings; // each in the form that it was just found in
}

function pair(name: string, value: unknown): [string, unknown][] {
  return value === undefined ? [] : [[name, value]];
}

/** The keywords of a schema that a text is held against. */
interface TextRules {
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
}

function problemOf(name: string, value: Json, { enum: choices, pattern }: TextRules): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') {
    const quotes = typeof value === 'string' || typeof value === 'object' ? '' : ': put it in quotes';
    return `The ${name} is ${shorten(value)}, expected a text${quotes}.`;
  }
  if (choices && !choices.includes(value)) {
    const texts = choices.map(String);
    return `The ${name} is ${shorten(value)}, expected one of ${texts.join(', ')}.${didYouMean(value, texts)}`;
  }
  if (pattern === undefined || new RegExp(pattern).test(value)) return undefined;
  return `The ${name} is ${shorten(value)}, expected its id, a GUID.`;
}

function readTags(value: Json, at: string, report: (found: Finding) => void): Settings['tags'] {
  if (!isObject(value)) {
    const message = `The tags are ${shorten(value)}, expected a mapping of names to texts.`;
    report(finding(fleetRules.invalid, { pointer: at, message }));
    return undefined;
  }
  const names = new Set<string>();
  const texts = Object.entries(value).filter((entry): entry is [string, string] => {
    const [name, text] = entry;
    const again = names.has(name.toLowerCase());
    names.add(name.toLowerCase());
    if (typeof text === 'string' && !again) return true;
    const message = again
      ? `The tag ${shorten(name)} is there twice: the case of a name does not count.`
      : `The tag ${shorten(name)} is ${shorten(text)}, expected a text: put it in quotes.`;
    report(finding(fleetRules.invalid, { pointer: child(at, name), message }));
    return false;
  });
  return Object.fromEntries(texts);
}
