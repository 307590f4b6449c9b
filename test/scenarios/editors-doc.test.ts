import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { configurationSchema } from '../../src/cli/configuration/schema.js';
import { defaultsOf } from '../../src/cli/configuration/defaults.js';
import { targetSchemas } from '../../src/cli/configuration/schema.js';
import { expectationSchema } from '../../src/playbook/expect-schema.js';

const page = readFileSync('docs/editors.md', 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);

test('the files on the page keep their schemas', () => {
  const validate = new Ajv.default({ strict: false }).compile(configurationSchema);
  const expectation = new Ajv.default({ strict: false }).compile(expectationSchema);
  const yaml = blocks('yaml').map((text) => validate(parse(text)));
  const [first = '', settings = ''] = blocks('json');
  expect([yaml, expectation(JSON.parse(first))]).toEqual([[true, true], true]);
  expect(Object.keys(JSON.parse(settings))).toEqual(['json.schemas', 'yaml.schemas']);
});

test('each schema on the page is made', () => {
  const bundle = readFileSync('scripts/bundle.ts', 'utf8');
  const named = new Set([...page.matchAll(/([a-z]+)\.schema\.json/g)].map(([, name]) => name));
  expect([...named].filter((name) => !bundle.includes(`${name}Schema,`))).toEqual([]);
  expect(named.size).toBe(8);
});

test('the table of keys on the page is the one that commands follow', () => {
  const row = (key: string) => page.split('\n').find((line) => line.startsWith(`| \`${key}\``)) ?? '';
  const words = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
  const taking = (of: string) => Object.keys(defaultsOf).filter((name) => defaultsOf[name]?.operands === of);
  expect(words(row('connectors').split('|')[3]).toSorted()).toEqual(taking('connectors').toSorted());
  expect(words(row('playbooks').split('|')[3]).toSorted()).toEqual(taking('playbooks').toSorted());
  const flags = Object.keys(targetSchemas).map((key) => `--${key.replace('resourceGroup', 'resource-group')}`);
  expect(words(row('target').split('|')[2]).toSorted()).toEqual(flags.toSorted());
});
