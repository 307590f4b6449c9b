/*
 * The documented limits of a custom connector's definition. The pages: "FAQ" https://learn.microsoft.com/connectors/custom-connectors/faq,
 * "strings" https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance,
 * "certification" https://learn.microsoft.com/connectors/custom-connectors/certification-submission,
 * "validator" https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules.
 * "Published" is the most that any of 1,018 published connectors has.
 */

/** Operations of one connector. FAQ; validator, TotalOperationsCountExceedsMaxAllowed. Published: 219. */
export const maxOperations = 256;

/** Schemas in one body or answer, references followed. FAQ; validator, BodySchemaCountExceedsMaxAllowed. Published: 505. */
export const maxSchemasPerBody = 512;

/** Length of the title, in characters. Strings; certification. */
export const maxTitleCharacters = 30;

/** Length of the description, in characters. Certification. */
export const minDescriptionCharacters = 30;
/** Length of the description, in characters. Certification. */
export const maxDescriptionCharacters = 500;

/** Length of the summary of an operation, parameter or property, in characters. Strings; certification. Published: 1 file is above. */
export const maxSummaryCharacters = 80;
