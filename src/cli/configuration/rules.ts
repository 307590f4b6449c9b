import type { Rule } from '../../core/rule.js';

const source = 'connector-kit.yaml, which is ours: schemas/configuration.schema.json in the package';

/** What is found in `connector-kit.yaml`. The examples are such files. */
export const configRules = {
  configInvalid: {
    code: 'config-invalid',
    severity: 'error',
    summary: 'connector-kit.yaml says what it says in the right form.',
    why: 'It is not followed: a command that takes something of it stops before it does anything.',
    source,
    examples: {
      bad: [
        '- suppressions',
        'connectors: tickets',
        'target:\n  target: azur\n',
        'target:\n  subscripton: 11111111-1111-4111-8111-111111111111\n',
      ],
      good: ['suppressions: []', 'connectors: [tickets]\ntarget:\n  target: azure\n  resourceGroup: soc\n'],
    },
  },
  configKeyUnknown: {
    code: 'config-key-unknown',
    severity: 'warning',
    summary: 'The keys of connector-kit.yaml are known.',
    why: 'What stands below an unknown key is not followed.',
    source,
    examples: { bad: ['supressions: []'], good: ['suppressions: []'] },
  },
  configSecret: {
    code: 'config-secret',
    severity: 'error',
    summary: 'connector-kit.yaml holds no key.',
    why: 'The file is kept with others, and read by many. Keys come from --key-env, --key-stdin or --key-vault.',
    source,
    examples: {
      bad: ['target:\n  apiKey: 0123456789abcdef\n', 'password: letmein'],
      good: ['target:\n  target: azure\n'],
    },
  },
} as const satisfies Readonly<Record<string, Rule<string>>>;
