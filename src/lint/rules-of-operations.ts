import type { LintRule } from './rule.js';
import { summaryMissing } from './rules/summary-missing.js';
import { operationIdMissing } from './rules/operation-id-missing.js';
import { operationIdDiffersInCase } from './rules/operation-id-differs-in-case.js';
import { operationIdCharacters } from './rules/operation-id-characters.js';
import { operationIdCase } from './rules/operation-id-case.js';
import { operationIdTooLong } from './rules/operation-id-too-long.js';
import { operationIdRevision } from './rules/operation-id-revision.js';
import { summaryTooLong } from './rules/summary-too-long.js';
import { summaryCharacters } from './rules/summary-characters.js';
import { summaryCase } from './rules/summary-case.js';
import { operationDescriptionMissing } from './rules/operation-description-missing.js';
import { operationDescriptionFullStop } from './rules/operation-description-full-stop.js';
import { operationDescriptionRepeatsSummary } from './rules/operation-description-repeats-summary.js';
import { pathWithoutOperation } from './rules/path-without-operation.js';
import { pathWithQuery } from './rules/path-with-query.js';
import { pathWithWildcard } from './rules/path-with-wildcard.js';
import { pathTemplateInvalid } from './rules/path-template-invalid.js';
import { pathDiffersInCase } from './rules/path-differs-in-case.js';
import { pathRepeated } from './rules/path-repeated.js';
import { pathSwallowed } from './rules/path-swallowed.js';
import { consumesMissing } from './rules/consumes-missing.js';
import { mediaTypeUnsupported } from './rules/media-type-unsupported.js';
import { mediaTypeInvalid } from './rules/media-type-invalid.js';
import { bodyInGet } from './rules/body-in-get.js';
import { extensionValueUnknown } from './rules/extension-value-unknown.js';
import { replacementWithoutDeprecation } from './rules/replacement-without-deprecation.js';
import { replacementIncomplete } from './rules/replacement-incomplete.js';
import { revisionMissing } from './rules/revision-missing.js';
import { revisionRepeated } from './rules/revision-repeated.js';
import { familyWithManyActive } from './rules/family-with-many-active.js';
import { statusAhead } from './rules/status-ahead.js';
import { testConnectionUnfit } from './rules/test-connection-unfit.js';
import { nextLinkName } from './rules/next-link-name.js';
import { successAnswerMissing } from './rules/success-answer-missing.js';
import { answerSchemaMissing } from './rules/answer-schema-missing.js';
import { answerSchemaMisplaced } from './rules/answer-schema-misplaced.js';
import { severalAnswersWithSchema } from './rules/several-answers-with-schema.js';
import { defaultAnswerWithSchema } from './rules/default-answer-with-schema.js';
import { failuresUnlisted } from './rules/failures-unlisted.js';
import { answerExampleNotProduced } from './rules/answer-example-not-produced.js';
import { answerHeaderRepeated } from './rules/answer-header-repeated.js';
import { triggerWording } from './rules/trigger-wording.js';
import { notificationContentMissing } from './rules/notification-content-missing.js';
import { notificationUrlMissing } from './rules/notification-url-missing.js';
import { notificationUrlUnfit } from './rules/notification-url-unfit.js';
import { notificationUrlMisplaced } from './rules/notification-url-misplaced.js';
import { notificationUnfit } from './rules/notification-unfit.js';

/** The rules of operations, their paths, answers and triggers. */
export const operationRules: readonly LintRule[] = [
  summaryMissing,
  operationIdMissing,
  operationIdDiffersInCase,
  operationIdCharacters,
  operationIdCase,
  operationIdTooLong,
  operationIdRevision,
  summaryTooLong,
  summaryCharacters,
  summaryCase,
  operationDescriptionMissing,
  operationDescriptionFullStop,
  operationDescriptionRepeatsSummary,
  pathWithoutOperation,
  pathWithQuery,
  pathWithWildcard,
  pathTemplateInvalid,
  pathDiffersInCase,
  pathRepeated,
  pathSwallowed,
  consumesMissing,
  mediaTypeUnsupported,
  mediaTypeInvalid,
  bodyInGet,
  extensionValueUnknown,
  replacementWithoutDeprecation,
  replacementIncomplete,
  revisionMissing,
  revisionRepeated,
  familyWithManyActive,
  statusAhead,
  testConnectionUnfit,
  nextLinkName,
  successAnswerMissing,
  answerSchemaMissing,
  answerSchemaMisplaced,
  severalAnswersWithSchema,
  defaultAnswerWithSchema,
  failuresUnlisted,
  answerExampleNotProduced,
  answerHeaderRepeated,
  triggerWording,
  notificationContentMissing,
  notificationUrlMissing,
  notificationUrlUnfit,
  notificationUrlMisplaced,
  notificationUnfit,
];
