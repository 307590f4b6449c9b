import { hasHole } from '../../../arm/hole.js';
import { isObject, own } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { objectAt } from '../../../workflow/find.js';
import { ask, hiding } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';
import { reviews } from '../sources.js';

const call = { ...ask({ headers: { 'api-key': "@parameters('Key')" } }), ...hiding('inputs') };

export const secureParameterDefault: PlaybookRule = {
  code: 'secure-parameter-default',
  severity: 'error',
  summary: 'A secure parameter has no default.',
  why: 'The default stands in the definition, where everybody reads it.',
  source: reviews,
  published: 0,
  examples: {
    bad: [
      {
        change: {
          '/definition/parameters/Key': { type: 'SecureString', defaultValue: 'c0ffee' },
          '/definition/actions/Ask': call,
        },
        at: ['/definition/parameters/Key/defaultValue'],
      },
    ],
    good: [
      {
        change: {
          '/definition/parameters/Key': { type: 'SecureString', defaultValue: '' },
          '/definition/actions/Ask': call,
        },
        at: [],
      },
    ],
  },
  check({ definition, pointer }, report) {
    for (const [name, declared] of Object.entries(objectAt(definition, 'parameters'))) {
      const type = isObject(declared) ? own(declared, 'type') : undefined;
      if (!isObject(declared) || typeof type !== 'string' || !/^secure/i.test(type)) continue;
      const value = own(declared, 'defaultValue');
      const isEmpty =
        value === undefined || value === null || value === '' || (isObject(value) && Object.keys(value).length === 0);
      if (isEmpty || (typeof value === 'string' && hasHole(value))) continue;
      const at = ['parameters', name, 'defaultValue'].reduce(child, pointer);
      report(
        at,
        `The parameter ${shorten(name)} of type ${shorten(type)} has a default, expected none: the deployment gives the value.`,
      );
    }
  },
};
