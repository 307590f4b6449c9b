import { shorten } from '../../core/shorten.js';
import { isVisibleAscii } from '../../core/visible-ascii.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

/** The first letter of another alphabet, or one that English does not have. */
function foreignIn(text: string): string | undefined {
  return isVisibleAscii(text) ? undefined : /[^\P{L}A-Za-z]/u.exec(text)?.[0];
}

export const notEnglish: LintRule = {
  code: 'not-english',
  severity: 'note',
  certification: 'warning',
  summary: 'The title and the description are in English.',
  why: 'Microsoft translates a certified connector from English, and refuses texts with other letters.',
  source: certificationPage,
  published: { files: 0, of: 161 },
  codes: ['ValueMustBeInEnglish'],
  examples: {
    bad: [{ definition: { '/info/title': 'Contoso Störungen' }, at: ['/info/title'] }],
    good: [
      { definition: { '/info/description': 'Reads the “tickets” of the Contoso help desk – all of them.' }, at: [] },
    ],
  },
  check({ definition: { info } }, report) {
    for (const key of ['title', 'description'] as const) {
      const letter = foreignIn(info[key] ?? '');
      if (letter !== undefined)
        report(`/info/${key}`, `The ${key} has the letter ${shorten(letter)}, expected English.`);
    }
    return {};
  },
};
