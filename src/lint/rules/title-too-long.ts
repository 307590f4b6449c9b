import { shorten } from '../../core/shorten.js';
import { maxTitleCharacters } from '../../definition/limits.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const titleTooLong: LintRule = {
  code: 'title-too-long',
  severity: 'note',
  certification: 'error',
  summary: 'The title has at most 30 characters.',
  why: 'The gallery cuts a longer one, and certification refuses it.',
  source: certificationPage,
  published: { files: 3, of: 1018 },
  codes: ['FieldLengthExceeded'],
  examples: {
    bad: [{ definition: { '/info/title': 'Contoso Help Desk Tickets Worldwide' }, at: ['/info/title'] }],
    good: [{ definition: { '/info/title': 'Contoso Help Desk Tickets' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const { length } = info.title;
    if (length > maxTitleCharacters) {
      report(
        '/info/title',
        `The title ${shorten(info.title)} has ${length} characters, expected at most ${maxTitleCharacters}.`,
      );
    }
    return {};
  },
};
