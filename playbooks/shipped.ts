import type { Connector } from '../src/index.js';
import { parameter, type Playbook } from '../src/playbooks.js';
import { withKey, withoutKey } from './about.js';
import { overConnector, overHttp } from './completion.js';
import { offered, today, type Offers } from './offers.js';
import { tacticsTasksKqlArticle } from './tactics-tasks-kql-article/playbook.js';
import { tacticsTasksKql } from './tactics-tasks-kql/playbook.js';
import { threeStepsArticle } from './three-steps-article/playbook.js';
import { threeSteps } from './three-steps/playbook.js';

/** The shipped connector that shipped playbooks are built for. */
export const PLAYBOOKS_CONNECTOR = 'openai';

/** The playbooks that the package ships, each in a folder of its name, for the connector of that name. */
export function shippedPlaybooks(connector: Connector): readonly Playbook[] {
  return [...playbooksOver(connector, today), ...keylessPlaybooks()];
}

/** Those that ask with a key, over another connector: with what its version has. */
export function playbooksFor(connector: Connector): readonly Playbook[] {
  return playbooksOver(connector, offered(connector));
}

function playbooksOver(connector: Connector, offers: Offers): readonly Playbook[] {
  const asking = overConnector(connector, offers);
  return [
    threeSteps(asking, { name: 'three-steps', about: withKey }),
    tacticsTasksKql(asking, { name: 'tactics-tasks-kql', about: withKey }),
    threeStepsArticle(asking),
    tacticsTasksKqlArticle(asking),
  ];
}

/** Those that need no connector: by HTTP, as the identity of the playbook. */
function keylessPlaybooks(): readonly Playbook[] {
  const endpoint = parameter('Endpoint', 'String', {
    defaultValue: 'https://your-resource.openai.azure.com',
    description: 'The address of the Azure OpenAI resource.',
  });
  const asking = overHttp(endpoint);
  const keyless = { parameters: [endpoint], about: withoutKey };
  return [
    threeSteps(asking, { name: 'three-steps-keyless', ...keyless }),
    tacticsTasksKql(asking, { name: 'tactics-tasks-kql-keyless', ...keyless }),
  ];
}
