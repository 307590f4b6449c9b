import type { XmlNode } from './tree.js';

/** The text of a node: of an element or a document all text in it. */
export function textContent(node: XmlNode): string {
  if (node.type !== 'element' && node.type !== 'document') return node.value;
  const parts: string[] = [];
  collect(node.children, parts);
  return parts.join('');
}

function collect(children: readonly XmlNode[], parts: string[]): void {
  for (const child of children) {
    if (child.type === 'text') parts.push(child.value);
    else if (child.type === 'element') collect(child.children, parts);
  }
}
