import type { LintRule } from './rule.js';
import { dynamicCallShape } from './rules/dynamic-call-shape.js';
import { dynamicOperationUnknown } from './rules/dynamic-operation-unknown.js';
import { dynamicArgumentMissing } from './rules/dynamic-argument-missing.js';
import { dynamicArgumentUnknown } from './rules/dynamic-argument-unknown.js';
import { dynamicArgumentType } from './rules/dynamic-argument-type.js';
import { dynamicReferenceUnknown } from './rules/dynamic-reference-unknown.js';
import { dynamicReferenceOptional } from './rules/dynamic-reference-optional.js';
import { dynamicSourceInternal } from './rules/dynamic-source-internal.js';
import { dynamicListUnknown } from './rules/dynamic-list-unknown.js';
import { dynamicPathUnknown } from './rules/dynamic-path-unknown.js';
import { dynamicAnswerUndeclared } from './rules/dynamic-answer-undeclared.js';
import { dynamicNewerFormMissing } from './rules/dynamic-newer-form-missing.js';
import { dynamicSchemaPath } from './rules/dynamic-schema-path.js';
import { dynamicOnBodyParameter } from './rules/dynamic-on-body-parameter.js';
import { selectedItemMisplaced } from './rules/selected-item-misplaced.js';
import { filePickerTreeMissing } from './rules/file-picker-tree-missing.js';

/** The rules of what the designer asks the service for: lists and schemas. */
export const dynamicRules: readonly LintRule[] = [
  dynamicCallShape,
  dynamicOperationUnknown,
  dynamicArgumentMissing,
  dynamicArgumentUnknown,
  dynamicArgumentType,
  dynamicReferenceUnknown,
  dynamicReferenceOptional,
  dynamicSourceInternal,
  dynamicListUnknown,
  dynamicPathUnknown,
  dynamicAnswerUndeclared,
  dynamicNewerFormMissing,
  dynamicSchemaPath,
  dynamicOnBodyParameter,
  selectedItemMisplaced,
  filePickerTreeMissing,
];
