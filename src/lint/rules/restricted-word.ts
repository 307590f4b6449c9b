import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { certificationPage, stringsPage } from '../sources.js';

export const restrictedWord: LintRule = {
  code: 'restricted-word',
  severity: 'note',
  certification: 'warning',
  summary: 'Neither the title nor the description says "API", and the title does not say "connector".',
  why: 'Everything in the gallery is a connector to an API: the word says nothing to the people who choose there.',
  source: `${stringsPage}; ${certificationPage}`,
  published: { files: 135, of: 1018 },
  codes: ['ValueContainsRestrictedWords'],
  examples: {
    bad: [
      { definition: { '/info/title': 'Contoso Tickets API' }, at: ['/info/title'] },
      { definition: { '/info/description': 'Calls the API of the Contoso help desk.' }, at: ['/info/description'] },
    ],
    good: [{ definition: { '/info/title': 'Contoso Apiary' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const { title, description = '' } = info;
    const inTitle = /\b(?:APIs?|connectors?)\b/i.exec(title)?.[0];
    if (inTitle !== undefined)
      report('/info/title', `The title ${shorten(title)} says ${shorten(inTitle)}, expected one without that word.`);
    const inDescription = /\bAPIs?\b/i.exec(description)?.[0];
    if (inDescription !== undefined) {
      report('/info/description', `The description says ${shorten(inDescription)}, expected one without that word.`);
    }
    return {};
  },
};
