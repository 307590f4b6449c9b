import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const contactIncomplete: LintRule = {
  code: 'contact-incomplete',
  severity: 'note',
  certification: 'error',
  summary: 'The contact of a connector has a name, a URL and an email address.',
  why: 'It is whom people ask when the connector fails; it stands in the public documentation of a certified one.',
  source: certificationPage,
  published: { files: 48, of: 1018 },
  codes: [],
  examples: {
    bad: [
      { definition: { '/info/contact': undefined }, at: ['/info'] },
      { definition: { '/info/contact/email': undefined }, at: ['/info/contact'] },
    ],
    good: [{ definition: { '/info/contact/name': 'Help desk' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const { contact } = info;
    if (contact === undefined) {
      report('/info', 'The connector has no contact, expected one with a name, a URL and an email address.');
      return {};
    }
    const absent = (['name', 'url', 'email'] as const).filter((key) => (contact[key] ?? '').trim() === '');
    if (absent.length > 0)
      report('/info/contact', `The contact has no ${absent.join(' and no ')}, expected name, url and email.`);
    return {};
  },
};
