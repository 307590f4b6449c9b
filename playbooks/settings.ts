import { parameter } from '../src/playbooks.js';

/** What every playbook that asks a model lets a customer choose. */
export const model = parameter('Model', 'String', {
  defaultValue: 'gpt-5-mini',
  description: 'The model; in Azure OpenAI the name of the deployment.',
});
export const maxTokens = parameter('MaxTokens', 'Int', {
  defaultValue: 4000,
  description: 'The most tokens of an answer, reasoning included: what a run costs at most.',
});
