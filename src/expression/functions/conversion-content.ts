import { decodeComponent, encodeComponent } from '../component.js';
import { parseDataUri, type DataUri } from '../data-uri.js';
import { textAt } from '../arguments.js';
import { Failure, notValid, ofFunction, shown, usage } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { parsePlain } from '../../core/json-plain.js';
import { binaryContent, textOf, utf8, type BinaryContent } from '../text.js';
import { isRecord, isXml, type Value } from '../value.js';
import { wrongType } from '../wrong-type.js';

const octets = 'application/octet-stream';

function content({ type, base64 }: BinaryContent): Value {
  return { '$content-type': type, $content: base64 };
}

/** The binary content that the first argument is; undefined for anything else. */
function contentAt({ values: [value = null] }: Call): BinaryContent | undefined {
  return isRecord(value) ? binaryContent(value) : undefined;
}

/** The first argument as bytes: those of binary content, or of its text in UTF-8. */
function base64At(call: Call): string {
  const found = contentAt(call);
  if (found) return found.base64;
  const [value = null] = call.values;
  const text = textOf(value, call.scope.spend);
  call.scope.spend(2 * text.length);
  return Buffer.from(text).toString('base64');
}

/** The bytes of a text in base64; white space in it does not count. */
function decoded(call: Call): string {
  const text = textAt(call, 0).replaceAll(/\s+/g, '');
  if (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)) return text;
  throw notValid(call.name, 'The value cannot be decoded from base64 representation.');
}

function decodedText(call: Call): string {
  return utf8(Buffer.from(decoded(call), 'base64'));
}

function dataUriAt(call: Call): DataUri {
  const [value = null] = call.values;
  if (typeof value !== 'string') throw wrongType(call.name, 'its parameter to be a string', value);
  const found = parseDataUri(value);
  if (found) return found;
  const why = 'expects its parameter to be formatted as a valid data URI';
  const given = `The provided value '${shown(value)}' was not formatted correctly`;
  throw new Failure(`${ofFunction(call.name)} ${why}. ${given}.${usage(call.name)}`);
}

/** What the media type says that it is: a text, JSON, or binary content, with the character set that data URIs have where they name none. */
function decodedDataUri(call: Call): Value {
  const { type, base64 } = dataUriAt(call);
  const [essence = ''] = type.toLowerCase().split(';');
  const text = () => utf8(Buffer.from(base64, 'base64'));
  if (essence.startsWith('text/')) return text();
  if (essence === 'application/json' || essence.endsWith('+json')) return parsePlain(text()) ?? text();
  const isNamed = /;\s*charset=/i.test(type);
  return content({ type: isNamed ? type : `${type};charset=us-ascii`, base64 });
}

function binary(call: Call): Value {
  const [value = null] = call.values;
  if (value === null) throw notValid(call.name);
  return content({ type: isXml(value) ? 'application/xml;charset=utf-8' : octets, base64: base64At(call) });
}

function component({ values, scope }: Call): string {
  const text = values.map((value) => textOf(value, scope.spend)).join('');
  scope.spend(3 * text.length);
  return encodeComponent(text);
}

