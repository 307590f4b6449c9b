import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const answerHeaderRepeated: LintRule = {
  code: 'answer-header-repeated',
  severity: 'warning',
  summary: 'No two headers of an answer have names that differ in case only.',
  why: 'Names of headers are compared without case: which of the two declarations holds is left to chance.',
  source: `${validatorPage} (ResponseHeadersAreNotUnique)`,
  published: { files: 0, of: 161 },
  codes: ['ResponseHeadersAreNotUnique'],
  examples: {
    bad: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/responses/404/headers': {
            'Retry-After': { type: 'string' },
            'retry-after': { type: 'string' },
          },
        },
        at: ['/paths/~1tickets~1{id}/get/responses/404/headers/retry-after'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets~1{id}/get/responses/404/headers': {
            'Retry-After': { type: 'string' },
            'X-Retry-After': { type: 'string' },
          },
        },
        at: [],
      },
    ],
  },
  check: (_subject, report) => ({
    response: having(['headers'], (response, { pointer }) => {
      if (isReference(response)) return;
      const seen = new Map<string, string>();
      for (const name of Object.keys(response.headers ?? {})) {
        const first = seen.get(name.toLowerCase());
        if (first === undefined) seen.set(name.toLowerCase(), name);
        else
          report(
            child(`${pointer}/headers`, name),
            `The header ${shorten(name)} is ${shorten(first)} in another case, expected it once.`,
          );
      }
    }),
  }),
};
