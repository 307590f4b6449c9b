import type { Rule } from '../core/rule.js';

/** What is found in suppressions themselves. An example is an entry of `x-connector-kit-ignore` or of `suppressions`, as JSON. */
export const suppressRules = {
  suppressionInvalid: {
    code: 'suppression-invalid',
    severity: 'warning',
    summary: 'A suppression names a code that exists and says why its findings are none.',
    why: 'It is not followed. Without a reason nobody can tell later whether it still holds.',
    source: 'x-connector-kit-ignore and connector-kit.yaml, which are ours',
    examples: {
      bad: ['{ "code": "summary-missing" }', '{ "code": "sumary-missing", "reason": "Nobody sees it." }'],
      good: ['{ "code": "summary-missing", "reason": "Nobody sees it." }'],
    },
  },
  suppressionUnused: {
    code: 'suppression-unused',
    severity: 'warning',
    summary: 'A suppression matches a finding.',
    why: 'What it was for is gone or stands elsewhere now; a new finding that it happens to match would go unseen.',
    source: 'x-connector-kit-ignore and connector-kit.yaml, which are ours',
    examples: {
      bad: ['{ "code": "summary-missing", "reason": "Nobody sees it." }, where every operation has a summary'],
      good: ['The same where an operation has none.'],
    },
  },
} as const satisfies Readonly<Record<string, Rule<string>>>;
