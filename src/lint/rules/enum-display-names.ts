import { isArray, isObject, own, type Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { canonicalKey } from '../../openapi/canonical-key.js';
import { enumHas } from '../../openapi/check-value-scalar.js';
import type { LintRule, Report } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped } from '../typed.js';

const severity = '/paths/~1tickets/post/parameters/1/schema/properties/severity';
const names = `${severity}/x-ms-enum-values`;
const low = { value: 'low', displayName: 'Low' };
const high = { value: 'high', displayName: 'High' };

export const enumDisplayNames: LintRule = {
  code: 'enum-display-names',
  severity: 'warning',
  summary: 'x-ms-enum-values gives each value of the enum one display name.',
  why: 'The designer makes its list from them alone: what is missing cannot be chosen, and what the enum does not have is refused.',
  source: `${validatorPage} (DuplicateEnumValuesInExtension, InvalidEnumValuesExtensionValue, MissingEnumValuesDisplayName)`,
  published: { files: 0, of: 161 },
  codes: ['DuplicateEnumValuesInExtension', 'InvalidEnumValuesExtensionValue', 'MissingEnumValuesDisplayName'],
  examples: {
    bad: [
      { definition: { [names]: [low, { ...high, value: 'hihg' }] }, at: [`${names}/1/value`, names] },
      { definition: { [names]: [low, high, { value: 'low', displayName: 'Lowest' }] }, at: [`${names}/2/value`] },
      { definition: { [names]: [low, { value: 'high' }] }, at: [`${names}/1`] },
    ],
    good: [{ definition: { [names]: [low, high] }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(['x-ms-enum-values'], (node, at) => {
      const list = node['x-ms-enum-values'];
      if (list === undefined) return;
      const pointer = `${at}/x-ms-enum-values`;
      if (isArray(list)) checkNames(list, { pointer, values: node.enum }, report);
      else
        report(pointer, `"x-ms-enum-values" is ${shorten(list)}, expected a list of values with their display names.`);
    }),
};

function checkNames(
  list: readonly Json[],
  at: { pointer: string; values: readonly Json[] | undefined },
  report: Report,
): void {
  const { pointer, values } = at;
  const named = new Set<string>();
  for (const [index, item] of list.entries()) {
    const value = isObject(item) ? own(item, 'value') : undefined;
    if (!isObject(item) || value === undefined) {
      report(
        `${pointer}/${index}`,
        `The item is ${shorten(item)}, expected an object with a value and its display name.`,
      );
      continue;
    }
    if (values && !enumHas(values, value)) {
      report(`${pointer}/${index}/value`, `${shorten(value)} is none of the values of the enum.`);
    } else if (named.has(canonicalKey(value))) {
      report(`${pointer}/${index}/value`, `${shorten(value)} has a display name already, expected one for each value.`);
    }
    named.add(canonicalKey(value));
    const name = own(item, 'displayName');
    if (typeof name === 'string' && name.trim() !== '') continue;
    report(
      `${pointer}/${index}`,
      `The value ${shorten(value)} has no display name, expected a text under "displayName".`,
    );
  }
  const nameless = (values ?? []).filter((value) => value !== null && value !== '' && !named.has(canonicalKey(value)));
  if (nameless.length === 0) return;
  report(
    pointer,
    `The value ${shorten(nameless[0])} of the enum has no display name${nameless.length > 1 ? `, and ${nameless.length - 1} more have none` : ''}: it cannot be chosen.`,
  );
}
