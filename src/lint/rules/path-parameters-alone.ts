import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';
import { designerSource } from '../sources.js';

const get = '/paths/~1tickets~1{id}/get';
const id = {
  name: 'id',
  in: 'path',
  type: 'integer',
  format: 'int32',
  required: true,
  description: 'The number of the ticket.',
  'x-ms-summary': 'Ticket ID',
  'x-ms-url-encoding': 'single',
};

export const pathParametersAlone: LintRule = {
  code: 'path-parameters-alone',
  severity: 'warning',
  onlyIn: 'logic-apps',
  summary: 'An operation of a path that has parameters has a list of parameters, too.',
  why: 'The designer looks into the list without asking whether there is one: it stops with a TypeError, for every operation of the connector.',
  source: `${designerSource}/parser.ts (includePathItemParameters)`,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1{id}/parameters': [id], [`${get}/parameters`]: undefined },
        at: [get],
      },
    ],
    good: [
      {
        definition: { '/paths/~1tickets~1{id}/parameters': [id], [`${get}/parameters`]: [] },
        at: [],
      },
    ],
  },
  check({ operations }, report) {
    for (const at of operations) {
      const shared = at.item.parameters ?? [];
      if (shared.length === 0 || at.operation.parameters !== undefined) continue;
      const message = `The operation ${operationName(at.operation, at)} has no list of parameters of its own and its path has one, expected "parameters": [].`;
      report(at.pointer, message, { fix: { set: `${at.pointer}/parameters`, value: [] } });
    }
    return {};
  },
};
