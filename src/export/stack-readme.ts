import { prerequisites, postDeployment } from './arm-metadata.js';
import type { Exported } from './exported.js';
import { bullets, markdown, plain, shell } from './markdown.js';

/** How the stack is made, changed and taken away. */
export function stackReadme(what: Exported): string {
  return markdown(what.title, [
    plain(what.description),
    'A deployment stack of a subscription: Azure keeps the connector and a connection of it in each resource group of `stack.parameters.json` as the template says.',
    '## Before',
    bullets(prerequisites(what).map(plain)),
    '## Make or change the stack',
    'Fill in `stack.parameters.json`: an entry a resource group. A stack is of one subscription; for another one take a parameter file of its own.',
    shell([
      'az stack sub create --name connectors --location LOCATION \\',
      '  --template-file stack.json --parameters @stack.parameters.json \\',
      '  --action-on-unmanage detachAll --deny-settings-mode denyWriteAndDelete \\',
      '  --deny-settings-excluded-actions "Microsoft.Web/connections/write"',
    ]),
    bullets([
      '`--action-on-unmanage detachAll`: what leaves the parameter file stays in Azure. With `deleteResources` it is deleted, also where playbooks use it.',
      '`--deny-settings-mode denyWriteAndDelete`: nobody changes the connector but through the stack. The connection may be written, so that a key can be changed without it.',
      'A template may have 4 MB with all its deployments: some forty targets of a connector of 100 KB.',
    ]),
    '## Take it away',
    shell(['az stack sub delete --name connectors --action-on-unmanage deleteResources']),
    '## After',
    bullets(postDeployment(what).map(plain)),
  ]);
}
