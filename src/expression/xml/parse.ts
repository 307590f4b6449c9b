import { MAX_VALUE_DEPTH } from '../limits.js';
import type { XmlAttribute, XmlDocument, XmlElement, XmlNode } from './tree.js';

/** Why a text is no XML. A sentence without a full stop at its end in the service's message. */
export interface XmlProblem {
  readonly problem: string;
}

/** An element that is not closed yet. */
interface Open extends Omit<XmlElement, 'children'> {
  readonly children: XmlNode[];
  /** The namespaces by their prefixes. */
  readonly scope: ReadonlyMap<string, string>;
}

interface Reading {
  readonly text: string;
  at: number;
  readonly top: XmlNode[];
  readonly open: Open[];
  declaration?: readonly (readonly [string, string])[];
}

/** Ends the reading; never leaves this file. */
class NoXml extends Error {}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const wellKnown: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', XMLNS],
]);

/**
 * Reads XML 1.0 with namespaces. White space alone between tags is left out, as .NET does it; a document type is read over, one that declares
 * anything is refused.
 */
export function parseXml(text: string, spend: (units: number) => void): XmlDocument | XmlProblem {
  spend(2 * text.length);
  const reading: Reading = { text: text.startsWith('\uFEFF') ? text.slice(1) : text, at: 0, top: [], open: [] };
  try {
    while (reading.at < reading.text.length) readNext(reading);
    const [open] = reading.open;
    if (open)
      throw wrong(reading, `Unexpected end of file has occurred. The following elements are not closed: ${open.name}`);
    if (!reading.top.some(({ type }) => type === 'element')) throw wrong(reading, 'Root element is missing');
  } catch (error) {
    if (error instanceof NoXml) return { problem: error.message };
    throw error;
  }
  const { declaration, top } = reading;
  return { type: 'document', ...(declaration && { declaration }), children: top };
}

function wrong({ text, at }: Reading, message: string): NoXml {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return new NoXml(`${message}. Line ${line}, position ${at - before.lastIndexOf('\n')}.`);
}

function readNext(reading: Reading): void {
  const { text, at } = reading;
  if (text.charAt(at) !== '<') readText(reading);
  else if (text.startsWith('<!--', at))
    put(reading, { type: 'comment', name: '', value: until(reading, '<!--', '-->') });
  else if (text.startsWith('<![CDATA[', at)) {
    put(reading, { type: 'text', value: until(reading, '<![CDATA[', ']]>'), cdata: true });
  } else if (text.startsWith('<!DOCTYPE', at)) {
    if (until(reading, '<!DOCTYPE', '>').includes('[')) {
      throw wrong(reading, 'For security reasons DTD is prohibited in this XML document');
    }
  } else if (text.startsWith('<?', at)) readInstruction(reading);
  else if (text.startsWith('</', at)) closeElement(reading);
  else openElement(reading);
}

function until(reading: Reading, start: string, end: string): string {
  const from = reading.at + start.length;
  const to = reading.text.indexOf(end, from);
  if (to < 0) throw wrong(reading, 'Unexpected end of file has occurred');
  reading.at = to + end.length;
  return reading.text.slice(from, to);
}

function put(reading: Reading, node: XmlNode): void {
  (reading.open.at(-1)?.children ?? reading.top).push(node);
}

