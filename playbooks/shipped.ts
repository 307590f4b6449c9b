import type { Connector } from '../src/index.js';
import type { Playbook } from '../src/playbooks.js';
import { parameter } from '../src/playbooks.js';
import { withKey, withoutKey } from './about.js';
import { overConnector, overHttp } from './completion.js';
import { tacticsTasksKql } from './tactics-tasks-kql/playbook.js';
import { threeSteps } from './three-steps/playbook.js';

/** A playbook that the package ships. */
interface Shipped {
  readonly name: string;
  readonly summary: string;
  /** The shipped connector that it is built for. */
  readonly connector: string;
  readonly build: (connector: Connector) => Playbook;
}

/** The playbooks that the package ships, each in a folder of its name. */
export const shippedPlaybooks: readonly Shipped[] = [
  {
    name: 'three-steps',
    summary: 'Three steps to investigate an incident, each a task.',
    connector: 'openai',
    build: (connector) => threeSteps(overConnector(connector), { name: 'three-steps', about: withKey }),
  },
  {
    name: 'three-steps-keyless',
    summary: 'The same without a key: as the identity of the playbook, by HTTP.',
    connector: 'azure-openai-v1',
    build: () => {
      const endpoint = parameter('Endpoint', 'String', {
        defaultValue: 'https://your-resource.openai.azure.com',
        description: 'The address of the Azure OpenAI resource.',
      });
      const keyless = { name: 'three-steps-keyless', parameters: [endpoint], about: withoutKey };
      return threeSteps(overHttp(endpoint), keyless);
    },
  },
  {
    name: 'tactics-tasks-kql',
    summary: 'A comment for each tactic of an incident, tasks to investigate it, and queries for them.',
    connector: 'openai',
    build: (connector) => tacticsTasksKql(overConnector(connector)),
  },
];
