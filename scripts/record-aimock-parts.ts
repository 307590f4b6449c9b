import type { FixtureFileResponse } from '@copilotkit/aimock';
import type { JsonObject } from '../src/core/json.js';

/** One exchange to record: what is sent, and which canned answer the mock server gives to it. */
export interface Case {
  /** The sample's file, without `.json`. */
  readonly file: string;
  /** What the exchange shows, and which step of an article it is, where it is one. */
  readonly about: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A case without a body is a GET. */
  readonly body?: JsonObject;
  /** Without one the server answers by itself: an error, a list of models. */
  readonly answer?: FixtureFileResponse;
}

/** The only key that the mock server takes. */
export const KEY = 'test-key';

export const OPENAI = { path: '/v1/chat/completions', headers: { authorization: `Bearer ${KEY}` } };
export const azure = (version: string) => ({
  path: `/openai/deployments/gpt-35-turbo/chat/completions?api-version=${version}`,
  headers: { 'api-key': KEY },
});
/** The version that the first article uses, and the default of the connector. */
export const AZURE_VERSIONS = ['2023-03-15-preview', '2024-10-21'] as const;

/** What answers must hold for the same bytes at every run. */
export const fixed = (id: string) => ({ id: `chatcmpl-${id}`, created: 1_700_000_000, systemFingerprint: 'fp_aimock' });

export const message = (role: string, content: string) => ({ role, content });

const ASSISTANT = message('system', 'Assistant is a large language model trained by OpenAI.');
const INCIDENT = 'An encoded PowerShell command was run on WKSTN-042.';
export const STEPS =
  '1. Isolate WKSTN-042.\n2. Decode the command and look for what it downloads.\n3. Look for the same command on other devices.';

/** The second article: a first completion, then one for each step with the conversation so far. */
export const FIRST = {
  model: 'gpt-3.5-turbo',
  messages: [
    message(
      'system',
      'You are a helpful Microsoft Sentinel assistant specialized in cybersecurity. Help the user with their security incident questions.',
    ),
    message('user', `What are 3 recommended steps to investigate this incident: ${INCIDENT}`),
  ],
  max_tokens: 200,
};
export const followUp = (question: string) => ({
  ...FIRST,
  messages: [...FIRST.messages, message('assistant', STEPS), message('user', question)],
});

/** The first article: the questions of its playbook. */
export const QUESTIONS = {
  tactics: {
    question: 'Describe the following MITRE ATT&CK tactic: Initial Access',
    content: 'Initial Access is how an attacker first gets into a network, by phishing for instance.',
  },
  tasks: {
    question:
      'In less than total of 2,000 characters, what types of tasks would need to be done to investigate a security incident titled Suspicious PowerShell command line together with Microsoft Sentinel?',
    content: 'Review the alert, collect the process tree, and hunt for the command on other devices.',
  },
  kql: {
    question:
      'Generate Microsoft Sentinel KQL query to implement your suggestion: Review the alert, collect the process tree, and hunt for the command on other devices.',
    content: 'DeviceProcessEvents\n| where ProcessCommandLine has "-EncodedCommand"\n| summarize count() by DeviceName',
  },
};

export const ask = (content: string) => ({ messages: [ASSISTANT, message('user', content)] });

export const LOOKUP = {
  type: 'function',
  function: {
    name: 'get_incident',
    description: 'Looks up an incident by its number.',
    parameters: {
      type: 'object',
      properties: { number: { type: 'integer', description: 'The number of the incident.' } },
      required: ['number'],
    },
  },
};
export const CALL = { id: 'call_aimock1', name: 'get_incident', arguments: '{"number":3177}' };
export const TOOL_QUESTION = message('user', 'How severe is incident 3177?');
