import type { ParsedNode, Scalar, YAMLMap } from 'yaml';
import type { Json, JsonObject } from '../core/json.js';
import { writeJson } from '../core/json-write.js';
import type { YamlSource } from './fix-yaml-places.js';

/** Texts that any reader of YAML takes for texts, as they stand. */
const plainly = /^[A-Za-z](?:[\w/().-]| (?=\S))*$/;
const meansOther = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

const isPlain = (text: string): boolean => plainly.test(text) && !meansOther.test(text);

/** A scalar in the place of another one, quoted as that is where it can be. */
export function scalarText(text: string, node: Scalar.Parsed, value: Json): string {
  const [start, end] = node.range;
  const written = typeof value === 'string' ? quoted(node, value) : writeJson(value, { indent: 0 }).trim();
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  if (isBlock && text.slice(start, end).endsWith('\n')) return `${written}\n`;
  return start === end ? ` ${written}` : written; // a key without a value ends in its colon
}

/** A key in the place of another one. */
export function keyText(key: ParsedNode, to: string): string {
  return quoted(key, to);
}

function quoted(node: ParsedNode, value: string): string {
  const type = 'type' in node ? node.type : undefined;
  const isSimple = /^[\x20-\x7E]*$/.test(value);
  if (type === 'QUOTE_SINGLE' && isSimple) return `'${value.replaceAll("'", "''")}'`;
  return type === 'PLAIN' && isPlain(value) ? value : writeJson(value, { indent: 0 }).trim();
}

/** A new member behind the last one of a block mapping: the lines that it takes, each begun by a line end. */
export function blockMember({ yaml, text }: YamlSource, map: YAMLMap.Parsed, member: JsonObject): string {
  const [start] = map.items[0]?.key.range ?? map.range;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = yaml.stringify(member, { lineWidth: 0 }).trimEnd().split('\n');
  return lines.map((line) => newline + indent + line).join('');
}
