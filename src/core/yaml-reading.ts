import { MAX_DEPTH } from './limits.js';
import type { Rule } from './rule.js';
import { shorten } from './shorten.js';
import type { Report, Trouble } from './text-findings.js';
import { documentTooDeep } from './text-rules.js';
import { mergeSources, scalarPart, type Part } from './yaml-part.js';
import { yamlAliasLimit, yamlMergeKey } from './yaml-rules.js';

/** How many values the aliases of a document may stand for, and its merge keys. What real files share is some hundreds of lines. */
export const MAX_ALIASED_VALUES = 100_000;

/** What is known while a document is read. */
export interface Reading {
  readonly yaml: typeof import('yaml');
  readonly report: Report;
  /** Whether tags of other languages and tools are allowed. */
  readonly foreignTags: boolean;
  /** By name, the latest; `open` while it is read, so that one that holds itself is seen. */
  readonly anchors: Map<string, Part | 'open'>;
  /** How many values the aliases so far stand for. */
  aliased: number;
  /** How many values the merge keys so far have copied. */
  merged: number;
  /** False once there was something that JSON cannot hold. */
  readable: boolean;
}

/** Where a node stands: its pointer, and how many levels there are above it. */
export interface At {
  readonly pointer: string;
  readonly above: number;
}

type Where = Pick<Trouble, 'offset' | 'pointer'>;

/** Reports what JSON cannot hold, and gives null in its place. */
export function refuse(reading: Reading, rule: Rule<string>, trouble: Trouble): Part {
  reading.readable = false;
  reading.report(rule, trouble);
  return scalarPart(null, trouble.offset);
}

/** Refuses what is nested deeper than is allowed. */
export function tooDeep(reading: Reading, { offset, pointer }: Where): Part {
  const message = `Found nesting deeper than the ${MAX_DEPTH} levels that were expected at most.`;
  return refuse(reading, documentTooDeep, { offset, pointer, message });
}

/** Counts values that are aliased or merged. False from the limit on, where it is reported once. */
export function affords(
  reading: Reading,
  how: 'aliased' | 'merged',
  { count, by, ...where }: Where & { readonly count: number; readonly by: string },
): boolean {
  const before = reading[how];
  reading[how] += count;
  if (reading[how] <= MAX_ALIASED_VALUES) return true;
  const message = `With ${by} the aliases stand for more than ${MAX_ALIASED_VALUES} values, expected fewer.`;
  if (before <= MAX_ALIASED_VALUES) refuse(reading, yamlAliasLimit, { ...where, message });
  return false;
}

/** The mappings that a merge key names. */
export function readMerge(reading: Reading, part: Part, where: Where): readonly Part[] {
  const sources = mergeSources(part);
  if (sources) {
    const count = sources.reduce((sum, { value }) => sum + Object.keys(value ?? {}).length, 0);
    return affords(reading, 'merged', { ...where, count, by: 'the merge key "<<"' }) ? sources : [];
  }
  const message = `Found ${shorten(part.value)} to merge, expected a mapping or a list of mappings.`;
  refuse(reading, yamlMergeKey, { ...where, message });
  return [];
}
