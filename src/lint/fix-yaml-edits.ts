import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { isArray, type Json } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import { tokens } from '../core/pointer.js';
import { contentEnd, lineEnd, type Edit, type Member, type YamlSource } from './fix-yaml-places.js';
import { blockMember, keyText, scalarText } from './fix-yaml-layout.js';
import { removals } from './fix-yaml-removals.js';
import type { Fix } from './rule.js';

/** What a fix changes in a YAML text; undefined where it cannot be done there. */
export function editsOf(source: YamlSource, fix: Fix): readonly Edit[] | undefined {
  if ('remove' in fix) {
    const map = nodeAt(source, tokens(fix.from));
    return source.yaml.isMap(map) ? removals(source, map as YAMLMap.Parsed, new Set(fix.remove)) : undefined;
  }
  const path = tokens('rename' in fix ? fix.rename : fix.set);
  if ('set' in fix) {
    const node = nodeAt(source, path);
    return node ? replacements(source, node, fix.value) : addition(source, path, fix.value);
  }
  const map = nodeAt(source, path.slice(0, -1));
  const key = source.yaml.isMap(map) ? memberOf(map as YAMLMap.Parsed, path.at(-1) ?? '')?.key : undefined;
  return key && [replacing(key, keyText(key, fix.to))];
}

/** The node at a path; undefined where there is none, and where it or one on the way stands in several places by an anchor or an alias. */
function nodeAt({ yaml, contents }: YamlSource, path: readonly string[]): ParsedNode | null | undefined {
  let here: ParsedNode | null | undefined = contents;
  for (const token of path) {
    if (!here || isShared(yaml, here)) return undefined;
    if (yaml.isMap(here)) here = memberOf(here as YAMLMap.Parsed, token)?.value;
    else here = yaml.isSeq(here) ? (here as YAMLSeq.Parsed).items[Number(token)] : undefined;
  }
  return here && isShared(yaml, here) ? undefined : here;
}

function isShared(yaml: YamlSource['yaml'], node: ParsedNode): boolean {
  return yaml.isAlias(node) || node.anchor !== undefined;
}

/** The member of that key: of several, the last, which counts. */
function memberOf(map: YAMLMap.Parsed, name: string): Member | undefined {
  return (map.items as readonly Member[]).findLast(({ key }) => 'source' in key && key.source === name); // a parsed map has parsed pairs
}

function replacing({ range: [start, end] }: ParsedNode, replacement: string): Edit {
  return { start, end, replacement };
}

/** Of a list, only the items that differ; any other value in one line. */
function replacements(source: YamlSource, node: ParsedNode, value: Json): readonly Edit[] | undefined {
  const { yaml, text } = source;
  if (yaml.isScalar(node))
    return typeof value === 'object' ? undefined : [replacing(node, scalarText(text, node, value))];
  const isList = isArray(value) && yaml.isSeq(node);
  if (isFlow(node) && !(isList && node.items.length === value.length))
    return [replacing(node, writeJson(value, { indent: 0 }).trim())];
  if (!isList) return undefined;
  const { items } = node as YAMLSeq.Parsed;
  if (value.length === 0) return [{ start: node.range[0], end: contentEnd(source, node), replacement: '[]' }];
  if (items.length !== value.length) return undefined;
  const edits = items.map((item, index) => itemEdits(source, item, value[index] ?? null));
  return edits.every((edit) => edit !== undefined) ? edits.flat() : undefined;
}

/** In brackets or braces. */
const isFlow = (node: ParsedNode): boolean => 'flow' in node && node.flow === true;

function itemEdits(source: YamlSource, item: ParsedNode, value: Json): readonly Edit[] | undefined {
  if (!source.yaml.isScalar(item) || isShared(source.yaml, item)) return undefined;
  if (item.source === String(value) && (typeof value === 'string') === (item.type !== 'PLAIN')) return [];
  return replacements(source, item, value);
}

/** A new member at the end of the mapping that the path leads into, with all that is missing on the way. */
function addition(source: YamlSource, path: readonly string[], value: Json): readonly Edit[] | undefined {
  const name = path.at(-1);
  if (name === undefined) return undefined;
  const member = Object.fromEntries([[name, value]]);
  const above = path.slice(0, -1);
  const holder = nodeAt(source, above);
  if (!holder) return addition(source, above, member);
  if (!source.yaml.isMap(holder)) return undefined;
  const map = holder as YAMLMap.Parsed;
  if (memberOf(map, name)) return undefined; // it stands for what stands elsewhere
  const last = (map.items as readonly Member[]).at(-1); // a parsed map has parsed pairs
  if (map.flow !== true && last) {
    const end = lineEnd(source.text, contentEnd(source, last.value ?? last.key));
    return [{ start: end, end, replacement: blockMember(source, map, member) }];
  }
  const inner = writeJson(member, { indent: 0 }).trim().slice(1, -1);
  if (!last) return [replacing(map, `{ ${inner} }`)];
  const [, at] = (last.value ?? last.key).range;
  return [{ start: at, end: at, replacement: `, ${inner}` }];
}
