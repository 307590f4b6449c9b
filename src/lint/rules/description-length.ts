import { maxDescriptionCharacters, minDescriptionCharacters } from '../../definition/limits.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

export const descriptionLength: LintRule = {
  code: 'description-length',
  severity: 'note',
  certification: 'error',
  summary: "The connector's description has 30 to 500 characters.",
  why: 'A shorter one says too little in the gallery, a longer one is cut; certification refuses both.',
  source: certificationPage,
  published: { files: 5, of: 1018 },
  codes: ['FieldLengthNotInRange'],
  examples: {
    bad: [{ definition: { '/info/description': 'Contoso tickets.' }, at: ['/info/description'] }],
    good: [{ definition: { '/info/description': 'Reads and makes the tickets of the Contoso help desk.' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const { description = '' } = info;
    const { length } = description;
    if (description.trim() === '' || (length >= minDescriptionCharacters && length <= maxDescriptionCharacters))
      return {};
    const expected = `expected ${minDescriptionCharacters} to ${maxDescriptionCharacters}`;
    report('/info/description', `The description has ${length} characters, ${expected}.`);
    return {};
  },
};
