import { array } from '../build/array.js';
import { record, object } from '../build/object.js';
import { string } from '../build/string.js';

/** The form of a subscription's id. */
const GUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** What can be signed in with, as --credential has it. */
export const credentials = ['default', 'cli', 'environment', 'managed-identity', 'workload-identity'] as const;
/** The clouds, as --cloud has them. */
export const clouds = ['public', 'usgov'] as const;

/** A text that is not blank. */
const pattern = '\\S';

const credential = string({ enum: credentials, description: 'What to sign in with.' });
const tenant = string({ pattern, description: 'The tenant to sign in to: its id, or a domain of it.' });

/** The name of an environment variable. What is longer may be the key itself. */
export const VARIABLE = '^[A-Za-z_]\\w{0,40}$';
/** learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates: the forms of both names. */
export const IN_VAULT = '^[a-zA-Z][a-zA-Z0-9-]{2,23}/[a-zA-Z0-9-]{1,127}$';
/** The id of a tenant, or a domain of it. */
export const TENANT = '^[\\w.-]{1,255}$';

/** Where a key is. Never the key itself. */
export const keySchema = {
  ...object(
    {
      env: string({ pattern: VARIABLE, description: 'The environment variable that holds the key.' }),
      vault: string({ pattern: IN_VAULT, description: 'VAULT/SECRET: the key is a secret of an Azure Key Vault.' }),
      tenant: string({ pattern: TENANT, description: "With vault: the vault's tenant, where it is not the target's." }),
      credential: string({
        enum: credentials,
        description: "With vault: what to sign in with there, where it is not the target's.",
      }),
    },
    {
      additionalProperties: false,
      description: 'Where the key of the connection is: env or vault. Never the key itself.',
    },
  ),
  oneOf: [{ required: ['env'] }, { required: ['vault'] }],
};

/** What may be said of a target, or of all of them in `defaults`. */
export const settingSchemas = {
  tenant,
  credential,
  cloud: string({ enum: clouds, description: 'The cloud of Azure.' }),
  subscription: string({ pattern: GUID, description: 'Its id.' }),
  resourceGroup: string({ pattern, description: 'The resource group, which must be there.' }),
  location: string({ pattern, description: "The region of the workflows. Unless given, the resource group's." }),
  name: string({ pattern, description: "The connector's name in Azure. Unless given, its own." }),
  service: string({
    pattern,
    description:
      'The connector: a shipped name, or a path that begins at the folder of this file. Unless given, the CONNECTOR of the command line.',
  }),
  apiVersion: string({ pattern, description: 'The version of the upstream API.' }),
  resource: string({ pattern, description: 'The resource whose host stands in for an open one.' }),
  endpoint: string({ pattern, description: 'The address that replaces the host and the base path.' }),
  keyHeader: string({ pattern, description: 'The header for the key, where the server decides it.' }),
  connection: string({ pattern, description: 'The name of the connection.' }),
  key: keySchema,
  tags: record(string(), { description: 'Tags to set. Those of a target are added to those of the defaults.' }),
};

/** What one target says. */
export const targetSchemas = {
  label: string({ pattern, description: 'What messages call the target, such as the name of the customer.' }),
  ...settingSchemas,
};

/** The JSON Schema (draft 4) of a fleet file, published as `schemas/fleet.schema.json`. */
export const fleetSchema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  title: 'Fleet of connector-kit',
  ...object(
    {
      $schema: string({ description: 'Where this schema is, for editors.' }),
      defaults: object(settingSchemas, {
        additionalProperties: false,
        description: 'What holds for each target that does not say otherwise.',
      }),
      targets: array(object(targetSchemas, { additionalProperties: false }), {
        minItems: 1,
        description: 'Where the connector shall be. No two targets may be the same connector in Azure.',
      }),
    },
    { required: ['targets'], additionalProperties: false, description: 'Many places for connectors, for --fleet.' },
  ),
};
