import { shorten } from '../../core/shorten.js';
import type { Schema } from '../../openapi/types.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped, type Typed } from '../typed.js';

const subject = '/paths/~1tickets/post/parameters/1/schema/properties/subject';
const labels = {
  title: 'Labels',
  description: 'Labels with their values.',
  'x-ms-editor': 'dictionary',
  type: 'object',
};
const place = '/paths/~1tickets/post/parameters/1/schema/properties/labels';

export const editorDictionary: LintRule = {
  code: 'editor-dictionary',
  severity: 'warning',
  summary: 'The editor "dictionary" is for an object with additional properties.',
  why: 'It makes an object of names and values: no other type can take it.',
  source: `${validatorPage} (InvalidCustomEditorExtensionDictionaryValue)`,
  published: { files: 0, of: 161 },
  codes: ['InvalidCustomEditorExtensionDictionaryValue'],
  examples: {
    bad: [{ definition: { [`${subject}/x-ms-editor`]: 'dictionary' }, at: [`${subject}/x-ms-editor`] }],
    good: [{ definition: { [place]: { ...labels, additionalProperties: { type: 'string' } } }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(['x-ms-editor'], (node: Typed & Pick<Schema, 'additionalProperties'>, pointer) => {
      if (node['x-ms-editor'] !== 'dictionary') return;
      if (node.type === 'object' && (node.additionalProperties ?? false) !== false) return;
      const message = `The editor "dictionary" stands at a value of type ${shorten(node.type ?? 'unknown')}, expected at an object with additional properties.`;
      report(`${pointer}/x-ms-editor`, message);
    }),
};
