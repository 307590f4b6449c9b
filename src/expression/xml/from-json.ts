import { isList, isRecord, type Value, type ValueObject } from '../value.js';
import { jsonText } from '../text.js';
import type { XmlProblem } from './parse.js';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './tree.js';

const validName = /^[A-Za-z_\u0080-\uffff][\w:.\-\u00b7-\uffff]{0,999}$/;

/** Ends the conversion; never leaves this file. */
class NotPossible extends Error {}

/**
 * XML of an object with one member, the root element: a key with `@` is an attribute, `#text` the text, an array is the same element again and
 * again.
 */
export function xmlFromJson(value: Value, spend: (units: number) => void): XmlDocument | XmlProblem {
  const members = isRecord(value) ? Object.entries(value).filter(([key]) => key !== '?xml') : [];
  const [root] = members;
  if (!root || members.length > 1 || isList(root[1])) {
    return {
      problem:
        'JSON root object has multiple properties. The root object must have a single property in order to create a valid XML document.',
    };
  }
  try {
    return { type: 'document', children: elements(root[0], root[1], spend) };
  } catch (error) {
    if (error instanceof NotPossible) return { problem: error.message };
    throw error;
  }
}

function elements(name: string, value: Value, spend: (units: number) => void): XmlElement[] {
  spend(1 + name.length);
  if (!validName.test(name)) throw new NotPossible(`The name '${name.slice(0, 60)}' is not valid in XML.`);
  if (isList(value)) return value.flatMap((item) => elements(name, item, spend));
  const children: XmlNode[] = isRecord(value) ? inner(value, spend) : textNodes(value, spend);
  return [
    { type: 'element', name, namespace: '', attributes: isRecord(value) ? attributes(value, spend) : [], children },
  ];
}

function attributes(value: ValueObject, spend: (units: number) => void): XmlAttribute[] {
  return Object.entries(value)
    .filter(([key]) => key.startsWith('@'))
    .map(([key, member]) => {
      const name = key.slice(1);
      if (!validName.test(name)) throw new NotPossible(`The name '${name.slice(0, 60)}' is not valid in XML.`);
      return { type: 'attribute', name, namespace: '', value: plainText(member, spend) };
    });
}

function inner(value: ValueObject, spend: (units: number) => void): XmlNode[] {
  return Object.entries(value).flatMap(([key, member]): XmlNode[] => {
    if (key.startsWith('@')) return [];
    if (key === '#text') return textNodes(member, spend);
    if (key === '#cdata-section') return [{ type: 'text', value: plainText(member, spend), cdata: true }];
    return elements(key, member, spend);
  });
}

function textNodes(value: Value, spend: (units: number) => void): XmlNode[] {
  const text = plainText(value, spend);
  return text === '' ? [] : [{ type: 'text', value: text }];
}

/** Within XML, booleans and numbers are written as in JSON. */
function plainText(value: Value, spend: (units: number) => void): string {
  if (typeof value === 'string') spend(value.length);
  return value === null ? '' : typeof value === 'string' ? value : jsonText(value, spend);
}
