import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import { bareType } from '../media-type.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const answerExampleNotProduced: LintRule = {
  code: 'answer-example-not-produced',
  severity: 'note',
  certification: 'warning',
  summary: 'The examples of an answer are in media types that the operation produces.',
  why: 'One of the two is wrong: what the operation answers, or what it says that it does.',
  source: `${validatorPage} (ResponseExampleMustBeProducedByOperation)`,
  published: { files: 0, of: 161 },
  codes: ['ResponseExampleMustBeProducedByOperation'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/responses/404/examples': { 'text/plain': 'No.' } },
        at: ['/paths/~1tickets~1{id}/get/responses/404/examples/text~1plain'],
      },
    ],
    good: [
      {
        definition: { '/paths/~1tickets~1{id}/get/responses/404/examples': { 'application/json': 'No.' } },
        at: [],
      },
    ],
  },
  check: ({ definition }, report) => ({
    response: having(['examples'], (response, { pointer, operation }) => {
      const produces = operation?.produces ?? definition.produces ?? [];
      if (operation === undefined || produces.length === 0 || isReference(response)) return;
      for (const type of Object.keys(response.examples ?? {})) {
        if (produces.some((produced) => bareType(produced) === bareType(type))) continue;
        const message = `The example is in ${shorten(type)}, expected one of ${shorten([...produces])}.`;
        report(child(`${pointer}/examples`, type), message);
      }
    }),
  }),
};
