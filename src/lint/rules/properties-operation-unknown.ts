import { isArray, own, type Json } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { policiesOf } from '../policies.js';
import type { LintRule } from '../rule.js';

const operationName = 'x-ms-apimTemplate-operationName';

export const propertiesOperationUnknown: LintRule = {
  code: 'properties-operation-unknown',
  severity: 'warning',
  summary: 'The operations that policies and the script are for are operations of the definition.',
  why: 'The policy changes nothing, the script never runs. Most often the operation was renamed.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/paconn-cli',
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/scriptOperations': ['GetTickets'] },
        at: ['apiProperties.json#/properties/scriptOperations/0'],
      },
      {
        properties: { '/properties/policyTemplateInstances': [route('ListTickets')] },
        at: [`apiProperties.json#/properties/policyTemplateInstances/0/parameters/${operationName}/0`],
      },
    ],
    good: [{ properties: { '/properties/policyTemplateInstances': [route('ListQueues')] }, at: [] }],
  },
  check({ properties, operationById }, report) {
    let hints = 0;
    const look = (names: Json | undefined, pointer: string) => {
      if (!isArray(names)) return;
      names.forEach((name, index) => {
        if (typeof name === 'string' && operationById.has(name)) return;
        const near = typeof name === 'string' && hints < maxHints ? didYouMean(name, operationById.keys()) : '';
        hints += 1;
        report(`${pointer}/${index}`, `${shorten(name)} is no operationId of the definition.${near}`, {
          in: 'properties',
        });
      });
    };
    for (const { parameters, pointer } of policiesOf(properties)) {
      look(own(parameters, operationName), `${pointer}/parameters/${operationName}`);
    }
    look(properties?.['scriptOperations'] as Json | undefined, '/properties/scriptOperations'); // it is JSON
    return {};
  },
};

/** For how many unknown names a near one is looked for: each is held against every name there is. */
const maxHints = 50;

function route(operation: string) {
  const parameters = { [operationName]: [operation], 'x-ms-apimTemplateParameter.newPath': '/v2/queues' };
  return { templateId: 'routerequesttoendpoint', title: 'Another path', parameters };
}
