import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const publisherMissing: LintRule = {
  code: 'publisher-missing',
  severity: 'note',
  certification: 'error',
  summary: 'apiProperties.json names the publisher of the connector.',
  why: 'It is whom a certified connector is listed under.',
  source: certificationPage,
  published: { files: 16, of: 161 },
  codes: [],
  examples: {
    bad: [{ properties: { '/properties/publisher': undefined }, at: ['apiProperties.json#/properties'] }],
    good: [{ properties: { '/properties/stackOwner': undefined }, at: [] }],
  },
  check({ properties }, report) {
    if (properties !== undefined && (properties.publisher ?? '').trim() === '') {
      const pointer = properties.publisher === undefined ? '/properties' : '/properties/publisher';
      report(pointer, 'The connector has no publisher, expected the name of a company or a person.', {
        in: 'properties',
      });
    }
    return {};
  },
};
