import type { FlagTable } from '../flags.js';

/** Where Azure is, or what stands for it. */
export const azureFlags = {
  target: {
    kind: 'text',
    placeholder: 'azure|emulator',
    help: 'Azure itself, or the emulator on this machine. There is no default.',
  },
  subscription: {
    kind: 'text',
    placeholder: 'ID',
    help: 'Unless given, AZURE_SUBSCRIPTION_ID, then the one that "az account show" names.',
  },
  'resource-group': { kind: 'text', short: 'g', placeholder: 'RG', help: 'The resource group.' },
  name: {
    kind: 'text',
    short: 'n',
    placeholder: 'NAME',
    help: "The connector's name in Azure. Unless given, its own.",
  },
  tenant: { kind: 'text', placeholder: 'ID', help: 'The tenant to sign in to.' },
  credential: {
    kind: 'choice',
    choices: ['default', 'cli', 'environment', 'managed-identity', 'workload-identity'],
    fallback: 'default',
    help: 'What to sign in with. "default" takes the first that is there: the token of a pipeline (OIDC), the environment, a managed identity, the Azure CLI.',
  },
  cloud: { kind: 'choice', choices: ['public', 'usgov'], fallback: 'public', help: 'The cloud of Azure.' },
  state: {
    kind: 'text',
    placeholder: 'DIR',
    help: "The folder of the emulator's state. Unless given, .connector-kit/emulator.",
  },
} as const satisfies FlagTable;

/** The same for a command that makes resources. */
export const targetFlags = {
  ...azureFlags,
  location: {
    kind: 'text',
    short: 'l',
    placeholder: 'REGION',
    help: "The region of the workflows. Unless given, the resource group's.",
  },
  tags: { kind: 'list', placeholder: 'NAME=VALUE', help: 'Tags to set. Those that are there stay.' },
} as const satisfies FlagTable;

/** For a command that changes what is there. */
export const consentFlags = {
  yes: { kind: 'switch', short: 'y', help: 'Do it without asking. Needed where no terminal is.' },
} as const satisfies FlagTable;
