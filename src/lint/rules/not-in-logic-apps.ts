import { isArray, isObject, type Json } from '../../core/json.js';
import type { LintRule } from '../rule.js';
import { customApiSource } from '../sources.js';

/** The parts of `apiProperties.json` that only the Power Platform has, with what does not happen. */
const parts = {
  policyTemplateInstances: 'the policies change no request',
  scriptOperations: 'the script does not run',
  connectionParameterSets: 'users are not asked which way to sign in',
} as const;

export const notInLogicApps: LintRule = {
  code: 'not-in-logic-apps',
  severity: 'warning',
  summary: 'A connector for Logic Apps has neither policies, nor a script, nor sets of connection parameters.',
  why: 'A custom connector of Azure Logic Apps has no place for them. What they do (another host, a word before the key, a changed path) does not happen, and no error says so.',
  source: `${customApiSource}; 305 of 1,031 published files have policies, for the Power Platform`,
  published: { files: 46, of: 161 },
  codes: [],
  onlyIn: 'logic-apps',
  examples: {
    bad: [
      {
        properties: { '/properties/policyTemplateInstances': [setHeader()] },
        at: ['apiProperties.json#/properties/policyTemplateInstances'],
      },
      {
        properties: { '/properties/scriptOperations': ['GetTicket'] },
        at: ['apiProperties.json#/properties/scriptOperations'],
      },
    ],
    good: [{ properties: { '/properties/policyTemplateInstances': [], '/properties/scriptOperations': [] }, at: [] }],
  },
  check({ properties }, report) {
    for (const [key, effect] of Object.entries(parts)) {
      const value = properties?.[key] as Json | undefined; // `apiProperties.json` is JSON
      const isThere = isArray(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
      if (!isThere) continue;
      const message = `"${key}" does nothing in Logic Apps: ${effect}.`;
      report(`/properties/${key}`, message, { in: 'properties' });
    }
    return {};
  },
};

function setHeader() {
  return {
    templateId: 'setheader',
    title: 'A word before the key',
    parameters: {
      'x-ms-apimTemplateParameter.name': 'X-Source',
      'x-ms-apimTemplateParameter.value': 'workflow',
    },
  };
}
