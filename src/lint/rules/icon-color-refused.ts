import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

/** White, and the color that every connector has at first. */
const refused = ['#ffffff', '#007ee5'];

export const iconColorRefused: LintRule = {
  code: 'icon-color-refused',
  severity: 'note',
  certification: 'error',
  summary: 'The color of a connector is neither white nor the default.',
  why: 'On white the icon has no edge, and the default looks like every other connector; certification refuses both.',
  source: certificationPage,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        properties: { '/properties/iconBrandColor': '#FFFFFF' },
        at: ['apiProperties.json#/properties/iconBrandColor'],
      },
    ],
    good: [{ properties: { '/properties/iconBrandColor': '#0f5ea8' }, at: [] }],
  },
  check({ properties }, report) {
    const color = properties?.iconBrandColor;
    if (color !== undefined && refused.includes(color.toLowerCase())) {
      const message = `The color is ${shorten(color)}, expected neither white nor the default of connectors.`;
      report('/properties/iconBrandColor', message, { in: 'properties' });
    }
    return {};
  },
};
