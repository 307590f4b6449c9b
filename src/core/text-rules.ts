import type { Rule } from './rule.js';

export const textNotUtf8: Rule<string> = {
  code: 'text-not-utf8',
  severity: 'error',
  summary: 'A document is text in UTF-8.',
  why: 'The service and its tools read a definition as UTF-8; other bytes turn into replacement characters or stop the import.',
  source: 'RFC 8259 section 8.1; YAML 1.2.2 section 5.2 (UTF-16 is allowed there, and refused here)',
  examples: {
    bad: ['\u00ff\u00fe{\u0000}\u0000', '{"name": "Caf\u00e9"}', 'PK\u0003\u0004\u0014\u0000'],
    good: ['{"name": "Cafe"}'],
  },
};

export const documentTooLarge: Rule<string> = {
  code: 'document-too-large',
  severity: 'error',
  summary: 'A document has at most 32 MiB, in YAML at most 4 MiB.',
  why: 'A file of this length is hardly a definition or a recording, and reading it could exhaust the memory.',
  source: 'core/limits.ts: the largest published connector has 1.1 MiB',
  // The one bad example that is described: a reader of `explain` wants no 4 MiB.
  examples: { bad: ['(any text of more than 32 MiB)'], good: ['{}'] },
};

export const documentTooDeep: Rule<string> = {
  code: 'document-too-deep',
  severity: 'error',
  summary: 'Arrays and objects are nested at most 200 levels deep.',
  why: 'Readers of a definition, the service among them, follow the nesting and fail when it has no end in sight.',
  source:
    'core/limits.ts: the deepest published connector has 23 levels; RFC 8259 section 9 lets a parser set the limit',
  examples: { bad: [`${'['.repeat(201)}${']'.repeat(201)}`], good: [`${'['.repeat(200)}${']'.repeat(200)}`] },
};

export const numberTooLarge: Rule<string> = {
  code: 'number-too-large',
  severity: 'error',
  summary: 'A number is finite when it is read as a double.',
  why: 'Most readers turn such a number into Infinity, which no JSON can hold.',
  source: 'RFC 8259 section 6; IEEE 754 binary64: the largest is about 1.8e308',
  examples: { bad: ['[1e400]', '[-1e309]'], good: ['[1.7e308, 1e-400]'] },
};
