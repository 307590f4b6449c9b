import { isArray, isObject, own, type Json } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const output = '/definitions/Ticket/properties/id/x-ms-capabilities';
const input = '/paths/~1tickets/post/parameters/1/schema/properties/subject/x-ms-capabilities';

/** What a query can filter and group by: DelegationMetadataOperatorConstants of github:microsoft/Power-Fx. */
const known: readonly string[] = (
  'eq ne lt le gt ge and or contains indexof substringof not year month day hour minute second tolower toupper trim null date ' +
  'length sum min max average count add sub startswith mul div endswith countdistinct cdsin top astype arraylookup distinct ' +
  'joininner joinleft joinright joinfull'
).split(' ');

export const filterFunctions: LintRule = {
  code: 'filter-functions',
  severity: 'note',
  certification: 'warning',
  summary: 'filterFunctions lists, at a property of an answer, functions that Power Fx knows, each once.',
  why: 'Power Apps asks the service to filter by these only; Logic Apps does not read them.',
  source: `${validatorPage} (FilterFunctionsPropertyEmpty, FilterFunctionsPropertyHasDuplicates, FilterFunctionsPropertyInInputSchema, FilterFunctionsPropertyInvalidValue)`,
  published: { files: 0, of: 161 },
  codes: [
    'FilterFunctionsPropertyEmpty',
    'FilterFunctionsPropertyHasDuplicates',
    'FilterFunctionsPropertyInInputSchema',
    'FilterFunctionsPropertyInvalidValue',
  ],
  examples: {
    bad: [
      { definition: { [output]: { filterFunctions: [] } }, at: [`${output}/filterFunctions`] },
      { definition: { [output]: { filterFunctions: ['eq', 'lt', 'eq'] } }, at: [`${output}/filterFunctions/2`] },
      { definition: { [output]: { filterFunctions: ['startwith'] } }, at: [`${output}/filterFunctions/0`] },
      { definition: { [input]: { filterFunctions: ['eq'] } }, at: [`${input}/filterFunctions`] },
    ],
    good: [{ definition: { [output]: { filterFunctions: ['eq', 'lt'] } }, at: [] }],
  },
  check: ({ isInput }, report) => ({
    schema: having(['x-ms-capabilities'], (node, { pointer: at }) => {
      const capabilities = isReference(node) ? undefined : node['x-ms-capabilities'];
      const list = isObject(capabilities) ? own(capabilities, 'filterFunctions') : undefined;
      if (list === undefined) return;
      const pointer = `${at}/x-ms-capabilities/filterFunctions`;
      if (isInput(node)) report(pointer, '"filterFunctions" stands in a request, expected it in an answer only.');
      else if (!isArray(list) || list.length === 0) {
        report(pointer, `"filterFunctions" is ${shorten(list)}, expected a list of functions such as "eq".`);
      } else {
        const met = new Set<Json>();
        for (const [index, item] of list.entries()) {
          if (typeof item !== 'string' || !known.includes(item)) {
            const near = typeof item === 'string' && index < maxHints ? didYouMean(item, known) : '';
            report(`${pointer}/${index}`, `The filter function ${shorten(item)} is none that Power Fx knows.${near}`);
          } else if (met.has(item)) report(`${pointer}/${index}`, `The filter function "${item}" is there already.`);
          met.add(item);
        }
      }
    }),
  }),
};

/** For how many items of one list a near name is looked for. */
const maxHints = 10;
