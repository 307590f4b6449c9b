import { isArray, type Json } from '../core/json.js';
import { HOLE, hasHole } from './hole.js';
import { formatResourceId } from './resource-id.js';

/** What a function gives for resolved arguments; undefined where that cannot be known before the deployment. */
type ArmFunction = (given: readonly Json[]) => Json | undefined;

/**
 * The functions that a template's text is mostly made of, by their name in lower case. Any other gives a hole.
 * They are documented in "ARM template functions" on learn.microsoft.com.
 */
export const functions: ReadonlyMap<string, ArmFunction> = new Map<string, ArmFunction>([
  ['concat', (given) => (given.every(isArray) ? given.flat() : joined(given))],
  ['format', ([pattern, ...values]) => (typeof pattern === 'string' ? formatted(pattern, values) : undefined)],
  ['string', ([value]) => (value === undefined ? undefined : scalarText(value))],
  ['tolower', ([text]) => (typeof text === 'string' ? text.toLowerCase() : undefined)],
  ['toupper', ([text]) => (typeof text === 'string' ? text.toUpperCase() : undefined)],
  ['trim', (given) => ifKnown(given, ([text = '']) => text.trim())],
  [
    'replace',
    (given) => ifKnown(given, ([text = '', from, to = '']) => (from ? text.replaceAll(from, () => to) : text)),
  ],
  ['split', (given) => ifKnown(given, ([text = '', by]) => (by === undefined ? undefined : text.split(by)))],
  ['first', ([list]) => (isArray(list) ? list[0] : undefined)],
  ['last', ([list]) => (isArray(list) ? list.at(-1) : undefined)],
  ['if', ([condition, yes, no]) => (typeof condition === 'boolean' ? (condition ? yes : no) : undefined)],
  ['true', () => true],
  ['false', () => false],
  ['null', () => null],
  ['createarray', (given) => given],
  ['resourceid', (given) => idOf(given, (scope) => resourceGroupScope(scope))],
  ['subscriptionresourceid', (given) => idOf(given, ([subscription = HOLE]) => `/subscriptions/${subscription}`)],
]);

/** The result for texts of which every part is known. */
function ifKnown(given: readonly Json[], apply: (texts: readonly string[]) => Json | undefined): Json | undefined {
  const texts = given.filter((each) => typeof each === 'string');
  return texts.length < given.length || texts.some(hasHole) ? undefined : apply(texts);
}

function joined(given: readonly Json[]): string | undefined {
  const texts = given.map(scalarText);
  return texts.includes(undefined) ? undefined : texts.join('');
}

function scalarText(value: Json): string | undefined {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? undefined : String(value);
}

/** .NET's composite format, as far as it only says where a value goes. */
function formatted(pattern: string, values: readonly Json[]): string {
  return pattern.replaceAll(/\{\{|\}\}|\{(\d{1,3})([^{}]*)\}/g, (whole, index: string | undefined, style: string) => {
    if (index === undefined) return whole.charAt(0);
    const value = values[Number(index)];
    return (style === '' && value !== undefined ? scalarText(value) : undefined) ?? HOLE;
  });
}

/** The id that `([subscription], [group], type, name...)` name; the type is the first that has a slash. */
function idOf(given: readonly Json[], scopeOf: (scope: readonly string[]) => string): string | undefined {
  const texts = given.filter((each) => typeof each === 'string');
  const at = texts.findIndex((text) => text.includes('/'));
  const type = texts[at];
  const [first, ...others] = texts.slice(at + 1);
  if (type === undefined || first === undefined || texts.length < given.length) return undefined;
  return formatResourceId({ scope: scopeOf(texts.slice(0, at)), type, names: [first, ...others] });
}

function resourceGroupScope(given: readonly string[]): string {
  const [group = HOLE, subscription = HOLE] = given.toReversed();
  return `/subscriptions/${subscription}/resourceGroups/${group}`;
}
