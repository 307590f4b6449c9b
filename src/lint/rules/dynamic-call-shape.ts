import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import { dynamicExtensions, type DynamicExtension } from '../dynamic-calls.js';
import { queueCall, newerCall, withArea, queue } from '../example-dynamic.js';
import { hinting, type Hint } from '../../core/hinting.js';
import type { LintRule, Report } from '../rule.js';
import { extensionsPage, validatorPage } from '../sources.js';

export const dynamicCallShape: LintRule = {
  code: 'dynamic-call-shape',
  severity: 'warning',
  summary:
    'A dynamic extension says which operation it calls, with what, and where in the answer the values are, in words that it knows.',
  why: 'Another word is not read: the call is made without it, or not at all.',
  source: `${extensionsPage}#x-ms-dynamic-values, Microsoft's JSON Schema of definitions, and ${validatorPage} (OneOfPropertiesRequired)`,
  published: { files: 3, of: 161 },
  codes: ['OneOfPropertiesRequired'],
  examples: {
    bad: [
      { definition: { [`${queueCall}/operationId`]: undefined }, at: [queueCall] },
      { definition: { [`${queueCall}/value-tile`]: 'label' }, at: [`${queueCall}/value-tile`] },
      {
        definition: { ...withArea({}), ...newerCall({ area: 'north' }) },
        at: [`${queue}/x-ms-dynamic-list/parameters/area`],
      },
    ],
    good: [{ definition: { ...withArea({}), ...newerCall({ area: { value: 'north' } }) }, at: [] }],
  },
  check(_subject, report) {
    const hint = hinting();
    const look = (node: object, { pointer }: { readonly pointer: string }) => {
      if (isReference(node)) return;
      for (const name of dynamicExtensions) {
        const value = (node as JsonObject)[name]; // a node is JSON
        if (value !== undefined) checkExtension({ name, value, pointer: `${pointer}/${name}`, hint }, report);
      }
    };
    return { parameter: having(dynamicExtensions, look), schema: having(dynamicExtensions, look) };
  },
};

/** What can be called. */
const targets: readonly string[] = ['operationId', 'builtInOperation', 'capability'];
const listKeys: readonly string[] = ['operationId', 'parameters', 'itemsPath', 'itemValuePath', 'itemTitlePath'];

/** The keys of each extension, of the levels of a tree those of a level. */
const known: Readonly<Record<DynamicExtension, readonly string[]>> = {
  'x-ms-dynamic-values': [...targets, 'parameters', 'value-collection', 'value-path', 'value-title'],
  'x-ms-dynamic-list': [...listKeys, 'builtInOperation'],
  'x-ms-dynamic-schema': ['operationId', 'parameters', 'value-path'],
  'x-ms-dynamic-properties': ['operationId', 'parameters', 'itemValuePath'],
  'x-ms-dynamic-tree': [...listKeys, 'itemFullTitlePath', 'itemIsParent'],
};

interface At {
  readonly name: DynamicExtension;
  readonly value: Json;
  readonly pointer: string;
  readonly hint: Hint;
}

function checkExtension(at: At, report: Report): void {
  const { name, value, pointer, hint } = at;
  if (!isObject(value)) report(pointer, `"${name}" is ${shorten(value)}, expected an object.`);
  else if (name !== 'x-ms-dynamic-tree') checkCall({ name, value, pointer, hint }, report);
  else {
    const open = own(value, 'open');
    if (open === undefined) report(pointer, '"x-ms-dynamic-tree" does not say how it opens, expected "open".');
    for (const level of ['open', 'browse']) {
      const called = own(value, level);
      if (isObject(called)) checkCall({ name, value: called, pointer: `${pointer}/${level}`, hint }, report);
      else if (called !== undefined) {
        report(`${pointer}/${level}`, `"${level}" is ${shorten(called)}, expected an object.`);
      }
    }
  }
}

function checkCall({ name, value, pointer, hint }: At & { readonly value: JsonObject }, report: Report): void {
  const possible = targets.filter((key) => known[name].includes(key));
  const given = possible.filter((key) => typeof own(value, key) === 'string');
  if (given.length !== 1) {
    const which = possible.map((key) => `"${key}"`).join(', ');
    const what = given.length === 0 ? 'does not say what it calls' : 'calls several things';
    report(pointer, `"${name}" ${what}, expected ${possible.length > 1 ? 'one of ' : ''}${which}.`);
  }
  const isBuiltIn = own(value, 'builtInOperation') !== undefined;
  if (name === 'x-ms-dynamic-values' && !isBuiltIn && own(value, 'value-path') === undefined) {
    report(pointer, `"${name}" does not say where in an item the value is, expected "value-path".`);
  }
  for (const key of Object.keys(value)) {
    if (known[name].includes(key) || key.startsWith('x-')) continue;
    report(child(pointer, key), `${shorten(key)} is no word of "${name}".${hint(key, () => known[name])}`);
  }
  const parameters = own(value, 'parameters');
  if (isObject(parameters)) {
    checkArguments({ name, value: parameters, pointer: `${pointer}/parameters`, hint }, report);
  } else if (parameters !== undefined) {
    report(`${pointer}/parameters`, `"parameters" is ${shorten(parameters)}, expected an object.`);
  }
}

function checkArguments({ name, value, pointer }: At & { readonly value: JsonObject }, report: Report): void {
  const isOlder = name === 'x-ms-dynamic-values' || name === 'x-ms-dynamic-schema';
  const expected = isOlder
    ? 'the value itself, or an object with "parameter"'
    : 'an object with one of "value", "parameterReference"';
  for (const [argument, given] of Object.entries(value)) {
    if (isOlder ? !isMeantNewer(given) : isNewerArgument(given)) continue;
    report(child(pointer, argument), `The argument ${shorten(argument)} is ${shorten(given)}, expected ${expected}.`);
  }
}

/** Whether an argument has the form that the newer extensions have: in an older one, it would be sent as it is. */
function isMeantNewer(given: Json): boolean {
  if (!isObject(given) || Object.hasOwn(given, 'parameter')) return false;
  return isNewerArgument(given) && Object.keys(given).length === 1;
}

function isNewerArgument(given: Json): boolean {
  if (!isObject(given)) return false;
  return (
    ['value', 'parameterReference', 'selectedItemValuePath'].filter((word) => Object.hasOwn(given, word)).length === 1
  );
}
