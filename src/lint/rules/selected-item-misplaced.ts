import { argumentsOf } from '../dynamic-calls.js';
import { shorten } from '../../core/shorten.js';
import { queue, withArea } from '../example-dynamic.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const level = { operationId: 'ListQueues', itemsPath: 'queues', itemValuePath: 'name', itemTitlePath: 'label' };
const selected = { area: { selectedItemValuePath: 'name' } };

export const selectedItemMisplaced: LintRule = {
  code: 'selected-item-misplaced',
  severity: 'warning',
  summary: 'Only "browse" of x-ms-dynamic-tree takes an argument from the selected item.',
  why: 'Elsewhere no item is selected yet, and the call lacks the argument.',
  source: `${validatorPage} (SelectedItemValuePathNotAllowedInThisPosition)`,
  published: { files: 0, of: 161 },
  codes: ['SelectedItemValuePathNotAllowedInThisPosition'],
  examples: {
    bad: [
      {
        definition: { ...withArea({}), [`${queue}/x-ms-dynamic-tree`]: { open: { ...level, parameters: selected } } },
        at: [`${queue}/x-ms-dynamic-tree/open/parameters/area/selectedItemValuePath`],
      },
    ],
    good: [
      {
        definition: {
          ...withArea({}),
          [`${queue}/x-ms-dynamic-tree`]: { open: level, browse: { ...level, parameters: selected } },
        },
        at: [],
      },
    ],
  },
  check({ dynamicCalls }, report) {
    for (const call of dynamicCalls) {
      if (call.level === 'browse') continue;
      for (const { name, pointer, selected: path } of argumentsOf(call)) {
        if (path === undefined) continue;
        const message = `The argument ${shorten(name)} is taken from a selected item, expected that in "browse" of "x-ms-dynamic-tree" only.`;
        report(`${pointer}/selectedItemValuePath`, message);
      }
    }
    return {};
  },
};
