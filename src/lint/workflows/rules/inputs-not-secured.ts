import { shorten } from '../../../core/shorten.js';
import { ask, hiding } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';
import { isHidden } from '../secure-data.js';
import { reviews, securingPage } from '../sources.js';

const keyed = ask({ headers: { 'api-key': "@parameters('Key')" } });

export const inputsNotSecured: PlaybookRule = {
  code: 'inputs-not-secured',
  severity: 'error',
  summary: 'An action that sends a key in a header or a query hides its inputs.',
  why: 'The key stands in clear text in the history of each run.',
  source: `${securingPage}; ${reviews}`,
  published: 2,
  examples: {
    bad: [
      {
        change: { '/definition/parameters/Key': { type: 'SecureString' }, '/definition/actions/Ask': keyed },
        at: ['/definition/actions/Ask'],
      },
    ],
    good: [
      {
        change: {
          '/definition/parameters/Key': { type: 'SecureString' },
          '/definition/actions/Ask': { ...keyed, ...hiding('inputs') },
        },
        at: [],
      },
      {
        change: {
          '/definition/actions/Ask': ask({
            authentication: { type: 'ManagedServiceIdentity', audience: 'https://contoso.com' },
          }),
        },
        at: [],
      },
    ],
  },
  check({ keyPlaces }, report) {
    for (const { step, kind, name, value } of keyPlaces) {
      if (kind === 'authentication' || value === '' || isHidden(step, 'inputs')) continue;
      const message = `${shorten(step.name)} sends a key as the ${kind} ${shorten(name)} and does not hide its inputs, expected "secureData" with "inputs".`;
      report(step.pointer, message);
    }
  },
};
