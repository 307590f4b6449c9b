import Ajv from 'ajv-draft-04';
import { buildSchema, explainSchema, faultSchema, findingSchema, testSchema } from '../../src/cli/schemas.js';
import { compileOnce } from '../compile-once.js';
import { runJson } from './run.js';
import { definition, files, sample, text } from './things.js';

compileOnce();

const ajv = new Ajv.default({ allErrors: true });
const bad = { 'samples/bad.json': text(sample({ count: '3', more: 1 })), 'samples/x.json': '{', 'd.json': '{' };
const connector = {
  name: 'things',
  definition,
  properties: { properties: {} },
  contract: { formatVersion: 1, operations: {} },
};

test.each([
  ['test things --samples samples', testSchema, 1],
  ['test things --samples samples/good.json', testSchema, 0],
  ['test things --samples samples --max-findings 0', testSchema, 1],
  ['test d.json --samples samples', testSchema, 1],
  ['test m.ts --samples samples', testSchema, 1],
  ['build ./things', buildSchema, 0],
  ['build ./things --check', buildSchema, 1],
  ['build d.json --out dist', buildSchema, 1],
  ['explain', explainSchema, 0],
  ['explain wrong-type', explainSchema, 0],
  ['explain json-syntax', explainSchema, 0],
  ['explain none', faultSchema, 2],
  ['test things', faultSchema, 2],
])('%s keeps its schema', async (line, schema, want) => {
  const importModule = async () => ({ connector });
  const { exit, result } = await runJson(line, { files: { ...files, ...bad, 'm.ts': '' }, importModule });
  const validate = ajv.compile(schema);
  validate(result);
  expect(validate.errors ?? []).toEqual([]);
  expect([exit, result.ok, Object.keys(result).slice(0, 2)]).toEqual([want, want === 0, ['formatVersion', 'ok']]);
});

test('a schema can refuse', () => {
  const refused = [
    [testSchema, { formatVersion: 1, ok: true }],
    [findingSchema, { code: 1 }],
    [faultSchema, {}],
  ] as const;
  expect(refused.map(([schema, value]) => ajv.compile(schema)(value))).toEqual([false, false, false]);
});
