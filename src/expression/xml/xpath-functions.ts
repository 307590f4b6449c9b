import { Failure, shown } from '../failure.js';
import type { Place } from './xpath-nodes.js';
import { toBoolean, toNumber, toText, type XPathValue } from './xpath-value.js';

/** Where a function is called. */
interface Here {
  readonly at: Place;
  readonly position: number;
  readonly size: number;
  readonly spend: (units: number) => void;
}

type Given = readonly XPathValue[];

/** A function, and how many arguments it takes. */
interface XPathFunction {
  readonly least: number;
  readonly most: number;
  readonly call: (given: Given, here: Here) => XPathValue;
}

/** The first argument, or the node at hand where it is left out. */
const orHere = ([first]: Given, { at }: Here): XPathValue => first ?? [at];
const textAt = (given: Given, index: number) => toText(given[index] ?? '');
const numberAt = (given: Given, index: number) => toNumber(given[index] ?? Number.NaN);

function nodesAt(given: Given, here: Here): readonly Place[] {
  const value = orHere(given, here);
  if (typeof value === 'object') return value;
  throw new Failure(
    "The template language function 'xpath' parameters are invalid: the expression must evaluate to a node-set.",
  );
}

function named(given: Given, here: Here): { readonly name: string; readonly namespace: string } {
  const node = nodesAt(given, here)[0]?.node;
  return node && 'name' in node ? { namespace: '', ...node } : { name: '', namespace: '' };
}

function substring(given: Given): string {
  const start = Math.round(numberAt(given, 1));
  const end = given.length < 3 ? Number.POSITIVE_INFINITY : start + Math.round(numberAt(given, 2));
  if (Number.isNaN(start) || Number.isNaN(end)) return '';
  return textAt(given, 0).slice(Math.max(0, start - 1), Math.max(0, end - 1));
}

function before(given: Given): string {
  const at = textAt(given, 0).indexOf(textAt(given, 1));
  return at < 0 ? '' : textAt(given, 0).slice(0, at);
}

function after(given: Given): string {
  const at = textAt(given, 0).indexOf(textAt(given, 1));
  return at < 0 ? '' : textAt(given, 0).slice(at + textAt(given, 1).length);
}

function translate(given: Given): string {
  const to = Array.from(textAt(given, 2));
  const changes = new Map(Array.from(textAt(given, 1), (one, index) => [one, to[index] ?? ''] as const).toReversed());
  return Array.from(textAt(given, 0), (one) => changes.get(one) ?? one).join('');
}

const of = (least: number, most: number, call: XPathFunction['call']): XPathFunction => ({ least, most, call });

const functions: ReadonlyMap<string, XPathFunction> = new Map([
  ['last', of(0, 0, (_given, { size }) => size)],
  ['position', of(0, 0, (_given, { position }) => position)],
  ['count', of(1, 1, (given, here) => nodesAt(given, here).length)],
  ['local-name', of(0, 1, (given, here) => named(given, here).name.replace(/^[^:]*:/, ''))],
  ['namespace-uri', of(0, 1, (given, here) => named(given, here).namespace)],
  ['name', of(0, 1, (given, here) => named(given, here).name)],
  ['string', of(0, 1, (given, here) => toText(orHere(given, here)))],
  ['concat', of(2, Number.POSITIVE_INFINITY, (given) => given.map(toText).join(''))],
  ['starts-with', of(2, 2, (given) => textAt(given, 0).startsWith(textAt(given, 1)))],
  ['contains', of(2, 2, (given) => textAt(given, 0).includes(textAt(given, 1)))],
  ['substring-before', of(2, 2, before)],
  ['substring-after', of(2, 2, after)],
  ['substring', of(2, 3, substring)],
  ['string-length', of(0, 1, (given, here) => toText(orHere(given, here)).length)],
  ['normalize-space', of(0, 1, (given, here) => toText(orHere(given, here)).trim().replaceAll(/\s+/g, ' '))],
  ['translate', of(3, 3, translate)],
  ['boolean', of(1, 1, ([value = false]) => toBoolean(value))],
  ['not', of(1, 1, ([value = false]) => !toBoolean(value))],
  ['true', of(0, 0, () => true)],
  ['false', of(0, 0, () => false)],
  ['number', of(0, 1, (given, here) => toNumber(orHere(given, here)))],
  ['sum', of(1, 1, (given, here) => nodesAt(given, here).reduce((sum, node) => sum + toNumber([node]), 0))],
  ['floor', of(1, 1, (given) => Math.floor(numberAt(given, 0)))],
  ['ceiling', of(1, 1, (given) => Math.ceil(numberAt(given, 0)))],
  ['round', of(1, 1, (given) => Math.round(numberAt(given, 0)))],
]);

/** Calls a function of XPath 1.0; `id` and `lang` are not there. */
export function callXPath(name: string, given: Given, here: Here): XPathValue {
  const known = functions.get(name);
  if (known && given.length >= known.least && given.length <= known.most) {
    const value = known.call(given, here);
    here.spend(typeof value === 'string' ? value.length : 1);
    return value;
  }
  if (name === 'id' || name === 'lang')
    throw new Failure(`The XPath function '${name}' is not supported.`, 'NotSupported');
  const why = known
    ? `Function '${shown(name)}' in '${shown(name)}()' has an invalid number of arguments`
    : `'${shown(name)}()' is an unknown function`;
  throw new Failure(`The template language function 'xpath' parameters are invalid: ${why}.`);
}
