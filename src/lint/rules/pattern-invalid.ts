import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped } from '../typed.js';

const pattern = '/definitions/Ticket/properties/subject/pattern';

export const patternInvalid: LintRule = {
  code: 'pattern-invalid',
  severity: 'warning',
  summary: 'A pattern is a regular expression.',
  why: 'Whoever holds a value against it fails, or lets everything pass.',
  source: `${validatorPage} (PatternShouldBeValidRegularExpression)`,
  published: { files: 0, of: 161 },
  codes: ['PatternShouldBeValidRegularExpression'],
  examples: {
    bad: [{ definition: { [pattern]: '^[A-Z' }, at: [pattern] }],
    good: [
      { definition: { [pattern]: '^[A-Z]+$' }, at: [] },
      { definition: { [pattern]: '(?i)^[a-z]+$' }, at: [] },
    ],
  },
  check: (_subject, report) =>
    eachTyped(['pattern'], (node, pointer) => {
      if (node.pattern === undefined || isExpression(node.pattern)) return;
      report(`${pointer}/pattern`, `The pattern ${shorten(node.pattern)} is no regular expression.`);
    }),
};

/** Whether JavaScript can read it, but for the constructs of .NET that it lacks: options, atomic and quoted names of groups. */
function isExpression(source: string): boolean {
  const plain = source.replace(/\(\?[imnsx]+(?:-[imnsx]+)?\)/g, '').replace(/\(\?(?:>|[imnsx-]+:|'\w+')/g, '(?:');
  try {
    RegExp(plain);
    return true;
  } catch {
    return false;
  }
}
