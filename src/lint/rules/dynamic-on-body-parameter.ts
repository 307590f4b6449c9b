import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const names = ['x-ms-dynamic-values', 'x-ms-dynamic-list'] as const;

const body = '/paths/~1tickets/post/parameters/1';
const call = {
  operationId: 'ListQueues',
  parameters: {},
  'value-collection': 'queues',
  'value-path': 'name',
  'value-title': 'label',
};

export const dynamicOnBodyParameter: LintRule = {
  code: 'dynamic-on-body-parameter',
  severity: 'warning',
  summary: 'x-ms-dynamic-values and x-ms-dynamic-list stand in the schema of a body, not beside it.',
  why: 'Beside the schema nothing reads it, and the field has no drop-down.',
  source: `${validatorPage} (DynamicExtensionDefinitionNotAllowedInParameter)`,
  published: { files: 0, of: 161 },
  codes: ['DynamicExtensionDefinitionNotAllowedInParameter'],
  examples: {
    bad: [{ definition: { [`${body}/x-ms-dynamic-values`]: call }, at: [`${body}/x-ms-dynamic-values`] }],
    good: [{ definition: { [`${body}/schema/properties/subject/x-ms-dynamic-values`]: call }, at: [] }],
  },
  check: (_subject, report) => ({
    parameter: having(names, (node, { pointer }) => {
      if (isReference(node) || node.in !== 'body') return;
      for (const name of names) {
        if (node[name] === undefined) continue;
        report(
          `${pointer}/${name}`,
          `"${name}" does nothing at a body parameter, expected it at a property of its schema.`,
        );
      }
    }),
  }),
};
