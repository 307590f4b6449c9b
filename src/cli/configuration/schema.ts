import { clouds, credentials } from '../../fleet/schema.js';

const GUID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** A text that is not blank. */
const text = { type: 'string', pattern: '\\S' };
const paths = { anyOf: [text, { type: 'array', items: text }] };

/** What `target` may say: each the default of the flag of that name. None of them is a secret. */
export const targetSchemas = {
  target: {
    title: 'Target',
    type: 'string',
    enum: ['azure', 'emulator'],
    description: 'Azure itself, or the emulator on this machine.',
  },
  subscription: { title: 'Subscription', type: 'string', pattern: GUID, description: 'Its id.' },
  resourceGroup: { title: 'Resource group', ...text, description: 'Its name.' },
  location: {
    title: 'Location',
    ...text,
    description: "The region of the workflows. Unless given, the resource group's.",
  },
  name: {
    title: 'Name',
    ...text,
    description: "The name in Azure of the only connector. Unless given, the connector's own.",
  },
  tenant: { title: 'Tenant', ...text, description: 'The tenant to sign in to.' },
  credential: { title: 'Credential', type: 'string', enum: credentials, description: 'What to sign in with.' },
  cloud: { title: 'Cloud', type: 'string', enum: clouds, description: 'The cloud of Azure.' },
  tags: {
    title: 'Tags',
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Tags to set, by name.',
  },
};

/** The JSON Schema (draft 7) of `connector-kit.yaml`, published as `schemas/configuration.schema.json`. */
export const configurationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of connector-kit',
  description: 'What commands take where the command line leaves it out. Paths begin at the folder of this file.',
  type: ['object', 'null'],
  additionalProperties: false,
  properties: {
    $schema: { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' },
    connectors: {
      title: 'Connectors',
      description:
        'Shipped names, folders, definition files and modules: the CONNECTOR of build, lint, test and the others.',
      type: 'array',
      items: text,
    },
    samples: {
      title: 'Samples',
      description: 'The --samples of test: for all connectors, or for each of them by its name in connectors.',
      anyOf: [...paths.anyOf, { type: 'object', additionalProperties: paths }],
    },
    playbooks: {
      title: 'Playbooks',
      description: 'The WORKFLOW of playbook lint, playbook build and the others.',
      type: 'array',
      items: text,
    },
    target: {
      title: 'Target',
      description: 'Where the commands that publish work, unless --fleet is given. Never a key.',
      type: 'object',
      additionalProperties: false,
      properties: targetSchemas,
    },
    suppressions: {
      title: 'Suppressions',
      description: 'Findings that are meant to stay.',
      type: 'array',
      items: {
        title: 'Suppression',
        type: 'object',
        required: ['code', 'reason'],
        additionalProperties: false,
        properties: {
          code: { title: 'Code', type: 'string', description: 'The code of the findings.' },
          reason: { title: 'Reason', ...text, description: 'Why they are meant to stay.' },
          file: {
            title: 'File',
            type: 'string',
            description: 'The file or folder that it is about. Unless given, all.',
          },
          pointer: {
            title: 'Pointer',
            type: 'string',
            pattern: '^(/|$)',
            description: 'The JSON Pointer of the node that it is about, with all below.',
          },
        },
      },
    },
  },
};
