import type { Alias, Document, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { MAX_DEPTH } from './limits.js';
import { child } from './pointer.js';
import type { Rule } from './rule.js';
import { shorten } from './shorten.js';
import type { Report } from './text-findings.js';
import { documentTooDeep } from './text-rules.js';
import { listPart, mappingPart, mergeSources, scalarPart, type Part } from './yaml-part.js';
import { yamlAliasLimit, yamlDuplicateKey, yamlKey, yamlMergeKey, yamlSyntax, yamlTag } from './yaml-rules.js';
import { resolveScalar, shortTag } from './yaml-scalar.js';

/** How many values the aliases of a document may stand for. What real files share is some hundreds of lines. */
export const MAX_ALIASED_VALUES = 100_000;

interface Reading {
  readonly yaml: typeof import('yaml');
  readonly report: Report;
  /** By name, the latest; `open` while it is read, so that one that holds itself is seen. */
  readonly anchors: Map<string, Part | 'open'>;
  /** How many values the aliases so far stand for. */
  aliased: number;
  /** False once there was something that JSON cannot hold. */
  readable: boolean;
}

/** Where a node stands: its pointer, and how many levels there are above it. */
interface At {
  readonly pointer: string;
  readonly above: number;
}

/** What a parsed document is as JSON; `readable` is false where it holds what JSON cannot. */
export function buildYaml(
  yaml: typeof import('yaml'),
  document: Document.Parsed,
  report: Report,
): { readonly part: Part; readonly readable: boolean } {
  const reading: Reading = { yaml, report, anchors: new Map(), aliased: 0, readable: true };
  const part = readNode(reading, document.contents, { pointer: '', above: 0 });
  return { part, readable: reading.readable };
}

function readNode(reading: Reading, node: ParsedNode | null, at: At): Part {
  const { yaml, anchors } = reading;
  if (node === null) return scalarPart(null, 0);
  if (yaml.isAlias(node)) return readAlias(reading, node, at);
  const { anchor } = node;
  if (anchor !== undefined) anchors.set(anchor, 'open');
  const part = yaml.isScalar(node) ? readScalar(reading, node, at.pointer) : readCollection(reading, node, at);
  if (anchor !== undefined && anchors.get(anchor) === 'open') anchors.set(anchor, part);
  return part;
}

function readAlias(reading: Reading, node: Alias.Parsed, { pointer, above }: At): Part {
  const offset = node.range[0];
  const target = reading.anchors.get(node.source);
  const name = shorten(`*${node.source}`);
  if (target === undefined) {
    return refuse(reading, yamlSyntax, {
      offset,
      pointer,
      message: `The alias ${name} has no anchor, expected one before it.`,
    });
  }
  if (target === 'open') {
    const message = `The alias ${name} stands for a value that holds it, expected one that ends before it.`;
    return refuse(reading, yamlAliasLimit, { offset, pointer, message });
  }
  if (above + target.levels > MAX_DEPTH) return tooDeep(reading, offset, pointer);
  const before = reading.aliased;
  reading.aliased += target.size;
  if (reading.aliased <= MAX_ALIASED_VALUES) return { ...target, offset };
  if (before > MAX_ALIASED_VALUES) return scalarPart(null, offset);
  const message = `With the alias ${name} the aliases stand for more than ${MAX_ALIASED_VALUES} values, expected fewer.`;
  return refuse(reading, yamlAliasLimit, { offset, pointer, message });
}

function readScalar(reading: Reading, node: Scalar.Parsed, pointer: string): Part {
  const offset = node.range[0];
  const resolved = resolveScalar(node.source, { plain: node.type === 'PLAIN', tag: node.tag });
  if (resolved.rule) return refuse(reading, resolved.rule, { offset, pointer, message: resolved.message });
  return scalarPart(resolved.value, offset);
}

function readCollection(reading: Reading, node: YAMLMap.Parsed | YAMLSeq.Parsed, at: At): Part {
  const offset = node.range[0];
  const { pointer, above } = at;
  if (above === MAX_DEPTH) return tooDeep(reading, offset, pointer);
  const [kind, tag] = reading.yaml.isMap(node) ? ['mapping', 'map'] : ['list', 'seq'];
  if (node.tag !== undefined && node.tag !== `tag:yaml.org,2002:${tag}`) {
    const message = `Found the tag ${shortTag(node.tag)} on a ${kind}, expected "!!${tag}" or none.`;
    return refuse(reading, yamlTag, { offset, pointer, message });
  }
  if (reading.yaml.isMap(node)) return readMapping(reading, node, at);
  const below = above + 1;
  return listPart(
    node.items.map((item, index) => readNode(reading, item, { pointer: child(pointer, index), above: below })),
    offset,
  );
}

function readMapping(reading: Reading, node: YAMLMap.Parsed, { pointer, above }: At): Part {
  const own = new Map<string, Part>();
  const merged: Part[] = [];
  const keyOffsets = new Map<string, number>();
  for (const { key, value } of node.items) {
    const name = readKey(reading, key, pointer);
    if (name === undefined) continue;
    const at = { pointer: child(pointer, name), above: above + 1 };
    const offset = key.range[0];
    const first = keyOffsets.get(name);
    if (first === undefined) keyOffsets.set(name, offset);
    else {
      const message = `The key ${shorten(name)} stands twice in one mapping, expected once: the last one counts.`;
      reading.report(yamlDuplicateKey, { offset, pointer: at.pointer, message, first });
    }
    const part = value === null ? scalarPart(null, offset) : readNode(reading, value, at);
    if (isMergeKey(reading, key)) merged.push(...readMerge(reading, part, { offset, pointer: at.pointer }));
    else own.set(name, part);
  }
  return mappingPart(own, merged, node.range[0]);
}

/** A key is taken as it is written: `200`, `true` and `1.10` are the texts "200", "true" and "1.10". */
function readKey(reading: Reading, key: ParsedNode, pointer: string): string | undefined {
  const { yaml } = reading;
  if (yaml.isScalar(key) && key.anchor === undefined && key.tag === undefined) return key.source;
  const part = readNode(reading, key, { pointer, above: 0 });
  if (yaml.isScalar(key)) return key.source;
  if (yaml.isAlias(key) && part.children === undefined) return String(part.value);
  const message = `Found the key ${shorten(part.value)}, expected a text.`;
  refuse(reading, yamlKey, { offset: key.range[0], pointer, message });
  return undefined;
}

function isMergeKey({ yaml }: Reading, key: ParsedNode): boolean {
  return yaml.isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

function readMerge(reading: Reading, part: Part, where: { offset: number; pointer: string }): readonly Part[] {
  const sources = mergeSources(part);
  if (sources) return sources;
  refuse(reading, yamlMergeKey, {
    ...where,
    message: `Found ${shorten(part.value)} to merge, expected a mapping or a list of mappings.`,
  });
  return [];
}

function tooDeep(reading: Reading, offset: number, pointer: string): Part {
  const message = `Found nesting deeper than the ${MAX_DEPTH} levels that were expected at most.`;
  return refuse(reading, documentTooDeep, { offset, pointer, message });
}

/** Reports what JSON cannot hold, and gives null in its place. */
function refuse(reading: Reading, rule: Rule<string>, trouble: Parameters<Report>[1]): Part {
  reading.readable = false;
  reading.report(rule, trouble);
  return scalarPart(null, trouble.offset);
}
