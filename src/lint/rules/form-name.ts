import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { upload } from '../example-upload.js';
import type { LintRule } from '../rule.js';
import { designerSource, validatorPage } from '../sources.js';

/** Characters of US-ASCII that can be read. */
const ascii = /^[\x20-\x7e]*$/;

export const formName: LintRule = {
  code: 'form-name',
  severity: 'warning',
  summary: 'The names of form fields are of US-ASCII; those of files have no " and no @.',
  why: 'The name stands in a header of its part of the form. The designer drops a file of such a name without a word.',
  source: `${validatorPage} (InvalidFormDataParameterName); ${designerSource}`,
  published: { files: 0, of: 161 },
  codes: ['InvalidFormDataParameterName'],
  examples: {
    bad: [
      {
        definition: upload('multipart/form-data', { type: 'string', name: 'größe' }),
        at: ['/paths/~1files/post/parameters/0/name'],
      },
      {
        definition: upload('multipart/form-data', { type: 'file', name: '@file' }),
        at: ['/paths/~1files/post/parameters/0/name'],
      },
    ],
    good: [{ definition: upload('multipart/form-data', { type: 'string', name: '@size' }), at: [] }],
  },
  check: (_subject, report) => ({
    parameter(node, { pointer }) {
      if (isReference(node) || node.in !== 'formData') return;
      const { name, type } = node;
      if (!ascii.test(name)) {
        report(`${pointer}/name`, `The form field ${shorten(name)} has characters beyond US-ASCII in its name.`);
      } else if (type === 'file' && /["@]/.test(name)) {
        report(`${pointer}/name`, `The file ${shorten(name)} has a quote or an @ in its name: the designer drops it.`);
      }
    },
  }),
};
