import { own } from '../../core/json.js';
import { queue } from '../example-dynamic.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const level = { operationId: 'ListQueues', itemsPath: 'queues', itemValuePath: 'name', itemTitlePath: 'label' };
const picker = { 'file-picker': { open: { operationId: 'ListQueues' } } };
const values = { capability: 'file-picker', parameters: {}, 'value-path': 'name' };

export const filePickerTreeMissing: LintRule = {
  code: 'file-picker-tree-missing',
  severity: 'note',
  certification: 'warning',
  summary: 'A field with a file picker has x-ms-dynamic-tree too.',
  why: 'Newer designers make the picker from it alone.',
  source: `${validatorPage} (DynamicTreeExtensionMissing)`,
  published: { files: 0, of: 161 },
  codes: ['DynamicTreeExtensionMissing'],
  examples: {
    bad: [
      {
        definition: { '/x-ms-capabilities': picker, [`${queue}/x-ms-dynamic-values`]: values },
        at: [`${queue}/x-ms-dynamic-values/capability`],
      },
    ],
    good: [
      {
        definition: {
          '/x-ms-capabilities': picker,
          [`${queue}/x-ms-dynamic-values`]: values,
          [`${queue}/x-ms-dynamic-tree`]: { open: level },
        },
        at: [],
      },
    ],
  },
  check({ dynamicCalls }, report) {
    for (const { value, node, pointer } of dynamicCalls) {
      if (own(value, 'capability') !== 'file-picker' || node['x-ms-dynamic-tree'] !== undefined) continue;
      report(`${pointer}/capability`, 'The file picker has no "x-ms-dynamic-tree" beside it, expected one.');
    }
    return {};
  },
};
