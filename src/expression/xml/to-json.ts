import type { Json } from '../../core/json.js';
import { ITEM_WORK } from '../limits.js';
import { textContent } from './content.js';
import type { XmlElement, XmlNode } from './tree.js';

/** What XML says as JSON: an attribute as `@name`, text beside others as `#text`, an element that stands several times as an array. */
export function jsonFromXml(node: XmlNode, spend: (units: number) => void): Json {
  if (node.type === 'element') return Object.fromEntries([[node.name, element(node, spend)]]);
  if (node.type !== 'document') return textContent(node);
  const declared = (node.declaration ?? []).map(([name, value]) => [`@${name}`, value] as const);
  const declaration = node.declaration ? [['?xml', Object.fromEntries(declared)] as const] : [];
  const roots = node.children.filter((child) => child.type === 'element');
  return Object.fromEntries([...declaration, ...roots.map((root) => [root.name, element(root, spend)] as const)]);
}

function element({ attributes, children }: XmlElement, spend: (units: number) => void): Json {
  spend(ITEM_WORK + attributes.length + children.length);
  const texts = children.filter((child) => child.type === 'text').map(({ value }) => value);
  const inner = children.filter((child) => child.type === 'element');
  if (attributes.length === 0 && inner.length === 0) return texts.length === 0 ? null : texts.join('');
  const members = new Map<string, Json[]>(attributes.map(({ name, value }) => [`@${name}`, [value]]));
  if (texts.length > 0) members.set('#text', texts);
  for (const child of inner) {
    const same = members.get(child.name);
    if (same) same.push(element(child, spend));
    else members.set(child.name, [element(child, spend)]);
  }
  return Object.fromEntries(
    Array.from(members, ([name, values]) => [name, values.length === 1 ? (values[0] ?? null) : values]),
  );
}
