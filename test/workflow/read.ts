import type { Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import type { OutputStep } from '../../src/workflow/origin.js';
import { readWorkflows, type WorkflowFile } from '../../src/workflow/read-workflows.js';

/** What a file with this value holds. */
export function read(value: Json): WorkflowFile {
  return readWorkflows(readJson('workflow.json', JSON.stringify(value)));
}

/** A code view with these actions. */
export function withActions(actions: Json, triggers: Json = {}): Json {
  return { definition: { triggers, actions } };
}

/** An action that calls a connector. */
export function call(path = '/things', more: { readonly [key: string]: Json } = {}): Json {
  const host = { connection: { name: "@parameters('$connections')['things']['connectionId']" } };
  return { type: 'ApiConnection', inputs: { host, method: 'post', path, ...more }, runAfter: {} };
}

/** A way into outputs in one line, items as `[]`. */
export function way(path: readonly OutputStep[]): string {
  return path.map((step) => (typeof step === 'string' ? `.${step}` : '[]')).join('');
}
