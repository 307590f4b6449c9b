import { array } from '../build/array.js';
import { record, object } from '../build/object.js';
import { string } from '../build/string.js';

/** The form of a subscription's id. */
const GUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** What can be signed in with, as --credential has it. */
export const credentials = ['default', 'cli', 'environment', 'managed-identity', 'workload-identity'] as const;
/** The clouds, as --cloud has them. */
export const clouds = ['public', 'usgov'] as const;

const credential = string({ enum: credentials, description: 'What to sign in with.' });
const tenant = string({ description: 'The tenant to sign in to: its id, or a domain of it.' });

/** Where a key is. Never the key itself. */
export const keySchema = object(
  {
    env: string({ description: 'The environment variable that holds the key.' }),
    vault: string({ description: 'VAULT/SECRET: the key is a secret of an Azure Key Vault.' }),
    tenant: string({ description: "With vault: the vault's tenant, where it is not the target's." }),
    credential: string({
      enum: credentials,
      description: "With vault: what to sign in with there, where it is not the target's.",
    }),
  },
  {
    additionalProperties: false,
    description: 'Where the key of the connection is: env or vault. Never the key itself.',
  },
);

/** What may be said of a target, or of all of them in `defaults`. */
export const settingSchemas = {
  tenant,
  credential,
  cloud: string({ enum: clouds, description: 'The cloud of Azure.' }),
  subscription: string({ pattern: GUID, description: 'Its id.' }),
  resourceGroup: string({ description: 'The resource group, which must be there.' }),
  location: string({ description: "The region of the workflows. Unless given, the resource group's." }),
  name: string({ description: "The connector's name in Azure. Unless given, its own." }),
  service: string({
    description:
      'The connector: a shipped name, or a path that begins at the folder of this file. Unless given, the CONNECTOR of the command line.',
  }),
  apiVersion: string({ description: 'The version of the upstream API.' }),
  resource: string({ description: 'The resource whose host stands in for an open one.' }),
  endpoint: string({ description: 'The address that replaces the host and the base path.' }),
  keyHeader: string({ description: 'The header for the key, where the server decides it.' }),
  connection: string({ description: 'The name of the connection.' }),
  key: keySchema,
  tags: record(string(), { description: 'Tags to set. Those of a target are added to those of the defaults.' }),
};

/** What one target says. */
export const targetSchemas = {
  label: string({ description: 'What messages call the target, such as the name of the customer.' }),
  ...settingSchemas,
};

/** A fleet file. */
export const fleetSchema = object(
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
);
