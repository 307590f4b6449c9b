import type { LintRule } from './rule.js';
import { tooManySchemas } from './rules/too-many-schemas.js';
import { schemaTooDeep } from './rules/schema-too-deep.js';
import { pathEncodingMissing } from './rules/path-encoding-missing.js';
import { queryEncoding } from './rules/query-encoding.js';
import { internalWithoutDefault } from './rules/internal-without-default.js';
import { internalDefaultOptional } from './rules/internal-default-optional.js';
import { requiredLoop } from './rules/required-loop.js';
import { requiredReadOnly } from './rules/required-read-only.js';
import { requiredOnValue } from './rules/required-on-value.js';
import { nestedRequiredUndefined } from './rules/nested-required-undefined.js';
import { nestedArrayWithoutItems } from './rules/nested-array-without-items.js';
import { enumWrongType } from './rules/enum-wrong-type.js';
import { defaultWrongType } from './rules/default-wrong-type.js';
import { defaultNotInEnum } from './rules/default-not-in-enum.js';
import { defaultRefused } from './rules/default-refused.js';
import { enumDisplayNames } from './rules/enum-display-names.js';
import { formatUnknown } from './rules/format-unknown.js';
import { binaryNested } from './rules/binary-nested.js';
import { binaryInForm } from './rules/binary-in-form.js';
import { consumesUnfit } from './rules/consumes-unfit.js';
import { formName } from './rules/form-name.js';
import { parameterConnectionId } from './rules/parameter-connection-id.js';
import { credentialParameter } from './rules/credential-parameter.js';
import { headerParameter } from './rules/header-parameter.js';
import { parameterUntitled } from './rules/parameter-untitled.js';
import { propertyUntitled } from './rules/property-untitled.js';
import { parameterUndescribed } from './rules/parameter-undescribed.js';
import { propertyUndescribed } from './rules/property-undescribed.js';
import { fieldDescriptionRepeatsTitle } from './rules/field-description-repeats-title.js';
import { fieldDescriptionFullStop } from './rules/field-description-full-stop.js';
import { fieldTitleTooLong } from './rules/field-title-too-long.js';
import { boundsReversed } from './rules/bounds-reversed.js';
import { exclusiveWithoutBound } from './rules/exclusive-without-bound.js';
import { patternInvalid } from './rules/pattern-invalid.js';
import { discriminatorInvalid } from './rules/discriminator-invalid.js';
import { refSiblings } from './rules/ref-siblings.js';
import { refElsewhere } from './rules/ref-elsewhere.js';
import { editorDictionary } from './rules/editor-dictionary.js';
import { filterFunctions } from './rules/filter-functions.js';
import { headerOmitted } from './rules/header-omitted.js';
import { parameterNameAmbiguous } from './rules/parameter-name-ambiguous.js';
import { notificationParameterDiffers } from './rules/notification-parameter-differs.js';

/** The rules of parameters and schemas. */
export const valueRules: readonly LintRule[] = [
  tooManySchemas,
  schemaTooDeep,
  pathEncodingMissing,
  queryEncoding,
  internalWithoutDefault,
  internalDefaultOptional,
  requiredLoop,
  requiredReadOnly,
  requiredOnValue,
  nestedRequiredUndefined,
  nestedArrayWithoutItems,
  enumWrongType,
  defaultWrongType,
  defaultNotInEnum,
  defaultRefused,
  enumDisplayNames,
  formatUnknown,
  binaryNested,
  binaryInForm,
  consumesUnfit,
  formName,
  parameterConnectionId,
  credentialParameter,
  headerParameter,
  parameterUntitled,
  propertyUntitled,
  parameterUndescribed,
  propertyUndescribed,
  fieldDescriptionRepeatsTitle,
  fieldDescriptionFullStop,
  fieldTitleTooLong,
  boundsReversed,
  exclusiveWithoutBound,
  patternInvalid,
  discriminatorInvalid,
  refSiblings,
  refElsewhere,
  editorDictionary,
  filterFunctions,
  headerOmitted,
  parameterNameAmbiguous,
  notificationParameterDiffers,
];
