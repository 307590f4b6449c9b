import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readJson } from '../../src/core/json-read.js';
import { isObject, own } from '../../src/core/json.js';
import { redactJson } from '../../src/http/redact.js';
import { sampleSchema } from '../../src/http/sample-schema.js';
import { readSample } from '../../src/http/sample.js';
import { writeSample } from '../../src/http/sample-write.js';

const keepsSchema = new Ajv({ allowUnionTypes: true }).compile(sampleSchema);

const files = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.json') && !file.startsWith('incidents/') && !file.endsWith('.expect.json')) // no exchanges
  .sort();

test('how many there are', () => {
  const folders = files.map((file) => file.slice(0, file.indexOf('/')));
  const counts = [...new Set(folders)].map((folder) => [folder, folders.filter((other) => other === folder).length]);
  expect(counts).toEqual([
    ['articles', 6],
    ['azure-openai-v1', 5],
    ['azure-openai', 10],
    ['llama-server', 54],
    ['openai', 15],
    ['playbooks', 64],
  ]);
});

test.each(files)('samples/%s is one of ours, with no credential', (file) => {
  const text = readFileSync(join('samples', file), 'utf8');
  const document = readJson(file, text);
  const value = document.value ?? null;
  expect([keepsSchema(value), keepsSchema.errors]).toEqual([true, null]);

  const { exchanges, findings } = readSample(document);
  expect([...document.findings, ...findings]).toEqual([]);
  const source = (isObject(value) ? own(value, 'source') : undefined) ?? null;
  expect(exchanges.map((exchange) => writeSample({ ...exchange, source }))).toEqual([text]);

  const tally = { redactions: 0 };
  redactJson(value, tally);
  expect(tally.redactions).toBe(0);
  expect(text).not.toMatch(/test-key|playbook-key/);
  const how = isObject(source) ? (own(source, 'recorded') ?? own(source, 'how')) : undefined;
  expect(how).toMatch(file.startsWith('articles/') ? /not recorded/ : /^(?:from|by) /);
  expect('response' in (exchanges[0] ?? {})).toBe(!file.startsWith('articles/'));
});
