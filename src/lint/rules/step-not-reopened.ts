import { shorten } from '../../core/shorten.js';
import { valueAt } from '../../core/pointer.js';
import { isWebhook } from '../../designer/answer.js';
import { storedPath } from '../../designer/designer-path.js';
import { reopening } from '../../designer/reopened.js';
import { exampleDefinition } from '../example-connector.js';
import { exampleOperation } from '../example-operation.js';
import { isInternal } from '../internal.js';
import { operationName } from '../operation-name.js';
import type { LintRule } from '../rule.js';

/** The trigger of the example. */
const webhook = valueAt(exampleDefinition, '/paths/~1hooks/post');
const inPath = (name: string, title: string) => ({
  name,
  in: 'path',
  type: 'string',
  required: true,
  description: 'A part of the old number.',
  'x-ms-summary': title,
  'x-ms-url-encoding': 'single',
});
const year = inPath('year', 'Year');
const number = inPath('number', 'Number');

export const stepNotReopened: LintRule = {
  code: 'step-not-reopened',
  severity: 'warning',
  onlyIn: 'logic-apps',
  summary: 'The designer finds the operation of a stored step by its method and path.',
  why: 'A workflow stores no operationId. The designer takes the longest path of the method that fits, any text for a parameter, and POST for a webhook: a step then opens as another operation, or not at all.',
  source: 'github:Azure/LogicAppsUX, libs/designer/src/lib/core/utils/swagger/operation.ts',
  published: { files: 2, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1hooks/put': webhook, '/paths/~1hooks/post': undefined },
        at: ['/paths/~1hooks/put'],
      },
      {
        definition: {
          '/paths/~1archive~1{year}-{number}': { get: { ...exampleOperation, parameters: [year, number] } },
          '/paths/~1archive~1a-z': { get: { ...exampleOperation, operationId: 'ReadTheArchive' } },
        },
        at: ['/paths/~1archive~1a-z/get'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1archive~1{year}-{number}': { get: { ...exampleOperation, parameters: [year, number] } },
          '/paths/~1archive~1from-a-to-z': { get: { ...exampleOperation, operationId: 'ReadTheArchive' } },
        },
        at: [],
      },
    ],
  },
  check({ operations }, report) {
    if (operations.length > maxCompared) return {};
    const reopen = reopening(operations);
    for (const at of operations) {
      const { operationId } = at.operation;
      if (operationId === undefined || isInternal(at.operation)) continue;
      const found = reopen({ method: isWebhook(at) ? 'post' : at.method, path: storedPath(at.path) });
      if (found?.operation.operationId === operationId) continue;
      const name = operationName(at.operation, at);
      const as = found ? `is taken for ${operationName(found.operation, found)}` : 'is not found again';
      const why = found ? `the path ${shorten(found.path)} fits it, too` : 'the designer looks for a POST';
      report(
        at.pointer,
        `A step of the operation ${name} ${as} when a workflow is opened: ${why}, expected a path and method that tell them apart.`,
      );
    }
    return {};
  },
};

/** Twice as many operations as a connector may have: each is held against each. */
const maxCompared = 512;
