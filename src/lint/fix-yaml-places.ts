import type { Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';

/** A YAML text that is changed, and its syntax tree, of which scalars are texts. */
export interface YamlSource {
  readonly yaml: typeof import('yaml');
  readonly text: string;
  readonly contents: ParsedNode | null;
}

/** A part of a text, by the offsets of its first character and of the one behind its last, and what is to stand there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A key of a mapping, and its value. */
export type Member = Pair<ParsedNode, ParsedNode | null>;

/** Where the last character of a node is that says something: comments and line ends behind it are no part of that. */
export function contentEnd(source: YamlSource, node: ParsedNode): number {
  const { yaml, text } = source;
  if (yaml.isCollection(node) && (node as YAMLMap.Parsed).flow !== true) {
    const last = (node as YAMLMap.Parsed | YAMLSeq.Parsed).items.at(-1) as Member | ParsedNode | undefined; // a map has pairs, a list nodes
    if (last === undefined) return node.range[1];
    return contentEnd(source, yaml.isPair(last) ? (last.value ?? last.key) : last);
  }
  const [start, end] = node.range;
  return start + text.slice(start, end).trimEnd().length;
}

/** The end of the line of an offset, before what ends it. */
export function lineEnd(text: string, offset: number): number {
  const at = /\r?\n/.exec(text.slice(offset));
  return at ? offset + at.index : text.length;
}
