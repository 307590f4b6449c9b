import type { Rule } from '../core/rule.js';

const source = 'The fleet file, which is ours: schemas/fleet.schema.json';

/** What is found in a fleet file. An example is the file, in YAML. */
export const fleetRules = {
  invalid: {
    code: 'fleet-invalid',
    severity: 'error',
    summary: 'A fleet file has a list of targets, and each says what it says in the right form.',
    why: 'Nothing is sent: where a part of it cannot be read, nobody can say that the rest means what it seems to.',
    source,
    examples: {
      bad: ['targets: soc', 'targets: []', 'targets:\n  - subscription: contoso\n'],
      good: ['targets:\n  - subscription: 11111111-1111-4111-8111-111111111111\n    resourceGroup: soc\n'],
    },
  },
  keyUnknown: {
    code: 'fleet-key-unknown',
    severity: 'error',
    summary: 'The keys of a fleet file are known.',
    why: 'What stands below an unknown key would not be done, to each of the targets.',
    source,
    examples: {
      bad: ['targets:\n  - resource-group: soc\n', 'default:\n  resourceGroup: soc\ntargets:\n  - name: one\n'],
      good: ['targets:\n  - resourceGroup: soc\n'],
    },
  },
  keyInFile: {
    code: 'fleet-key-in-file',
    severity: 'error',
    summary: 'A fleet file says where a key is, and never holds one.',
    why: 'The file is kept with others, and read by many.',
    source,
    examples: {
      bad: ['targets:\n  - key: 0123456789abcdef\n', 'targets:\n  - key:\n      env: sk-0123456789abcdef\n'],
      good: [
        'targets:\n  - key:\n      env: CONTOSO_KEY\n',
        'targets:\n  - key:\n      vault: partner-vault/contoso\n',
      ],
    },
  },
  incomplete: {
    code: 'fleet-target-incomplete',
    severity: 'error',
    summary: 'Of each target it is known where it is and what shall be there.',
    why: 'Nothing is sent: a target that was forgotten is found before the others are done.',
    source,
    examples: {
      bad: ['targets:\n  - label: contoso\n'],
      good: ['targets:\n  - label: contoso\n    resourceGroup: soc\n    service: ./tickets\n'],
    },
  },
  duplicate: {
    code: 'fleet-target-duplicate',
    severity: 'error',
    summary: 'No two targets are the same connector in Azure.',
    why: 'One would be written over the other, and which of them stays is chance.',
    source,
    examples: {
      bad: ['targets:\n  - resourceGroup: soc\n    name: one\n  - resourceGroup: SOC\n    name: One\n'],
      good: ['targets:\n  - resourceGroup: soc\n    name: one\n  - resourceGroup: soc\n    name: two\n'],
    },
  },
} as const satisfies Readonly<Record<string, Rule<string>>>;
