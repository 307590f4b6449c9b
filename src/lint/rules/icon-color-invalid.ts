import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { propertiesSchema } from '../sources.js';

export const iconColorInvalid: LintRule = {
  code: 'icon-color-invalid',
  severity: 'note',
  summary: 'A connector has a color, written as #RRGGBB.',
  why: 'The color is behind its icon and on every action; without one paconn makes no connector of the files.',
  source: `${propertiesSchema}; all 1,031 published files have one`,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      { properties: { '/properties/iconBrandColor': 'orange' }, at: ['apiProperties.json#/properties/iconBrandColor'] },
      { properties: { '/properties/iconBrandColor': undefined }, at: ['apiProperties.json#/properties'] },
    ],
    good: [{ properties: { '/properties/iconBrandColor': '#0F5EA8' }, at: [] }],
  },
  check({ properties }, report) {
    if (properties === undefined) return {};
    const { iconBrandColor: color } = properties;
    if (color === undefined) {
      report('/properties', 'The connector has no "iconBrandColor", expected a color such as "#0f5ea8".', {
        in: 'properties',
      });
    } else if (!/^#[0-9a-f]{6}$/i.test(color)) {
      const message = `The color is ${shorten(color)}, expected one such as "#0f5ea8".`;
      report('/properties/iconBrandColor', message, { in: 'properties' });
    }
    return {};
  },
};
