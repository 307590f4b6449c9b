import Ajv from 'ajv-draft-04';
import { testSchema } from '../../src/cli/schemas.js';
import { definition, files, sample, text } from '../scenarios/things.js';
import { run, runJson } from '../scenarios/run.js';

const line = 'test things --samples samples --strength';
const schema = '/paths/~1thing/get/responses/200/schema';

test('the score and what is lacking, most first, follow what was seen', async () => {
  const { exit, out } = await run(line, { files });
  expect([exit, out.slice(7)]).toEqual([
    0,
    [
      'Strength: 8 of 10 facts are noticed, 80 %',
      '  1  Nothing recorded lacks count (GetThing 200).',
      '  1  Nothing recorded lacks label (GetThing 200).',
      'no findings',
    ],
  ]);
});

test('a person is told ten of what is lacking; groups come first', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const wide = structuredClone(definition) as unknown as {
    paths: Record<string, { get: { responses: Record<string, { schema: object }> } }>;
  };
  wide.paths['/thing']!.get.responses['200']!.schema = {
    type: 'object',
    properties: { ...properties, deep: { type: 'object', properties } },
  };
  const bodies = [Object.fromEntries(names.map((name) => [name, 'x']))];
  const { out } = await run(line, {
    files: {
      'things/apiDefinition.swagger.json': text(wide as never),
      ...Object.fromEntries(bodies.map((body, index) => [`samples/${index}.json`, text(sample(body))])),
    },
  });
  expect(out.slice(7, -1)).toEqual([
    'Strength: 29 of 79 facts are noticed, 36.7 %',
    '  38  Nothing recorded has deep (GetThing 200).',
    ...names.slice(0, 9).map((name) => `   1  Nothing recorded lacks ${name} (GetThing 200).`),
    '  \u2026 and 3 more: --json has them all.',
  ]);
});

test('the JSON result has every survivor, in the files that declare them, and keeps its schema', async () => {
  const contract = {
    formatVersion: 1,
    operations: { GetThing: { responses: { 200: { wider: { '/count': { type: 'string' } } } } } },
  };
  const { exit, result } = await runJson(line, { files: { ...files, 'things/contract.json': text(contract) } });
  const message = (name: string) => `Nothing recorded lacks ${name} (GetThing 200).`;
  expect([exit, result.strength]).toEqual([
    0,
    {
      mutants: 11,
      killed: 8,
      percent: 72.7,
      survivors: [
        {
          kind: 'optional',
          message: message('count'),
          file: 'things/apiDefinition.swagger.json',
          pointer: `${schema}/properties/count`,
        },
        {
          kind: 'optional',
          message: message('label'),
          file: 'things/apiDefinition.swagger.json',
          pointer: `${schema}/properties/label`,
        },
        {
          kind: 'wider',
          message: 'Nothing recorded needs what contract.json allows at /count (GetThing 200).',
          file: 'things/contract.json',
          pointer: '/operations/GetThing/responses/200/wider/~1count',
        },
      ],
    },
  ]);
  const validate = new Ajv.default({ allErrors: true }).compile(testSchema);
  validate(result);
  expect(validate.errors ?? []).toEqual([]);
});

test('without the flag there is no strength', async () => {
  const { result } = await runJson('test things --samples samples', { files });
  expect(Object.keys(result)).not.toContain('strength');
});

test('a definition that cannot be read has none either', async () => {
  const { exit, result } = await runJson('test d.json --samples samples --strength', {
    files: { ...files, 'd.json': '{' },
  });
  expect([exit, Object.hasOwn(result, 'strength')]).toEqual([1, false]);
});
