import { recordAt, textAt } from '../arguments.js';
import { keyOf } from '../equal.js';
import { Failure, shown } from '../failure.js';
import type { Call, ExpressionFunction, LazyCall } from '../function.js';
import { ITEM_WORK } from '../limits.js';
import { jsonText, textOf } from '../text.js';
import { isXml, type Value } from '../value.js';
import { parseXml } from '../xml/parse.js';
import { evaluateXPath } from '../xml/xpath.js';
import { writeXml } from '../xml/write.js';

function coalesce({ count, at }: LazyCall): Value {
  for (let index = 0; index < count; index++) {
    const value = at(index);
    if (value !== null) return value;
  }
  return null;
}

/** The object, the name and the key that the object has for it. */
function propertyOf(call: Call) {
  const record = recordAt(call, 0);
  const name = textAt(call, 1);
  const entries = Object.entries(record);
  call.scope.spend(8 * ITEM_WORK * entries.length);
  return { record, name, entries, key: keyOf(record, name, call.scope.spend) };
}

function addProperty(call: Call): Value {
  const { record, name, entries, key } = propertyOf(call);
  const [, , value = null] = call.values;
  if (key === undefined) return Object.fromEntries([...entries, [name, value]]);
  const why = `Unable to add property '${shown(name)}' to '${shown(jsonText(record, call.scope.spend))}' as it already exists`;
  throw new Failure(
    `The template language function '${call.name}' expects the property to not exist in the object. ${why}.`,
  );
}

function setProperty(call: Call): Value {
  const { name, entries, key } = propertyOf(call);
  const [, , value = null] = call.values;
  if (key === undefined) return Object.fromEntries([...entries, [name, value]]);
  return Object.fromEntries(entries.map(([one, member]) => [one, one === key ? value : member]));
}

function removeProperty(call: Call): Value {
  const { entries, key } = propertyOf(call);
  return Object.fromEntries(entries.filter(([one]) => one !== key));
}

/** What the path selects: a number, text or boolean, or an array of texts and of elements, which are binary content. */
function xpath(call: Call): Value {
  const [given = null] = call.values;
  const path = textAt(call, 1);
  if (given === '') return [];
  const { spend } = call.scope;
  const document = isXml(given) ? given.node : parseXml(textOf(given, spend), spend);
  if ('problem' in document) {
    throw new Failure(
      `The template language function '${call.name}' parameters are invalid: the provided value cannot be converted to XML: '${document.problem}'.`,
    );
  }
  const found = evaluateXPath(path, document, spend);
  if (typeof found !== 'object') return typeof found === 'number' ? xpathNumber(found) : found;
  return found.map((node) => {
    if (node.type === 'attribute' || node.type === 'text') return node.value;
    const text = writeXml(node);
    spend(text.length);
    return { '$content-type': 'application/xml;charset=utf-8', $content: Buffer.from(text).toString('base64') };
  });
}

/** JSON has no word for what is no number. */
function xpathNumber(value: number): Value {
  return Number.isFinite(value) ? value : String(value);
}

/** Functions on objects and on XML. */
export const manipulationFunctions: readonly ExpressionFunction[] = [
  {
    name: 'addProperty',
    signature: '(object: object, property: string, value: any): object',
    summary: 'Gives the object with one member more, which it must not have yet.',
    examples: [
      ["addProperty(json('{\"a\":1}'), 'b', 2)", { a: 1, b: 2 }],
      [
        "addProperty(json('{\"a\":1}'), 'A', 2)",
        undefined,
        "The template language function 'addProperty' expects the property to not exist in the object. Unable to add property 'A' to '{\"a\":1}' as it already exists.",
      ],
      [
        "addProperty(null, 'a', 2)",
        undefined,
        "The template language function 'addProperty' expects its first parameter to be an object. The provided value is of type 'Null'.",
      ],
    ],
    evaluate: addProperty,
  },
  {
    name: 'coalesce',
    signature: '(...object: any): any',
    summary: 'Gives the first argument that is not null; those behind it are not evaluated.',
    examples: [
      ["coalesce(null, '', 'x')", ''],
      ["coalesce(1, int('x'))", 1],
      ['coalesce(null)', null],
    ],
    lazily: coalesce,
  },
  {
    name: 'removeProperty',
    signature: '(object: object, property: string): object',
    summary: 'Gives the object without a member; the same where it has none of the name.',
    examples: [['removeProperty(json(\'{"a":1,"b":2}\'), \'B\')', { a: 1 }]],
    evaluate: removeProperty,
  },
  {
    name: 'setProperty',
    signature: '(object: object, property: string, value: any): object',
    summary: 'Gives the object with a member set, whether it had one of the name or not.',
    examples: [
      ["setProperty(json('{\"a\":1}'), 'A', 2)", { a: 2 }],
      ["setProperty(json('{\"a\":1}'), 'b', 2)", { a: 1, b: 2 }],
    ],
    evaluate: setProperty,
  },
  {
    name: 'xpath',
    signature: '(xml: xml, xpath: string): any',
    summary: 'Gives what a path of XPath 1.0 selects: a number, text or boolean, or an array of nodes.',
    examples: [
      ["xpath(xml('<a><b>1</b><b>2</b></a>'), 'sum(/a/b)')", 3],
      ["xpath(xml('<a><b>1</b><b>2</b></a>'), '/a/b/text()')", ['1', '2']],
    ],
    evaluate: xpath,
  },
];