function readText(reading: Reading): void {
  const { text, at } = reading;
  const end = text.indexOf('<', at);
  const raw = text.slice(at, end < 0 ? text.length : end);
  if (raw.trim() !== '') {
    if (reading.open.length === 0) throw wrong(reading, 'Data at the root level is invalid');
    put(reading, { type: 'text', value: resolved(reading, raw.replaceAll('\r\n', '\n')) });
  }
  reading.at = at + raw.length;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function resolved(reading: Reading, raw: string): string {
  return raw.replaceAll(/&([^;&<]{0,12};?)/g, (_whole, found: string) => {
    const name = found.slice(0, -1);
    const character = entities.get(name) ?? numbered(name);
    if (character === undefined || !found.endsWith(';'))
      throw wrong(reading, `Reference to undeclared entity '${name}'`);
    return character;
  });
}

function numbered(name: string): string | undefined {
  const [, hex, digits] = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function readInstruction(reading: Reading): void {
  const isFirst = reading.at === 0;
  const content = until(reading, '<?', '?>');
  const [, name = '', value = ''] = /^(\S+)\s*([^]*)$/.exec(content) ?? [];
  if (name !== 'xml') put(reading, { type: 'instruction', name, value });
  else if (isFirst) {
    const pairs = Array.from(value.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g));
    reading.declaration = pairs.map(([, key = '', double, single]) => [key, double ?? single ?? '']);
  } else throw wrong(reading, 'Unexpected XML declaration');
}

function closeElement(reading: Reading): void {
  const name = until(reading, '</', '>').trimEnd();
  const closed = reading.open.pop();
  if (closed?.name !== name)
    throw wrong(reading, `The end tag '${name}' does not match the start tag '${closed?.name ?? ''}'`);
  finish(reading, closed);
}

function finish(reading: Reading, { scope: _scope, ...element }: Open): void {
  if (reading.open.length === 0 && reading.top.some(({ type }) => type === 'element')) {
    throw wrong(reading, 'There are multiple root elements');
  }
  put(reading, element);
}

const nameAt = /[A-Za-z_:\u0080-\uffff][\w:.\-\u00b7-\uffff]*/y;
const attributeAt = /\s+([A-Za-z_:\u0080-\uffff][\w:.\-\u00b7-\uffff]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const endAt = /\s*(\/?)>/y;

function matched(reading: Reading, pattern: RegExp, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(reading.text) ?? undefined;
  if (found) reading.at = pattern.lastIndex;
  return found;
}

function openElement(reading: Reading): void {
  const name = matched(reading, nameAt, reading.at + 1)?.[0];
  if (name === undefined) throw wrong(reading, "Name cannot begin here, or '<' was not escaped");
  const given = new Map<string, string>();
  for (let one = matched(reading, attributeAt, reading.at); one; one = matched(reading, attributeAt, reading.at)) {
    const [, key = '', double, single] = one;
    if (given.has(key)) throw wrong(reading, `'${key}' is a duplicate attribute name`);
    given.set(key, resolved(reading, double ?? single ?? ''));
  }
  const end = matched(reading, endAt, reading.at);
  if (!end) throw wrong(reading, `The start tag '${name}' is not closed`);
  if (reading.open.length >= MAX_VALUE_DEPTH)
    throw wrong(reading, `Elements are nested deeper than ${MAX_VALUE_DEPTH} levels`);
  const element = elementOf(reading, name, given);
  if (end[1] === '/') finish(reading, element);
  else reading.open.push(element);
}

function elementOf(reading: Reading, name: string, given: ReadonlyMap<string, string>): Open {
  const declared = Array.from(given).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  const around = reading.open.at(-1)?.scope ?? wellKnown;
  const scope =
    declared.length === 0
      ? around
      : new Map([...around, ...declared.map(([key, value]) => [key.slice(6), value] as const)]);
  const attributes = Array.from(given, ([key, value]): XmlAttribute => {
    const namespace = key === 'xmlns' ? XMLNS : key.includes(':') ? namespaceOf(reading, scope, key) : '';
    return { type: 'attribute', name: key, namespace, value };
  });
  return { type: 'element', name, namespace: namespaceOf(reading, scope, name), attributes, children: [], scope };
}

function namespaceOf(reading: Reading, scope: ReadonlyMap<string, string>, name: string): string {
  const colon = name.indexOf(':');
  const namespace = scope.get(colon < 0 ? '' : name.slice(0, colon));
  if (namespace === undefined) throw wrong(reading, `'${name.slice(0, colon)}' is an undeclared prefix`);
  return namespace;
}
