import { isObject, own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

/** What the answer may call the address of its next page. */
const known = ['nextLink', '@odata.nextLink'];

export const nextLinkName: LintRule = {
  code: 'next-link-name',
  severity: 'warning',
  summary: 'The address of the next page is in "nextLink" or "@odata.nextLink".',
  why: 'Under another name it is not found: a workflow gets the first page and takes it for all there is.',
  source: `${validatorPage} (InvalidNextLinkNameValue)`,
  published: { files: 0, of: 161 },
  codes: ['InvalidNextLinkNameValue'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/get/x-ms-pageable': { nextLinkName: 'next' } },
        at: ['/paths/~1tickets~1{id}/get/x-ms-pageable'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets~1{id}/get/x-ms-pageable': { nextLinkName: 'nextLink' } }, at: [] }],
  },
  check: (_subject, report) => ({
    operation: having(['x-ms-pageable'], (operation, { pointer }) => {
      const pageable = operation['x-ms-pageable'];
      if (pageable === undefined) return;
      const name = isObject(pageable) ? own(pageable, 'nextLinkName') : undefined;
      if (typeof name === 'string' && known.includes(name)) return;
      const message = `The nextLinkName is ${name === undefined ? 'absent' : shorten(name)}, expected "nextLink" or "@odata.nextLink".`;
      report(`${pointer}/x-ms-pageable`, message);
    }),
  }),
};
