import { postDeployment, prerequisites } from './arm-metadata.js';
import type { Exported } from './exported.js';
import { bullets, markdown, plain, shell } from './markdown.js';

/** How the Bicep files are deployed. */
export function bicepReadme(what: Exported): string {
  return markdown(what.title, [
    plain(what.description),
    '`main.bicep` calls the module `connector.bicep`: the connector, and a connection of it. The definition is `apiDefinition.swagger.json`, the form of the connection `apiProperties.json`; the module loads both.',
    '## Before',
    bullets(prerequisites(what).map(plain)),
    '## Deploy',
    'Fill in `main.bicepparam`, and:',
    shell(['az deployment group create --resource-group RESOURCE_GROUP --parameters main.bicepparam']),
    '## After',
    bullets(postDeployment(what).map(plain)),
  ]);
}
