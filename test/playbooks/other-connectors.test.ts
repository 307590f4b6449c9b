import { playbooksFor } from '../../playbooks/shipped.js';
import { isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Connector } from '../../src/definition/connector.js';
import { lintWorkflow } from '../../src/lint/workflows/lint-workflow.js';
import { playbookTemplate } from '../../src/sentinel/template/playbook-template.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';
import { built } from '../connector/build.js';

/** What the calls over the connector send, without their messages. */
function sent(value: Json): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(sent);
  if (!isObject(value)) return [];
  const { path, body } = value as { readonly path?: string; readonly body?: JsonObject };
  if (path?.endsWith('/completions') !== true || body === undefined) return Object.values(value).flatMap(sent);
  const { messages: _messages, response_format: format, ...rest } = body;
  return [{ path, ...rest, ...(isObject(format ?? null) && { format: (format as JsonObject)['type'] ?? null }) }];
}

const model = "@parameters('Model')";
const inPath = "/deployments/@{encodeURIComponent(parameters('Model'))}/chat/completions";
const limit = "@parameters('MaxTokens')";

test.each<readonly [string, string | undefined, JsonObject]>([
  ['openai', undefined, { path: '/chat/completions', model, max_completion_tokens: limit, format: 'json_schema' }],
  [
    'azure-openai-v1',
    undefined,
    { path: '/chat/completions', model, max_completion_tokens: limit, format: 'json_schema' },
  ],
  ['azure-openai', '2023-05-15', { path: inPath, max_tokens: limit }],
  ['azure-openai', '2024-02-01', { path: inPath, max_tokens: limit, format: 'json_object' }],
  ['azure-openai', '2025-03-01-preview', { path: inPath, max_completion_tokens: limit, format: 'json_schema' }],
])('over %s %s: what its version has', (name, version, expected) => {
  const playbooks = playbooksFor(built(name, version));
  expect(playbooks.map((one) => one.name)).toEqual([
    'three-steps',
    'tactics-tasks-kql',
    'three-steps-article',
    'tactics-tasks-kql-article',
  ]);
  const [threeSteps] = playbooks;
  expect(sent(threeSteps?.definition ?? null)).toEqual([expected]);
  const findings = playbooks.flatMap((one) =>
    readWorkflows(readJson('azuredeploy.json', writeJson(playbookTemplate(one)))).workflows.flatMap((read) =>
      lintWorkflow(read),
    ),
  );
  expect(findings.map(({ code }) => code)).toEqual([]);
});

test('a connector without completions, and one with nothing that bounds an answer', () => {
  const connector = built('openai');
  const without = (paths: JsonObject) =>
    ({ ...connector, definition: { ...connector.definition, paths } }) as unknown as Connector;
  expect(() => playbooksFor(without({}))).toThrow('The connector openai has no operation "Completion" with a body.');
  const schema = { type: 'object', properties: { messages: {} } };
  const post = { operationId: 'Completion', parameters: [{ in: 'body', name: 'body', schema }], responses: {} };
  expect(() => playbooksFor(without({ '/c': { post } }))).toThrow(
    'Completion of openai has neither "max_completion_tokens" nor "max_tokens": nothing bounds an answer.',
  );
});
