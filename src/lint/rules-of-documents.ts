import type { LintRule } from './rule.js';
import { extensionMisplaced } from './rules/extension-misplaced.js';
import { keywordUnsupported } from './rules/keyword-unsupported.js';
import { schemaEmpty } from './rules/schema-empty.js';
import { definitionTooLarge } from './rules/definition-too-large.js';
import { definitionNearlyTooLarge } from './rules/definition-nearly-too-large.js';
import { tooManyOperations } from './rules/too-many-operations.js';
import { hostMissing } from './rules/host-missing.js';
import { hostNotPublic } from './rules/host-not-public.js';
import { hostNotProduction } from './rules/host-not-production.js';
import { basePathEndsInSlash } from './rules/base-path-ends-in-slash.js';
import { schemesMissing } from './rules/schemes-missing.js';
import { schemeUnsupported } from './rules/scheme-unsupported.js';
import { schemeUnencrypted } from './rules/scheme-unencrypted.js';
import { tagRepeated } from './rules/tag-repeated.js';
import { rootKeyOrder } from './rules/root-key-order.js';
import { extensionMisspelled } from './rules/extension-misspelled.js';
import { extensionUnknown } from './rules/extension-unknown.js';
import { infoValueEmpty } from './rules/info-value-empty.js';
import { titleTooLong } from './rules/title-too-long.js';
import { titleEndsBadly } from './rules/title-ends-badly.js';
import { descriptionMissing } from './rules/description-missing.js';
import { descriptionLength } from './rules/description-length.js';
import { restrictedWord } from './rules/restricted-word.js';
import { productNamed } from './rules/product-named.js';
import { notEnglish } from './rules/not-english.js';
import { contactIncomplete } from './rules/contact-incomplete.js';
import { emailInvalid } from './rules/email-invalid.js';
import { urlInvalid } from './rules/url-invalid.js';
import { metadataMissing } from './rules/metadata-missing.js';
import { categoryInvalid } from './rules/category-invalid.js';
import { productionOnBeta } from './rules/production-on-beta.js';

/** The rules of the definition as a whole: its info, its address, its extensions. */
export const documentRules: readonly LintRule[] = [
  extensionMisplaced,
  keywordUnsupported,
  schemaEmpty,
  definitionTooLarge,
  definitionNearlyTooLarge,
  tooManyOperations,
  hostMissing,
  hostNotPublic,
  hostNotProduction,
  basePathEndsInSlash,
  schemesMissing,
  schemeUnsupported,
  schemeUnencrypted,
  tagRepeated,
  rootKeyOrder,
  extensionMisspelled,
  extensionUnknown,
  infoValueEmpty,
  titleTooLong,
  titleEndsBadly,
  descriptionMissing,
  descriptionLength,
  restrictedWord,
  productNamed,
  notEnglish,
  contactIncomplete,
  emailInvalid,
  urlInvalid,
  metadataMissing,
  categoryInvalid,
  productionOnBeta,
];
