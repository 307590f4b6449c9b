import { finding, type Finding } from '../../core/finding.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { configRules } from './rules.js';
import { targetSchemas } from './schema.js';

/** Told of what is wrong. */
export type Report = (found: Finding) => void;

/** The samples of all connectors, and of each by what the file calls it. */
export interface SamplesOf {
  readonly all: readonly string[];
  readonly by: ReadonlyMap<string, readonly string[]>;
}

/** What `target` says, by key, each as words of the command line. */
export type TargetValues = Readonly<Record<string, readonly string[]>>;

const invalid = (pointer: string, message: string): Finding => finding(configRules.configInvalid, { pointer, message });

/** The texts of a list; the rest is reported. */
export function readTexts(value: Json, at: string, report: Report): readonly string[] {
  if (!isArray(value)) {
    report(invalid(at, `The ${at.slice(1)} are ${shorten(value)}, expected a list.`));
    return [];
  }
  return value.flatMap((one, index) => textAt(one, child(at, index), report));
}

function textAt(value: Json, at: string, report: Report): readonly string[] {
  if (typeof value === 'string' && value.trim() !== '') return [value];
  report(invalid(at, `What stands there is ${shorten(value)}, expected a text.`));
  return [];
}

/** A path, a list of them, or either by connector. */
export function readSamples(value: Json, report: Report): SamplesOf {
  if (!isObject(value)) return { all: pathsAt(value, '/samples', report), by: new Map() };
  const by = Object.entries(value).map(
    ([connector, paths]) => [connector, pathsAt(paths, child('/samples', connector), report)] as const,
  );
  return { all: [], by: new Map(by) };
}

function pathsAt(value: Json, at: string, report: Report): readonly string[] {
  return isArray(value)
    ? value.flatMap((one, index) => textAt(one, child(at, index), report))
    : textAt(value, at, report);
}

/** What `target` says in the right form; the rest is reported. */
export function readTarget(value: Json, report: Report): TargetValues {
  if (!isObject(value)) {
    report(invalid('/target', `The target is ${shorten(value)}, expected a mapping with keys such as resourceGroup.`));
    return {};
  }
  const known = Object.keys(targetSchemas);
  for (const key of Object.keys(value).filter((one) => !known.includes(one))) {
    const message = `${shorten(key)} is no key of the target, expected one of ${known.join(', ')}.${didYouMean(key, known)}`;
    report(invalid(child('/target', key), message));
  }
  const { tags: _tags, ...texts } = targetSchemas;
  const said = Object.entries(texts).flatMap(([name, schema]) => {
    const one = own(value, name) ?? undefined;
    const problem = one === undefined ? undefined : problemOf(name, one, schema);
    if (problem !== undefined) report(invalid(child('/target', name), problem));
    return typeof one === 'string' && problem === undefined ? [[name, [one]] as const] : [];
  });
  return { ...Object.fromEntries(said), ...tagsIn(value, report) };
}

/** The keywords of a schema that a text is held against. */
interface TextRules {
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

function problemOf(name: string, value: Json, { enum: choices, pattern }: TextRules): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return `The ${name} is ${shorten(value)}, expected a text.`;
  if (choices && !choices.includes(value))
    return `The ${name} is ${shorten(value)}, expected one of ${choices.join(', ')}.${didYouMean(value, choices)}`;
  if (pattern === undefined || new RegExp(pattern).test(value)) return undefined;
  return `The ${name} is ${shorten(value)}, expected its id, a GUID.`;
}

function tagsIn(target: JsonObject, report: Report): TargetValues {
  const tags = own(target, 'tags') ?? undefined;
  if (tags === undefined) return {};
  if (!isObject(tags)) {
    report(invalid('/target/tags', `The tags are ${shorten(tags)}, expected a mapping of names to texts.`));
    return {};
  }
  const words = Object.entries(tags).flatMap(([name, value]) => {
    if (typeof value === 'string') return [`${name}=${value}`];
    const message = `The tag ${shorten(name)} is ${shorten(value)}, expected a text: put it in quotes.`;
    report(invalid(child('/target/tags', name), message));
    return [];
  });
  return words.length > 0 ? { tags: words } : {};
}
