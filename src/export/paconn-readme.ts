import type { Exported } from './exported.js';
import { markdown, plain, shell } from './markdown.js';

/** How the folder gets to the Power Platform. */
export function paconnReadme(what: Exported): string {
  const prefixed = what.inputs.given.some(({ prefix }) => prefix !== undefined);
  return markdown(what.title, [
    plain(what.description),
    'A custom connector for Power Automate and Power Apps. A logic app does not see it: for one, publish the connector to Azure.',
    '## Create or update',
    'Fill in the environment in `settings.json`, and:',
    shell(['paconn login', 'paconn create --settings settings.json']),
    'The answer has the id of the connector: with it in `settings.json`, `paconn update --settings settings.json` changes it. Or with the Power Platform CLI:',
    shell([
      'pac connector create --api-definition-file apiDefinition.swagger.json --api-properties-file apiProperties.json',
    ]),
    ...(prefixed
      ? [
          'A policy in `apiProperties.json` puts the prefix before the key, so the form of a connection asks for the key alone. A key that is typed with its prefix does not work.',
        ]
      : []),
  ]);
}
