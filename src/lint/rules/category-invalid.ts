import { categories } from '../../build/metadata.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { metadataOf } from '../metadata.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

const known: readonly string[] = categories;
/** Certification takes two at most. */
const maxCategories = 2;

const pointer = '/x-ms-connector-metadata/2/propertyValue';

export const categoryInvalid: LintRule = {
  code: 'category-invalid',
  severity: 'note',
  certification: 'error',
  summary: 'A connector has one or two of the 19 categories, with ";" between them.',
  why: 'The documentation of certified connectors is sorted by them; certification refuses others, and a third.',
  source: certificationPage,
  published: { files: 0, of: 161 },
  codes: ['InvalidConnectorCategory', 'TooManyConnectorCategories'],
  examples: {
    bad: [
      { definition: { [pointer]: 'Productivty' }, at: [pointer] },
      { definition: { [pointer]: 'AI;Data;Security' }, at: [pointer] },
      { definition: { [pointer]: undefined }, at: ['/x-ms-connector-metadata/2'] },
    ],
    good: [{ definition: { [pointer]: 'AI;Data' }, at: [] }],
  },
  check({ definition }, report) {
    for (const { name, value, item, pointer: entry } of metadataOf(definition)) {
      if (name !== 'Categories') continue;
      const at = Object.hasOwn(item, 'propertyValue') ? `${entry}/propertyValue` : entry;
      const given = value.split(';', maxCategories + 1).map((category) => category.trim());
      for (const category of given) {
        if (known.includes(category)) continue;
        const near = didYouMean(category, known);
        report(at, `The category ${shorten(category)} is none of the ${known.length}.${near}`);
      }
      if (given.length > maxCategories) {
        report(at, `The categories are ${shorten(value)}, expected ${maxCategories} at most.`);
      }
    }
    return {};
  },
};
