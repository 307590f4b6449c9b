import { isObject, own, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { wordsOf } from '../connection-parameters.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

export const connectionParameterUnlabeled: LintRule = {
  code: 'connection-parameter-unlabeled',
  severity: 'note',
  summary: 'What a connection asks for has a name and a description in its form.',
  why: 'The user sees the technical name, and nothing says where the value is found.',
  source: `${propertiesSchema}; all 756 published secure strings have both`,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/connectionParameters/api_key/uiDefinition/displayName': undefined },
        at: ['apiProperties.json#/properties/connectionParameters/api_key'],
      },
    ],
    good: [{ properties: { '/properties/connectionParameters/api_key/uiDefinition/tooltip': undefined }, at: [] }],
  },
  check({ connectionParameters }, report) {
    for (const parameter of connectionParameters) {
      const { name, type, uiDefinition, pointer } = parameter;
      // a sign-in has a button, a gateway a list, and a parameter of a sign-in is filled in by it
      if (type === 'oauthSetting' || type === 'gatewaySetting' || name.includes(':') || isHidden(uiDefinition))
        continue;
      const label = own(uiDefinition, 'displayName') ?? own(uiDefinition, 'displayname');
      const words = wordsOf(parameter).trim();
      if (typeof label === 'string' && label.trim() !== '' && words.length > label.trim().length) continue;
      const message = `The connection parameter ${shorten(name)} lacks a name or a description, expected "displayName" and "description".`;
      report(pointer, message, { in: 'properties' });
    }
    return {};
  },
};

function isHidden(uiDefinition: JsonObject): boolean {
  const constraints = own(uiDefinition, 'constraints');
  return isObject(constraints) && String(own(constraints, 'hidden')) === 'true';
}
