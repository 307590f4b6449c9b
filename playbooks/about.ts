import type { PlaybookAbout, WorkflowParameter } from '../src/playbooks.js';

/** What is said of every playbook that asks a model in one way. */
type Common = Pick<PlaybookAbout, 'prerequisites' | 'postDeployment' | 'tags' | 'author'>;

/** What differs between the ways in which a playbook asks the model. */
export interface Variant {
  readonly name: string;
  readonly parameters?: readonly WorkflowParameter[];
  readonly about: Common;
}

const roles = [
  "Give the playbook's identity the role Microsoft Sentinel Responder on the resource group of the workspace.",
  'Give Azure Security Insights the role Microsoft Sentinel Automation Contributor on the resource group of the playbook.',
  'Attach the playbook to an automation rule for incidents that are created.',
];

const common = { tags: ['Triage', 'AI'], author: 'connector-kit' };

/** Over a custom connector, whose connection has the key. */
export const withKey: Common = {
  ...common,
  prerequisites: [
    'A custom connector for completions in the same resource group and region: connector-kit publish makes it.',
    'A key for the model: it is typed once, when the connection is authorized, and is nowhere else.',
  ],
  postDeployment: ['Open the connection to the custom connector in the portal, type the key, and save it.', ...roles],
};

/** As the playbook's identity, without a key. */
export const withoutKey: Common = {
  ...common,
  prerequisites: ['An Azure OpenAI resource with a deployment of a model that can keep a JSON Schema.'],
  postDeployment: ["Give the playbook's identity the role Cognitive Services OpenAI User on the resource.", ...roles],
};
