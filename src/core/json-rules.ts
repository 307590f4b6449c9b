import type { Rule } from './rule.js';

export const jsonSyntax: Rule<string> = {
  code: 'json-syntax',
  severity: 'error',
  summary: 'The text follows the grammar of JSON.',
  why: 'A text that is not JSON cannot be imported, checked or sent; 16 of 1,018 published connectors are not.',
  source: 'RFC 8259',
  examples: {
    bad: ['', '{"a": 1 "b": 2}', '[01]', '["\t"]', "{'a': 1}", '[1] 2', '["\\x"]', '{"a": [1, 2}'],
    good: ['{"a": 1, "b": 2}', '[0.1, -2e3]', '["\\t"]', ' null '],
  },
};

export const jsonTrailingComma: Rule<string> = {
  code: 'json-trailing-comma',
  severity: 'error',
  summary: 'No comma stands after the last element of an array or the last member of an object.',
  why: 'Some editors accept it; JSON parsers, the service among them, do not.',
  source: 'RFC 8259 sections 4 and 5',
  examples: { bad: ['[1,]', '{"a": 1,\n}'], good: ['[1]', '{"a": 1}'] },
};

export const jsonComment: Rule<string> = {
  code: 'json-comment',
  severity: 'error',
  summary: 'JSON has no comments.',
  why: 'Some editors accept them; JSON parsers, the service among them, do not.',
  source: 'RFC 8259',
  examples: { bad: ['{} // done', '/* first */ {}'], good: ['{"comment": "// here"}'] },
};

export const jsonByteOrderMark: Rule<string> = {
  code: 'json-byte-order-mark',
  severity: 'warning',
  summary: 'A JSON text does not begin with a byte-order mark.',
  why: 'Many parsers refuse the first character; 4 of 1,018 published connectors have one.',
  source: 'RFC 8259 section 8.1',
  examples: { bad: ['\uFEFF{}'], good: ['{}'] },
};

export const jsonDuplicateKey: Rule<string> = {
  code: 'json-duplicate-key',
  severity: 'error',
  summary: 'No key stands twice in one object.',
  why: 'Which of the two counts depends on the reader: what is reviewed need not be what is deployed.',
  source: 'RFC 8259 section 4',
  examples: { bad: ['{"a": 1, "a": 2}', '{"a": 1, "\\u0061": 1}'], good: ['{"a": {"a": 1}, "A": 2}'] },
};
