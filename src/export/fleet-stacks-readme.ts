import { postDeployment, prerequisites } from './arm-metadata.js';
import type { Exported } from './exported.js';
import { bullets, markdown, plain, shell } from './markdown.js';

/** How the stacks of a fleet are made, changed and taken away. */
export function fleetStacksReadme(connectors: readonly Exported[]): string {
  const all = (of: (what: Exported) => readonly string[]) => [...new Set(connectors.flatMap(of))];
  return markdown('Deployment stacks', [
    'Made from a fleet file: a template for each connector, and in the folder of each subscription a parameter file with its targets. Azure keeps what is in a stack as its template says.',
    '## Before',
    bullets(all(prerequisites).map(plain)),
    'Fill in what stands in angle brackets in the parameter files: what the fleet file does not say, such as the ids of key vaults (`--vaults` of the export gives them). A vault must be in the tenant of the subscription.',
    '## Make or change the stacks',
    shell(['sh deploy.sh']),
    bullets([
      'Where the fleet file has tenants, sign in to each of them, and run its part.',
      'Parameter files that are there are kept: after a change of the fleet file export with `--force`, which writes them anew.',
      '`--action-on-unmanage detachAll`: what leaves a parameter file stays in Azure. With `deleteResources` it is deleted, also where playbooks use it.',
      'Nobody changes a connector but through its stack; a connection may be written, so that its key can be changed without it.',
    ]),
    '## After',
    bullets(all(postDeployment).map(plain)),
  ]);
}
