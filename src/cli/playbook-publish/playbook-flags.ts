import type { FlagTable } from '../flags.js';
import { keyFlags } from '../target/key.js';
import { targetFlags } from '../target/target-flags.js';

/** What `playbook plan` and `playbook publish` share. */
export const playbookFlags = {
  workspace: {
    kind: 'text',
    placeholder: 'ID',
    help: "The id of the Log Analytics workspace whose incidents it works on: its role is given there. Unless given, on the playbook's resource group.",
  },
  'automation-rule': { kind: 'switch', help: 'With --workspace: a rule there that runs it on each new incident.' },
  'connector-name': {
    kind: 'list',
    placeholder: '[KEY=]NAME',
    help: 'The custom connector in Azure, where it is not called as the workflow says; KEY names the connection, where there are several. managedApis/NAME is one that Microsoft runs.',
  },
  connection: {
    kind: 'list',
    placeholder: '[KEY=]NAME',
    help: 'The connection to use. Unless given, the one that the deployed workflow has, the one of its name, or the only one of its connector.',
  },
  ...keyFlags,
  param: {
    kind: 'list',
    placeholder: 'NAME=VALUE',
    help: 'A parameter of the workflow, or of the template around it.',
  },
  'param-env': {
    kind: 'list',
    placeholder: 'NAME=VARIABLE',
    help: 'The same from an environment variable: the only way for a secure one.',
  },
  'security-insights-id': {
    kind: 'text',
    placeholder: 'ID',
    help: 'The object id of Azure Security Insights in the tenant, which runs the playbook and needs a role for that.',
  },
  'model-resource': {
    kind: 'text',
    placeholder: 'ID',
    help: 'The id of the resource whose models the playbook calls as itself, without a key: its role is given there.',
  },
  ...targetFlags,
  name: { kind: 'text', short: 'n', placeholder: 'NAME', help: "The workflow's name in Azure. Unless given, its own." },
} as const satisfies FlagTable;
