/*
 * What an incident holds at most. Source of all: "Incident limits" of "Service limits for Microsoft Sentinel",
 * learn.microsoft.com/azure/sentinel/sentinel-service-limits.
 */

/** Characters of a comment ("30K"). */
export const MAX_COMMENT_CHARACTERS = 30_000;
/** Comments of an incident. */
export const MAX_COMMENTS = 100;
/** Tasks of an incident. */
export const MAX_TASKS = 100;
/** Characters of an incident's description ("5K"). */
export const MAX_DESCRIPTION_CHARACTERS = 5000;
