import { existsSync, readdirSync, readFileSync } from 'node:fs';
import SwaggerParser from '@apidevtools/swagger-parser';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { structureRules } from '../../src/openapi/structure-rules.js';
import { errors } from './definition-errors.js';
import { mutate, randomFrom } from './validity-mutations.js';
import { richDefinition } from './validity-rich-definition.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

/*
 * Our verdict (an error or none) is that of swagger-parser (throws or not) over every published definition,
 * over mutations of a few small ones, and over the examples of our own rules. It takes 10 to 100 ms for each.
 */

const root = '../shared/data/connectors';
const corpus = existsSync(root) ? describe : describe.skip;
const mutationsOfRich = 700;
const mutationsOfPublished = 50;

interface Verdicts {
  readonly value: Json;
  readonly ours: readonly { readonly code: string; readonly pointer: string }[];
  readonly theirs: string | undefined;
}

/** Where the verdicts differ and are meant to. */
const differences: readonly { readonly reason: string; fits(verdicts: Verdicts): boolean }[] = [
  {
    reason: 'it ignores a $ref to another document when it may not load it; a connector with one is broken',
    fits: ({ ours, theirs }) => theirs === undefined && ours.every(({ code }) => code === 'ref-external'),
  },
  {
    reason: 'it leaves alone a $ref that leads back to itself or above itself, and so never looks where it leads',
    fits: ({ ours, theirs }) => theirs === undefined && ours.every(({ code }) => /^ref-(loop|missing)$/.test(code)),
  },
  {
    reason: 'it follows a $ref in the place of a text or a list; the specification has references in three places only',
    fits: ({ value, ours, theirs }) =>
      theirs === undefined && ours.every(({ pointer }) => holdsReference(valueAt(value, pointer))),
  },
  {
    reason: 'JSON Schema allows a list of types and a list of schemas as items; no reader of connectors does',
    fits: ({ value, ours, theirs }) =>
      theirs === undefined &&
      ours.every(({ pointer }) => /\/(type|items)$/.test(pointer) && isArray(valueAt(value, pointer))),
  },
  {
    reason: 'it follows a $ref inside an example, a default or an extension, where it is data',
    fits: ({ ours, theirs }) => ours.length === 0 && /Missing \$ref pointer/.test(theirs ?? ''),
  },
  {
    reason: 'it looks at nothing that stands beside a $ref that leads back above itself',
    fits: ({ value, ours, theirs }) =>
      theirs === undefined &&
      ours.every(({ pointer }) => holdsReference(valueAt(value, pointer.replace(/\/[^/]*$/, '')))),
  },
  {
    reason: 'it reads OpenAPI 3, too',
    fits: ({ value }) => isObject(value) && value['openapi'] !== undefined,
  },
];

corpus('the verdict of swagger-parser', () => {
  test('on published definitions', async () => {
    const values = publishedFiles()
      .map((file) => parsed(file))
      .filter((value) => value !== undefined);
    expect(values.length).toBeGreaterThan(150);
    expect(await unexplained(values)).toEqual([]);
  }, 900_000);

  test('on mutations', async () => {
    const small = publishedFiles()
      .map((file) => readFileSync(file, 'utf8'))
      .filter((text) => text.length < 4200);
    const bases = [richDefinition, ...small.map((text) => JSON.parse(text) as JsonObject)];
    expect(bases.length).toBeGreaterThan(8);
    const random = randomFrom(20);
    const values = bases.flatMap((base, index) =>
      Array.from({ length: index === 0 ? mutationsOfRich : mutationsOfPublished }, () => mutate(base, random)),
    );
    expect(await unexplained(values)).toEqual([]);
  }, 1_800_000);

  test('on the examples of our rules', async () => {
    const values = structureRules.flatMap(({ examples }) => [...examples.bad, ...examples.good]);
    expect(await unexplained(values)).toEqual([]);
  }, 900_000);
});

/** The verdicts that differ for none of the reasons above. */
async function unexplained(values: readonly Json[]): Promise<Verdicts[]> {
  const found: Verdicts[] = [];
  for (const value of values) {
    const verdicts = { value, ours: errors(value), theirs: await thrown(value) };
    const differ = verdicts.ours.length > 0 !== (verdicts.theirs !== undefined);
    if (differ && !differences.some(({ fits }) => fits(verdicts))) found.push(verdicts);
  }
  return found;
}

async function thrown(value: Json): Promise<string | undefined> {
  try {
    // a copy: it writes what references lead to into the document that it is given
    await SwaggerParser.validate(structuredClone(value) as never, { resolve: { external: false } });
    return undefined;
  } catch (error) {
    return String(error).slice(0, 300);
  }
}

function publishedFiles(): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('apiDefinition.swagger.json'))
    .sort()
    .map((path) => `${root}/${path}`);
}

/** The value of a file; undefined for the few that are no JSON. */
function parsed(file: string): Json | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as Json;
  } catch {
    return undefined;
  }
}

function holdsReference(value: Json | undefined): boolean {
  return isObject(value) && typeof value['$ref'] === 'string';
}
