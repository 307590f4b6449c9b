import { isObject, own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { isSecretName } from '../../http/secret-names.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

export const keyShown: LintRule = {
  code: 'key-shown',
  severity: 'note',
  summary: 'The field of a key or a password does not show what is typed.',
  why: 'With "clearText" the key can be read over the shoulder and on every screenshot.',
  source: `${propertiesSchema}; 71 of 705 published secure strings are shown, most of them user names`,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/connectionParameters/api_key/uiDefinition/constraints/clearText': true },
        at: ['apiProperties.json#/properties/connectionParameters/api_key/uiDefinition/constraints/clearText'],
      },
    ],
    good: [
      { properties: { '/properties/connectionParameters/api_key/uiDefinition/constraints/clearText': false }, at: [] },
    ],
  },
  check({ connectionParameters }, report) {
    for (const { name, type, uiDefinition, pointer } of connectionParameters) {
      const constraints = own(uiDefinition, 'constraints');
      if (type !== 'securestring' || !isSecretName(name)) continue;
      if (!isObject(constraints) || own(constraints, 'clearText') !== true) continue;
      const at = `${pointer}/uiDefinition/constraints/clearText`;
      const message = `"clearText" of ${shorten(name)} is true, expected false.`;
      report(at, message, { in: 'properties', fix: { set: at, value: false } });
    }
    return {};
  },
};