/** Functions from and to binary content and what texts are wrapped in. */
export const contentFunctions: readonly ExpressionFunction[] = [
  {
    name: 'base64',
    signature: '(value: string): string',
    summary: 'Gives the bytes of a text (UTF-8) or of binary content in base64.',
    examples: [["base64('hello')", 'aGVsbG8=']],
    evaluate: base64At,
  },
  {
    name: 'base64ToBinary',
    signature: '(value: string): binary',
    summary: 'Gives binary content of its bytes in base64.',
    examples: [
      ["base64ToBinary('aGVsbG8=')", { '$content-type': octets, $content: 'aGVsbG8=' }],
      [
        "base64ToBinary('hello')",
        undefined,
        "The template language function 'base64ToBinary' was invoked with a parameter that is not valid. The value cannot be decoded from base64 representation.",
      ],
    ],
    evaluate: (call) => content({ type: octets, base64: decoded(call) }),
  },
  {
    name: 'base64ToString',
    signature: '(value: string): string',
    summary: 'Gives the text (UTF-8) that stands in base64.',
    examples: [
      ["base64ToString('aGVsbG8=')", 'hello'],
      [
        'base64ToString(5)',
        undefined,
        "The template language function 'base64ToString' expects its parameter to be a string. The provided value is of type 'Integer'. Please see https://aka.ms/logicexpressions#base64ToString for usage details.",
      ],
    ],
    evaluate: decodedText,
  },
  {
    name: 'binary',
    signature: '(value: any): binary',
    summary: 'Gives the text of a value as binary content.',
    examples: [["binary('hello')", { '$content-type': octets, $content: 'aGVsbG8=' }]],
    evaluate: binary,
  },
  {
    name: 'dataUri',
    signature: '(value: string): string',
    summary: 'Gives a data URI of a text or of binary content.',
    examples: [["dataUri('hello')", 'data:text/plain;charset=utf-8;base64,aGVsbG8=']],
    evaluate: (call) => `data:${contentAt(call)?.type ?? 'text/plain;charset=utf-8'};base64,${base64At(call)}`,
  },
  {
    name: 'dataUriToBinary',
    signature: '(value: string): binary',
    summary: 'Gives what a data URI holds as binary content.',
    examples: [
      ["dataUriToBinary('data:image/png;base64,aGVsbG8=')", { '$content-type': 'image/png', $content: 'aGVsbG8=' }],
      [
        "dataUriToBinary('x')",
        undefined,
        "The template language function 'dataUriToBinary' expects its parameter to be formatted as a valid data URI. The provided value 'x' was not formatted correctly. Please see https://aka.ms/logicexpressions#dataUriToBinary for usage details.",
      ],
    ],
    evaluate: (call) => content(dataUriAt(call)),
  },
  {
    name: 'dataUriToString',
    signature: '(value: string): string',
    summary: 'Gives what a data URI holds as text.',
    examples: [["dataUriToString('data:,hello%20world')", 'hello world']],
    evaluate: (call) => utf8(Buffer.from(dataUriAt(call).base64, 'base64')),
  },
  {
    name: 'decodeBase64',
    signature: '(value: string): string',
    summary: 'The older name of base64ToString().',
    examples: [["decodeBase64('aGVsbG8=')", 'hello']],
    evaluate: decodedText,
  },
  {
    name: 'decodeDataUri',
    signature: '(value: string): any',
    summary: 'Gives what a data URI holds: text, JSON or binary content, as its media type says.',
    examples: [
      ["decodeDataUri('data:,hello')", 'hello'],
      [
        "decodeDataUri('data:image/png;base64,aGVsbG8=')",
        { '$content-type': 'image/png;charset=us-ascii', $content: 'aGVsbG8=' },
      ],
    ],
    evaluate: decodedDataUri,
  },
  {
    name: 'decodeUriComponent',
    signature: '(value: string): string',
    summary: 'Another name of uriComponentToString().',
    examples: [["decodeUriComponent('https%3A%2F%2Fcontoso.com')", 'https://contoso.com']],
    evaluate: (call) => decodeComponent(textAt(call, 0)),
  },
  {
    name: 'encodeUriComponent',
    signature: '(...value: any): string',
    summary: 'Another name of uriComponent().',
    examples: [["encodeUriComponent('a b')", 'a%20b']],
    evaluate: component,
  },
  {
    name: 'uriComponent',
    signature: '(...value: any): string',
    summary: 'Escapes a text for an address: all but letters, digits, -, ., _ and ~.',
    examples: [["uriComponent('https://contoso.com')", 'https%3A%2F%2Fcontoso.com']],
    evaluate: component,
  },
  {
    name: 'uriComponentToBinary',
    signature: '(value: string): binary',
    summary: 'Gives an escaped text, unescaped, as binary content.',
    examples: [["uriComponentToBinary('a%20b')", { '$content-type': octets, $content: 'YSBi' }]],
    evaluate: (call) =>
      content({ type: octets, base64: Buffer.from(decodeComponent(textAt(call, 0))).toString('base64') }),
  },
  {
    name: 'uriComponentToString',
    signature: '(value: string): string',
    summary: 'Gives an escaped text unescaped; a plus is a space.',
    examples: [["uriComponentToString('a+b%21')", 'a b!']],
    evaluate: (call) => decodeComponent(textAt(call, 0)),
  },
];
