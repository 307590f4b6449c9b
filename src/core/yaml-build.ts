import type { Alias, Document, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { MAX_DEPTH } from './limits.js';
import { child } from './pointer.js';
import { shorten } from './shorten.js';
import { listPart, mappingPart, scalarPart, type Part } from './yaml-part.js';
import { affords, readMerge, refuse, tooDeep, type At, type Reading } from './yaml-reading.js';
import { yamlAliasLimit, yamlDuplicateKey, yamlKey, yamlSyntax, yamlTag } from './yaml-rules.js';
import { resolveScalar } from './yaml-scalar.js';
import { binaryPart, CORE, foreignKey, isBinary, isOlderText, jsonTag, shortTag } from './yaml-tags.js';

/** What a parsed document is as JSON; `readable` is false where it holds what JSON cannot. */
export function buildYaml(
  document: Document.Parsed,
  { yaml, report, foreignTags }: Pick<Reading, 'yaml' | 'report' | 'foreignTags'>,
): { readonly part: Part; readonly readable: boolean } {
  const reading: Reading = { yaml, report, foreignTags, anchors: new Map(), aliased: 0, merged: 0, readable: true };
  const part = readNode(reading, document.contents, { pointer: '', above: 0 });
  return { part, readable: reading.readable };
}

function readNode(reading: Reading, node: ParsedNode | null, at: At): Part {
  const { yaml, anchors } = reading;
  if (node === null) return scalarPart(null, 0);
  if (yaml.isAlias(node)) return readAlias(reading, node, at);
  const { anchor } = node;
  if (anchor !== undefined) anchors.set(anchor, 'open');
  const part = yaml.isScalar(node) ? readScalar(reading, node, at) : readCollection(reading, node, at);
  if (anchor !== undefined && anchors.get(anchor) === 'open') anchors.set(anchor, part);
  return part;
}

function readAlias(reading: Reading, node: Alias.Parsed, { pointer, above }: At): Part {
  const offset = node.range[0];
  const target = reading.anchors.get(node.source);
  const name = shorten(`*${node.source}`);
  if (target === undefined) {
    const message = `The alias ${name} has no anchor, expected one before it.`;
    return refuse(reading, yamlSyntax, { offset, pointer, message });
  }
  if (target === 'open') {
    const message = `The alias ${name} stands for a value that holds it, expected one that ends before it.`;
    return refuse(reading, yamlAliasLimit, { offset, pointer, message });
  }
  if (above + target.levels > MAX_DEPTH) return tooDeep(reading, { offset, pointer });
  const affordable = affords(reading, 'aliased', { count: target.size, by: `the alias ${name}`, offset, pointer });
  return affordable ? { ...target, offset } : scalarPart(null, offset);
}

function readScalar(reading: Reading, node: Scalar.Parsed, { pointer, above }: At): Part {
  const offset = node.range[0];
  if (reading.foreignTags && isBinary(node.tag)) {
    return above === MAX_DEPTH ? tooDeep(reading, { offset, pointer }) : binaryPart(node.source, offset);
  }
  const plain = node.type === 'PLAIN' && !(reading.foreignTags && isOlderText(node.source));
  const resolved = resolveScalar(node.source, { plain, tag: tagOf(reading, node) });
  if (resolved.rule) return refuse(reading, resolved.rule, { offset, pointer, message: resolved.message });
  return scalarPart(resolved.value, offset);
}

/** The tag that counts: where tags of others are allowed, only one of JSON's types does. */
function tagOf({ foreignTags }: Reading, { tag }: ParsedNode): string | undefined {
  return foreignTags ? jsonTag(tag) : tag;
}

function readCollection(reading: Reading, node: YAMLMap.Parsed | YAMLSeq.Parsed, at: At): Part {
  const offset = node.range[0];
  const { pointer, above } = at;
  if (above === MAX_DEPTH) return tooDeep(reading, { offset, pointer });
  const [kind, type] = reading.yaml.isMap(node) ? ['mapping', 'map'] : ['list', 'seq'];
  const tag = tagOf(reading, node);
  if (tag !== undefined && tag !== `${CORE}${type}`) {
    const message = `Found the tag ${shortTag(tag)} on a ${kind}, expected "!!${type}" or none.`;
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
    // A list of a hundred thousand mappings is no list of arguments.
    if (!isMergeKey(reading, key)) own.set(name, part);
    else for (const source of readMerge(reading, part, { offset, pointer: at.pointer })) merged.push(source);
  }
  return mappingPart(own, merged, node.range[0]);
}

/** A key is taken as it is written: `200`, `true` and `1.10` are the texts "200", "true" and "1.10". */
function readKey(reading: Reading, key: ParsedNode, pointer: string): string | undefined {
  const { yaml, foreignTags } = reading;
  if (yaml.isScalar(key) && key.anchor === undefined && key.tag === undefined) return key.source;
  const part = readNode(reading, key, { pointer, above: 0 });
  const foreign = foreignTags && (key.tag !== undefined || yaml.isAlias(key)) ? foreignKey(part.value) : undefined;
  if (foreign !== undefined) return foreign;
  if (yaml.isScalar(key)) return key.source;
  if (yaml.isAlias(key) && part.children === undefined) return String(part.value);
  const message = `Found the key ${shorten(part.value)}, expected a text.`;
  refuse(reading, yamlKey, { offset: key.range[0], pointer, message });
  return undefined;
}

function isMergeKey({ yaml }: Reading, key: ParsedNode): boolean {
  return yaml.isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}
