import { catalog } from '../../connector/catalog.js';
import { CompletionRequest, type CompletionAnswer, type Message } from '../../connector/completion.js';
import { narrowing } from '../../src/build/narrowing.js';
import type { BodyParameter, Schema } from '../../src/openapi/types.js';
import { operations } from '../../src/openapi/walk.js';
import { readJson } from '../../src/core/json-read.js';
import { partsOf, type PartNotes } from '../../src/upstream/parts-of.js';
import { surfaceOf } from '../../src/upstream/surface.js';
import { readFileSync } from 'node:fs';
import { built, shipped } from './build.js';

/** What is noted of a shipped version. */
function notesOf(name: string, version: string): readonly PartNotes[] {
  const upstream = catalog.services.find((service) => service.name === name)?.upstream;
  if (upstream === undefined) throw new Error(`no ${name}`);
  const file = `connector/upstream/${upstream.service}/${version}.json`;
  return partsOf(upstream, surfaceOf(readJson(file, readFileSync(file, 'utf8')).value, file)).notes;
}

/** The request's body of a shipped connector. */
function bodyOf(name: string, version?: string): Schema {
  const completionAt = operations(built(name, version).definition).find(
    ({ operation }) => operation.operationId === 'Completion',
  );
  const body = completionAt?.operation.parameters?.find((parameter) => 'in' in parameter && parameter.in === 'body');
  return (body as BodyParameter).schema; // found by its place
}

const isDated = (service: string, version: string) => service === 'azure-openai' && version !== 'v1';

function properties(schema: Schema): readonly string[] {
  return Object.keys(schema.properties ?? {});
}

test.each(shipped)('%s %s: nothing in its surface is left for a person to describe', (service, version) => {
  expect(notesOf(service, version).flatMap(({ unreviewed }) => unreviewed)).toEqual([]);
});

test('what an overlay says is used in some version: it is not misspelt', () => {
  const always = new Map<string, number>();
  for (const [service, version] of shipped) {
    for (const { part, unused } of notesOf(service, version)) {
      for (const at of new Set(unused)) always.set(`${part} ${at}`, (always.get(`${part} ${at}`) ?? 0) + 1);
    }
  }
  const nowhere = [...always].filter(([, times]) => times >= shipped.length).map(([name]) => name);
  // Only a Swagger 2.0 twin calls it that.
  expect(nowhere).toEqual([]);
});

test.each(shipped)(
  '%s %s: what is important is the messages, the limit and, where the body has it, the model',
  (service, version) => {
    const body = bodyOf(service, version);
    const important = properties(body).filter((name) => body.properties?.[name]?.['x-ms-visibility'] === 'important');
    expect(important).toEqual(
      isDated(service, version) ? ['messages', 'max_tokens'] : ['model', 'messages', 'max_tokens'],
    );
    expect(body.required).toEqual(
      isDated(service, version) ? ['messages'] : expect.arrayContaining(['messages', 'model']),
    );
    expect(properties(body).filter((name) => name.startsWith('stream'))).toEqual([]);
  },
);

test('a version has the limits of tokens that it has', () => {
  const limits = (service: string, version?: string) =>
    properties(bodyOf(service, version)).filter((name) => name.startsWith('max_'));
  expect(limits('azure-openai', '2023-03-15-preview')).toEqual(['max_tokens']);
  expect(limits('azure-openai', '2024-02-01')).toEqual(['max_tokens']);
  expect(limits('azure-openai', '2024-06-01')).toEqual(['max_tokens']);
  expect(limits('azure-openai', '2024-10-21')).toEqual(['max_tokens', 'max_completion_tokens']);
  expect(limits('openai')).toEqual(['max_tokens', 'max_completion_tokens']);
});

test('where the limit is deprecated it says so', () => {
  const description = (service: string) => bodyOf(service).properties?.['max_tokens']?.description ?? '';
  expect(description('openai')).toMatch(/Deprecated/);
  expect(description('azure-openai-v1')).toMatch(/Deprecated/);
  expect(description('azure-openai')).not.toMatch(/Deprecated/);
  expect(description('compatible')).not.toMatch(/Deprecated/);
});

test('2024-06-01 has log probabilities, and 2024-02-01 has not', () => {
  const inRequest = (version: string) => properties(bodyOf('azure-openai', version));
  expect(inRequest('2024-06-01').filter((name) => !inRequest('2024-02-01').includes(name))).toEqual([
    'logprobs',
    'top_logprobs',
  ]);
});

test('the roles are those of the version', () => {
  const roles = (service: string, version?: string) =>
    bodyOf(service, version).properties?.['messages']?.items?.properties?.['role']?.enum;
  expect(roles('azure-openai', '2023-03-15-preview')).toEqual(['system', 'user', 'assistant']);
  expect(roles('azure-openai')).toEqual(['system', 'user', 'assistant', 'tool', 'function']);
  expect(roles('openai')).toEqual(['developer', 'system', 'user', 'assistant', 'tool', 'function']);
});

test('a version that lacks a part of the core cannot be built', () => {
  expect(() => narrowing(CompletionRequest, { type: 'object', properties: { messages: { type: 'array' } } })).toThrow(
    'The core has object at "/messages/*"; the version has undefined.',
  );
  expect(() => narrowing(CompletionRequest, { type: 'object', properties: {} })).toThrow(
    'The version lacks "messages" of the core at "".',
  );
});

test('a message and an answer have the types of the core', () => {
  const message: Message = { role: 'user', content: 'Describe the tactic Initial Access.' };
  // @ts-expect-error: no such role
  const wrong: Message = { role: 'users' };
  const answer: CompletionAnswer = { choices: [{ message: { content: 'It is how they get in.' } }] };
  expect([message.role, wrong.role, answer.choices?.[0]?.message?.content]).toEqual([
    'user',
    'users',
    'It is how they get in.',
  ]);
});
