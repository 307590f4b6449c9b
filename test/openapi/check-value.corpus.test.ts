import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isObject, type Json } from '../../src/core/json.js';
import { child, valueAt } from '../../src/core/pointer.js';
import { matches } from '../../src/openapi/check-value.js';
import { resolve } from '../../src/openapi/refs.js';
import type { Document, Response, Schema } from '../../src/openapi/types.js';
import { operations, parametersOf } from '../../src/openapi/walk.js';
import { againstAjv, plainlyAgainstChecked } from './check-value-random.js';
import { oracles } from './draft4.js';
import { mutated, randomFrom, valueFor } from './values.js';

const data = '../shared/data';
const corpus = existsSync(data) ? describe : describe.skip;

/** Values made for each schema of a body; every other one has a place changed. */
const valuesPerSchema = 6;

function jsonFiles(folder: string): string[] {
  return readdirSync(`${data}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${data}/${folder}/${name}`)
    .sort();
}

function read(file: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Json; // JSON.parse gives nothing else
  } catch {
    return undefined; // a few published definitions are no JSON
  }
}

function definitions(folder: string): Document[] {
  return jsonFiles(folder)
    .map(read)
    .filter((value) => isObject(value) && value['swagger'] === '2.0')
    .map((value) => value as unknown as Document); // published definitions: close enough to the types for their schemas
}

/** The different schemas of all request and response bodies. */
function bodies(document: Document): Schema[] {
  const all = operations(document).flatMap(({ item, operation, pointer }) => [
    ...parametersOf(document, item, operation).flatMap(({ parameter }) =>
      parameter.in === 'body' ? [parameter.schema] : [],
    ),
    ...Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
      const schema = resolve<Response>(document, response, child(`${pointer}/responses`, status))?.node.schema;
      return schema ? [schema] : [];
    }),
  ]);
  return [...new Map(all.filter(isObject).map((schema) => [JSON.stringify(schema), schema as Schema])).values()];
}

interface Tally {
  pairs: number;
  met: number;
  readonly different: unknown[];
}

function compare(tally: Tally, ours: boolean, theirs: boolean, what: unknown): void {
  tally.pairs += 1;
  if (ours) tally.met += 1;
  if (ours !== theirs && tally.different.length < 3) tally.different.push(what);
}

corpus('the verdict is that of ajv-draft-04', () => {
  const tally: Tally = { pairs: 0, met: 0, different: [] };

  test('on values made for every body of the published definitions, as made and with a place changed', () => {
    const random = randomFrom(2024);
    for (const document of [...definitions('connectors'), ...definitions('upstream/azure-openai-swagger2')]) {
      const schemas = bodies(document);
      for (const [index, meets] of oracles(document.definitions ?? {}, schemas).entries()) {
        const schema = schemas[index] ?? {};
        for (let step = 0; step < valuesPerSchema; step += 1) {
          const made = valueFor(document, schema, random);
          const value = step % 2 === 0 ? made : mutated(made, random);
          compare(tally, matches(document, schema, value), meets(value), { title: document.info.title, schema, value });
        }
      }
    }
    expect(tally.different).toEqual([]);
  });

  test('on recorded bodies, under every body of the official definitions of Azure OpenAI', () => {
    const recorded = jsonFiles('samples').flatMap((file) => {
      const sample = read(file);
      return [valueAt(sample, '/request/body'), valueAt(sample, '/response/body')].filter((body) => body !== undefined);
    });
    for (const document of definitions('upstream/azure-openai-swagger2')) {
      const schemas = bodies(document);
      for (const [index, meets] of oracles(document.definitions ?? {}, schemas).entries()) {
        const schema = schemas[index] ?? {};
        for (const body of recorded) compare(tally, matches(document, schema, body), meets(body), { schema, body });
      }
    }
    expect(tally.different).toEqual([]);
  });

  test('and there are more than 20,000 pairs, of both verdicts', () => {
    const { pairs, met } = tally;
    expect({ enough: pairs > 20_000, bothVerdicts: met > 5_000 && pairs - met > 5_000 }).toEqual({
      enough: true,
      bothVerdicts: true,
    });
  });
});

test('the verdict over 300 random documents and 18,000 values is that of ajv-draft-04', () => {
  const { wrong, met } = againstAjv(300);
  expect(wrong.slice(0, 1)).toEqual([]);
  expect(met).toBeGreaterThan(6000);
  expect(18_000 - met).toBeGreaterThan(6000);
});

test('what meets one of 1,000 random schemas plainly has no mismatch', () => {
  const { wrong, met } = plainlyAgainstChecked(1000);
  expect(wrong.slice(0, 1)).toEqual([]);
  expect(met).toBeGreaterThan(8000);
});
