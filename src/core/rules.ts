import { jsonByteOrderMark, jsonComment, jsonDuplicateKey, jsonSyntax, jsonTrailingComma } from './json-rules.js';
import type { Rule } from './rule.js';
import { documentTooDeep, documentTooLarge, numberTooLarge, textNotUtf8 } from './text-rules.js';
import {
  yamlAliasLimit,
  yamlDuplicateKey,
  yamlKey,
  yamlMergeKey,
  yamlNumber,
  yamlSeveralDocuments,
  yamlSyntax,
  yamlTag,
  yamlTokenLimit,
} from './yaml-rules.js';

/**
 * What reading a text can find. An example is the text of a file;
 * in those of `text-not-utf8` each character is one byte.
 */
export const coreRules: readonly Rule<string>[] = [
  textNotUtf8,
  documentTooLarge,
  documentTooDeep,
  numberTooLarge,
  jsonSyntax,
  jsonTrailingComma,
  jsonComment,
  jsonByteOrderMark,
  jsonDuplicateKey,
  yamlSyntax,
  yamlDuplicateKey,
  yamlAliasLimit,
  yamlTokenLimit,
  yamlSeveralDocuments,
  yamlKey,
  yamlTag,
  yamlNumber,
  yamlMergeKey,
];
