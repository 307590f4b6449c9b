/*
 * The documented limits of a custom connector's definition. The pages: "FAQ" https://learn.microsoft.com/connectors/custom-connectors/faq,
 * "strings" https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance,
 * "certification" https://learn.microsoft.com/connectors/custom-connectors/certification-submission,
 * "validator" https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules.
 * "Published" is the most that any of 1,018 published connectors has.
 */

/** Size of a definition, in bytes: "1 MB". FAQ; certification. Published: 1 file is above, with 1,104,994. */
export const maxDefinitionBytes = 1_048_576;
/** Above this many bytes a definition is no longer below "1 MB" by every reading of it. Published: 2 files are above. */
export const safeDefinitionBytes = 1_000_000;

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

/** Schemas in all bodies and answers of one operation together, references followed. Validator, OperationSchemaCountExceedsMaxAllowed; FAQ. */
export const maxSchemasPerOperation = 16_384;

/** Schemas in all operations of a connector together. Validator, TotalSchemaCountExceedsMaxAllowed: that of an operation for each of {@link maxOperations}. */
export const maxSchemas = maxOperations * maxSchemasPerOperation;

/** Levels of a schema, references followed. The validator has a limit that is not published (SchemaTooDeep): this one is ours, above what is published. */
export const maxSchemaLevels = 20;
