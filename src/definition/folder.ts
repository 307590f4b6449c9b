/*
 * The files of a connector's folder, as paconn names them. Beside a definition file of any other name lie the same others.
 * @see https://learn.microsoft.com/connectors/custom-connectors/paconn-cli
 */

/** The names that a definition can have, the preferred one first: it is the one that is written. */
export const definitionFiles = [
  'apiDefinition.swagger.json',
  'apiDefinition.swagger.yaml',
  'apiDefinition.swagger.yml',
  'apiDefinition.json',
] as const;

/** Connection parameters and branding. Optional. */
export const propertiesFile = 'apiProperties.json';

/** What answers must hold beyond the definition. Optional; ours, no other tool reads it. */
export const contractFile = 'contract.json';
