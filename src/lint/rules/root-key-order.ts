import { child } from '../../core/pointer.js';
import { exampleDefinition } from '../example-connector.js';
import type { LintRule } from '../rule.js';
import { codingPage } from '../sources.js';

/** The sections of a definition as the coding standards order them. Others may stand anywhere. */
const sections = ['swagger', 'info', 'host', 'schemes', 'consumes', 'produces', 'paths', 'definitions', 'parameters'];

const { info = null, ...others } = exampleDefinition;

export const rootKeyOrder: LintRule = {
  code: 'root-key-order',
  severity: 'note',
  summary: 'A definition says what it is first, then where its service is, then its operations, then their parts.',
  why: 'Readers of a long file find what they look for; nothing else depends on it.',
  source: codingPage,
  published: { files: 22, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { '': { ...others, info } }, at: ['/info'] }],
    good: [{ definition: { '/host': 'api.contoso.com' }, at: [] }],
  },
  check({ definition }, report) {
    let last = -1;
    for (const key of Object.keys(definition)) {
      const place = sections.indexOf(key);
      if (place < 0) continue;
      if (place < last) {
        report(child('', key), `"${key}" stands behind "${sections[last]}", expected before it.`);
        break;
      }
      last = place;
    }
    return {};
  },
};
