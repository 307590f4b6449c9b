import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';

/** What 1,030 published files and the documentation of paconn have. */
const capabilities = ['actions', 'triggers', 'gateway', 'cloud'];

export const capabilityUnknown: LintRule = {
  code: 'capability-unknown',
  severity: 'note',
  summary: 'The capabilities of a connector are known ones: "actions", "triggers", "gateway", "cloud".',
  why: 'Another word is ignored: a connector that should go through a gateway does not ask for one.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/paconn-cli, and 161 published connectors',
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      { properties: { '/properties/capabilities': ['action'] }, at: ['apiProperties.json#/properties/capabilities/0'] },
    ],
    good: [{ properties: { '/properties/capabilities': ['actions', 'triggers'] }, at: [] }],
  },
  check({ properties }, report) {
    properties?.capabilities?.forEach((capability, index) => {
      if (capabilities.includes(capability)) return;
      const near = didYouMean(capability, capabilities);
      const message = `The capability ${shorten(capability)} is none that is known.${near}`;
      report(`/properties/capabilities/${index}`, message, { in: 'properties' });
    });
    return {};
  },
};
