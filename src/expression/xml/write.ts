import type { XmlElement, XmlNode } from './tree.js';

/** The node as XML, without white space of our own. */
export function writeXml(node: XmlNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write(node: XmlNode, parts: string[]): void {
  switch (node.type) {
    case 'document':
      if (node.declaration)
        parts.push(`<?xml${node.declaration.map(([name, value]) => attribute(name, value)).join('')}?>`);
      for (const child of node.children) write(child, parts);
      break;
    case 'element':
      writeElement(node, parts);
      break;
    case 'text':
      parts.push(node.cdata ? `<![CDATA[${node.value}]]>` : escaped(node.value));
      break;
    case 'attribute':
      parts.push(attribute(node.name, node.value).trim());
      break;
    case 'comment':
      parts.push(`<!--${node.value}-->`);
      break;
    default:
      parts.push(`<?${node.name} ${node.value}?>`);
  }
}

function writeElement({ name, attributes, children }: XmlElement, parts: string[]): void {
  parts.push(`<${name}`, ...attributes.map((one) => attribute(one.name, one.value)));
  if (children.length === 0) {
    parts.push(' />');
    return;
  }
  parts.push('>');
  for (const child of children) write(child, parts);
  parts.push(`</${name}>`);
}

const attribute = (name: string, value: string) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
