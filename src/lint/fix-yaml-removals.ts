import type { YAMLMap } from 'yaml';
import { contentEnd, lineEnd, type Edit, type Member, type YamlSource } from './fix-yaml-places.js';

/** What takes members from a mapping; undefined where none would be left. */
export function removals(
  source: YamlSource,
  map: YAMLMap.Parsed,
  names: ReadonlySet<string>,
): readonly Edit[] | undefined {
  const members = (map.items as readonly Member[]).map(({ key, value }) => ({
    start: key.range[0],
    end: contentEnd(source, value ?? key),
    goes: 'source' in key && key.source !== undefined && names.has(key.source),
  }));
  if (members.every(({ goes }) => goes) || !members.some(({ goes }) => goes)) return undefined;
  return map.flow === true ? fromFlow(members) : fromBlock(source.text, members);
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly goes: boolean;
}

/** With the comma behind it, or, at the end, before it. */
function fromFlow(members: readonly Range[]): readonly Edit[] {
  const lastKept = members.findLastIndex(({ goes }) => !goes);
  return members.flatMap(({ start, end, goes }, index) => {
    if (!goes) return [];
    const before = members[index - 1];
    const next = members[index + 1];
    if (index > lastKept) return [{ start: before?.end ?? start, end, replacement: '' }];
    return [{ start, end: next?.start ?? end, replacement: '' }];
  });
}

/** Its lines; what stands before the first member in its line (the dash of a list) goes to the next one that is kept. */
function fromBlock(text: string, members: readonly Range[]): readonly Edit[] {
  const firstKept = members.findIndex(({ goes }) => !goes);
  return members.flatMap(({ start, end, goes }, index) => {
    if (!goes) return [];
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const isAlone = text.slice(lineStart, start).trim() === '';
    const next = members[index + 1];
    if (index < firstKept && next && !(index === 0 && isAlone)) return [{ start, end: next.start, replacement: '' }];
    const after = lineEnd(text, end);
    const lineEndLength = /^\r?\n/.exec(text.slice(after, after + 2))?.[0].length ?? 0;
    return [{ start: lineStart, end: after + lineEndLength, replacement: '' }];
  });
}
