import { postDeployment, prerequisites } from './arm-metadata.js';
import type { Exported } from './exported.js';
import { bullets, markdown, plain, shell } from './markdown.js';

/** Where the raw files of a repository are; its parts are to be filled in. */
const REPOSITORY = 'https://raw.githubusercontent.com/OWNER/REPOSITORY/main/FOLDER';

/** How the template is deployed: by a button, or by a command. */
export function armReadme(what: Exported): string {
  const { title, description, request } = what;
  const folder = (request.repository ?? REPOSITORY).replace(/\/$/, '');
  const template = encodeURIComponent(`${folder}/azuredeploy.json`);
  return markdown(title, [
    plain(description),
    'The template makes a Logic Apps custom connector and a connection of it.',
    '## Before',
    bullets(prerequisites(what).map(plain)),
    '## Deploy',
    [
      `[![Deploy to Azure](https://aka.ms/deploytoazurebutton)](https://portal.azure.com/#create/Microsoft.Template/uri/${template})`,
      `[![Deploy to Azure Gov](https://aka.ms/deploytoazuregovbutton)](https://portal.azure.us/#create/Microsoft.Template/uri/${template})`,
    ].join('\n'),
    request.repository === undefined
      ? `The buttons work once \`${REPOSITORY}\` in them is the address of this folder (\`export --repository URL\` puts it there), and everybody can read it.`
      : 'The buttons work while everybody can read the address that they name.',
    'Or fill in `azuredeploy.parameters.json`, and:',
    shell([
      'az deployment group create --resource-group RESOURCE_GROUP --template-file azuredeploy.json --parameters @azuredeploy.parameters.json',
    ]),
    '## After',
    bullets(postDeployment(what).map(plain)),
  ]);
}
