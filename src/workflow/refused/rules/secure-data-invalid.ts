import { isArray, own } from '../../../core/json.js';
import { didYouMean } from '../../../core/nearest.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { objectAt } from '../../find.js';
import type { RefusalRule } from '../rule.js';

const known = ['inputs', 'outputs'];

export const secureDataInvalid: RefusalRule = {
  code: 'secure-data-invalid',
  severity: 'error',
  summary: '"secureData" lists "inputs", "outputs" or both.',
  why: 'What is written otherwise hides nothing: what was to be hidden stands in the history of each run.',
  source: 'https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app',
  when: 'save',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Read/runtimeConfiguration': { secureData: { properties: ['input'] } } },
        at: ['/definition/actions/Read/runtimeConfiguration/secureData/properties/0'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Read/runtimeConfiguration': { secureData: { properties: ['inputs', 'outputs'] } },
        },
        at: [],
      },
    ],
  },
  check({ steps }, report) {
    for (const { name, value, pointer } of steps) {
      const properties = own(objectAt(objectAt(value, 'runtimeConfiguration'), 'secureData'), 'properties');
      if (!isArray(properties)) continue;
      const at = ['runtimeConfiguration', 'secureData', 'properties'].reduce(child, pointer);
      for (const [index, property] of properties.entries()) {
        if (typeof property === 'string' && known.includes(property.toLowerCase())) continue;
        const hint = typeof property === 'string' ? didYouMean(property, known) : '';
        report(child(at, index), `${shorten(name)} hides ${shorten(property)}, expected "inputs" or "outputs".${hint}`);
      }
    }
  },
};
