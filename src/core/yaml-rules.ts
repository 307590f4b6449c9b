import type { Rule } from './rule.js';

export const yamlSyntax: Rule<string> = {
  code: 'yaml-syntax',
  severity: 'error',
  summary: 'The text follows the grammar of YAML.',
  why: 'A text that is not YAML cannot be read; what a lenient reader makes of it is a guess.',
  source: 'YAML 1.2.2',
  examples: { bad: ['a: [1, 2', 'a: "x', 'a:\n\t- 1', 'a: *b'], good: ['a: [1, 2]', 'a: x'] },
};

export const yamlDuplicateKey: Rule<string> = {
  code: 'yaml-duplicate-key',
  severity: 'error',
  summary: 'No key stands twice in one mapping.',
  why: 'Which of the two counts depends on the reader: what is reviewed need not be what is deployed.',
  source: 'YAML 1.2.2 section 3.2.1.3',
  examples: { bad: ['a: 1\na: 2', '200: x\n"200": y'], good: ['a: {a: 1}\nA: 2'] },
};

export const yamlAliasLimit: Rule<string> = {
  code: 'yaml-alias-limit',
  severity: 'error',
  summary: 'Aliases stand for at most 100,000 values, and none for a value that holds it.',
  why: 'A few lines of aliases to aliases stand for billions of values: written as JSON they would fill any disk.',
  source: 'core/yaml-build.ts',
  examples: {
    bad: [
      '&a [*a]',
      [...'abcdefgh']
        .map((name, index) => {
          const before = `*${String.fromCharCode(96 + index)}`;
          return `- &${name} [${Array(10)
            .fill(index === 0 ? 1 : before)
            .join(', ')}]\n`;
        })
        .join(''),
    ],
    good: ['a: &a [1]\nb: *a'],
  },
};

export const yamlTokenLimit: Rule<string> = {
  code: 'yaml-token-limit',
  severity: 'error',
  summary: 'A YAML document has at most 600,000 tokens: scalars, indicators, spaces, line ends and comments.',
  why: 'Every token costs time and memory, however few bytes it has: a million empty lists in 2 MiB would take minutes.',
  source: 'core/yaml-tokens.ts: the largest API description known here has 390,000',
  // Described, as a reader of `explain` wants no megabyte.
  examples: { bad: ['(any YAML of more than 600,000 tokens)'], good: ['a: [1, 2]'] },
};

export const yamlSeveralDocuments: Rule<string> = {
  code: 'yaml-several-documents',
  severity: 'error',
  summary: 'A file holds one document.',
  why: 'Only one of them could be used, and nothing says which.',
  source: 'YAML 1.2.2 section 9.2',
  examples: { bad: ['a: 1\n---\nb: 2'], good: ['---\na: 1\n...\n'] },
};

export const yamlKey: Rule<string> = {
  code: 'yaml-key',
  severity: 'error',
  summary: 'A key is a scalar; it is taken as the text that stands there.',
  why: 'A key in JSON is a string: a list or a mapping as a key has no counterpart.',
  source: 'RFC 8259 section 4; YAML 1.2.2 section 10.2',
  examples: { bad: ['[a, b]: 1', '? {a: 1}\n: 2'], good: ['200: ok\ntrue: yes'] },
};

export const yamlTag: Rule<string> = {
  code: 'yaml-tag',
  severity: 'error',
  summary:
    "A tag is one of JSON's types: !!str, !!int, !!float, !!bool, !!null, !!map or !!seq, and the value is of that type.",
  why: 'Dates, binary data, sets and tags of an application have no counterpart in JSON, and each reader makes something else of them.',
  source: 'YAML 1.2.2 section 10.2',
  examples: {
    bad: ['a: !!binary aGk=', 'a: !secret key', 'a: !!int x', '!!set {a}'],
    good: ['a: !!str 1', 'a: 2024-10-21', 'a: !!int "1"'],
  },
};

export const yamlNumber: Rule<string> = {
  code: 'yaml-number',
  severity: 'error',
  summary: 'A number is finite: neither .nan nor .inf.',
  why: 'JSON has no such number.',
  source: 'RFC 8259 section 6',
  examples: { bad: ['a: .nan', 'a: -.inf'], good: ['a: ".nan"', 'a: 1.5'] },
};

export const yamlMergeKey: Rule<string> = {
  code: 'yaml-merge-key',
  severity: 'error',
  summary: 'What a merge key `<<` names is a mapping or a list of mappings.',
  why: 'Nothing else can be merged into a mapping; quoted, "<<" is an ordinary key.',
  source: 'https://yaml.org/type/merge.html',
  examples: { bad: ['a:\n  <<: 1', 'a:\n  <<: [{b: 1}, 2]'], good: ['a: &a {b: 1}\nc:\n  <<: *a\n  d: 2', '"<<": 1'] },
};
