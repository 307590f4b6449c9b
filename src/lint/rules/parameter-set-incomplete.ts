import { isObject, own, type Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { parameterSetsOf } from '../connection-parameters.js';
import type { LintRule } from '../rule.js';

export const parameterSetIncomplete: LintRule = {
  code: 'parameter-set-incomplete',
  severity: 'warning',
  summary: 'Each set of connection parameters has a name of its own, a label, and parameters.',
  why: 'The user chooses between the sets by their labels, and a connection remembers the name of the chosen one.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/multi-auth',
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/connectionParameterSets': { values: [set('key'), set('key')] } },
        at: ['apiProperties.json#/properties/connectionParameterSets/values/1'],
      },
      {
        properties: { '/properties/connectionParameterSets': { values: [{ name: 'key', parameters: {} }] } },
        at: ['apiProperties.json#/properties/connectionParameterSets/values/0'],
      },
    ],
    good: [{ properties: { '/properties/connectionParameterSets': { values: [set('key'), set('other')] } }, at: [] }],
  },
  check({ properties }, report) {
    const known = new Set<Json>();
    for (const { set: one, pointer } of properties === undefined ? [] : parameterSetsOf(properties)) {
      const name = own(one, 'name');
      if (typeof name !== 'string' || known.has(name)) {
        const said = name === undefined ? 'has no name' : `is named ${shorten(name)}`;
        report(pointer, `The set of connection parameters ${said}, expected a name of its own.`, { in: 'properties' });
      } else if (!isLabeled(own(one, 'uiDefinition')) || !isObject(own(one, 'parameters'))) {
        const message = `The set of connection parameters ${shorten(name)} lacks a label or parameters.`;
        report(pointer, message, { in: 'properties' });
      }
      if (name !== undefined) known.add(name);
    }
    return {};
  },
};

function isLabeled(uiDefinition: Json | undefined): boolean {
  if (!isObject(uiDefinition)) return false;
  return ['displayName', 'displayname'].some((key) => typeof own(uiDefinition, key) === 'string');
}

function set(name: string) {
  return { name, uiDefinition: { displayName: 'Use a key', description: 'With a key.' }, parameters: {} };
}
