import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

/** Whether a title ends with a letter or a digit. Nearly all end with one of ASCII, and what knows all letters takes long to read. */
function endsWell(title: string): boolean {
  return /[A-Za-z0-9]$/.test(title) || /[\p{L}\p{N}]$/u.test(title);
}

export const titleEndsBadly: LintRule = {
  code: 'title-ends-badly',
  severity: 'note',
  certification: 'error',
  summary: 'The title ends with a letter or a digit.',
  why: 'Names of connectors stand in lists and sentences; certification refuses one that ends with a space or punctuation.',
  source: certificationPage,
  published: { files: 15, of: 1018 },
  codes: ['ValueMustEndWithAlphanumeric'],
  examples: {
    bad: [{ definition: { '/info/title': 'Contoso Tickets. ' }, at: ['/info/title'] }],
    good: [{ definition: { '/info/title': 'Contoso Tickets 2' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const { title } = info;
    if (title.trim() === '' || endsWell(title)) return {};
    const value = title.replace(/[\s.,;:!-]{1,10}$/, '');
    const fix = endsWell(value) ? { fix: { set: '/info/title', value } } : {};
    report('/info/title', `The title ${shorten(title)} does not end with a letter or a digit.`, fix);
    return {};
  },
};
