import type { Rule } from '../../core/rule.js';

/** What is found in `connector-kit.yaml`. The examples are for a reader. */
export const configRules = {
  configInvalid: {
    code: 'config-invalid',
    severity: 'error',
    summary: 'connector-kit.yaml is a mapping.',
    why: 'Nothing in it is followed.',
    source: 'connector-kit.yaml, which is ours',
    examples: { bad: ['- suppressions'], good: ['suppressions: []'] },
  },
  configKeyUnknown: {
    code: 'config-key-unknown',
    severity: 'warning',
    summary: 'The keys of connector-kit.yaml are known.',
    why: 'What stands below an unknown key is not followed.',
    source: 'connector-kit.yaml, which is ours: "suppressions" is all that is read now',
    examples: { bad: ['supressions: []'], good: ['suppressions: []'] },
  },
} as const satisfies Readonly<Record<string, Rule<string>>>;
