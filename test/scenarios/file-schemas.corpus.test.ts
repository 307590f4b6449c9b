import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import { configurationSchema } from '../../src/cli/configuration/schema.js';
import { readConfiguration } from '../../src/cli/configuration/configuration.js';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { contractSchema } from '../../src/definition/contract-schema.js';
import { readConnector } from '../../src/definition/read.js';
import { contextSchema } from '../../src/expression/context-schema.js';
import { readFleet } from '../../src/fleet/read.js';
import { fleetSchema } from '../../src/fleet/schema.js';
import { readSample } from '../../src/http/sample.js';
import { sampleSchema } from '../../src/http/sample-schema.js';
import { expectationFindings } from '../../src/playbook/expect.js';
import { expectationSchema } from '../../src/playbook/expect-schema.js';
import { mockRules } from '../../src/playbook/rules.js';
import { readMock } from '../../src/playbook/mock.js';
import { mockSchema } from '../../src/playbook/mock-schema.js';
import type { PlaybookRun } from '../../src/playbook/run-playbook.js';
import { incidentSchema } from '../../src/sentinel/incident-schema.js';
import { readTrigger } from '../../src/sentinel/read-trigger.js';
import { memoryWorld } from '../cli/memory-world.js';
import { runIt } from '../playbook/run-it.js';
import { definition as things, text } from './things.js';

const ajv = new Ajv.default({ allErrors: false, strict: false });
const compiled = {
  sample: ajv.compile(sampleSchema),
  fleet: new Ajv4.default({ strict: false }).compile(fleetSchema),
  configuration: ajv.compile(configurationSchema),
  expectation: ajv.compile(expectationSchema),
  mock: ajv.compile(mockSchema),
  context: ajv.compile(contextSchema),
  contract: ajv.compile(contractSchema),
  incident: ajv.compile(incidentSchema),
};
type Kind = keyof typeof compiled;

const documentOf = (value: Json) => readJson('file.json', text(value));
const GUID = '11111111-1111-4111-8111-111111111111';

/** A workflow with one action, which a file of expectations can name. */
const definition = { triggers: {}, actions: { Ask: { type: 'Compose', inputs: 1 } } };
let ran: PlaybookRun | undefined;
beforeAll(async () => {
  ({ run: ran } = await runIt({ definition }));
});

/** Whether the reader refuses the shape of a value. */
const refuses: Readonly<Record<Exclude<Kind, 'context'>, (value: Json) => boolean | Promise<boolean>>> = {
  sample: (value) => {
    const { findings, recognised } = readSample(documentOf(value));
    return findings.length > 0 || !recognised;
  },
  fleet: (value) => readFleet(documentOf(value)).findings.length > 0,
  configuration: async (value) => {
    const world = memoryWorld({ files: { 'c.json': text(value) } });
    return (await readConfiguration(world, '/home/c.json')).findings.length > 0;
  },
  expectation: (value) => {
    if (!ran) throw new Error('The run is missing.');
    return expectationFindings(documentOf(value), ran).some(({ code }) => code === 'expectation-malformed');
  },
  mock: (value) => readMock(documentOf(value)).findings.length > 0,
  contract: (value) => {
    const source = { name: 'things', definition: documentOf(things), contract: documentOf(value) };
    return readConnector(source).findings.some(({ code }) => code !== 'contract-unknown-operation');
  },
  incident: (value) => {
    const body = isObject(value) && value['object'] === undefined ? (value['body'] ?? value) : value;
    return readTrigger('incident', body).findings.length > 0;
  },
};

/** Of each kind a file that says all that it can. */
const whole: Readonly<Record<Kind, Json>> = {
  sample: {
    $schema: 's',
    formatVersion: 1,
    source: 'by hand',
    request: {
      method: 'POST',
      url: '/things',
      headers: { accept: 'a', n: 1, list: ['a', 1] },
      body: { a: 1 },
      bodyText: 'a',
      bodyBase64: 'YQ==',
      bodyClipped: true,
    },
    response: { status: 200, headers: null, body: null },
  },
  fleet: {
    $schema: 's',
    defaults: { tenant: 't', credential: 'cli', cloud: 'public', tags: { a: 'b' }, connection: 'c' },
    targets: [
      {
        label: 'one',
        subscription: GUID,
        resourceGroup: 'soc',
        location: 'l',
        name: 'n',
        service: 's',
        apiVersion: 'v',
        resource: 'r',
        endpoint: 'e',
        keyHeader: 'k',
        key: { vault: 'vault/secret', tenant: 't', credential: 'cli' },
      },
      { key: { env: 'KEY' } },
    ],
  },
  configuration: {
    $schema: 's',
    connectors: ['a'],
    samples: { a: 's', b: ['s', 't'] },
    playbooks: ['p'],
    target: {
      target: 'azure',
      subscription: GUID,
      resourceGroup: 'soc',
      location: 'l',
      name: 'n',
      tenant: 't',
      credential: 'cli',
      cloud: 'usgov',
      tags: { a: 'b' },
    },
    suppressions: [{ code: 'c', reason: 'r', file: 'f', pointer: '/p' }],
  },
  expectation: {
    $schema: 's',
    status: 'Succeeded',
    error: null,
    actions: { Ask: { status: 'Succeeded', code: 'OK', error: null, times: 1 } },
    comments: [],
    tasks: 0,
    tags: ['a'],
    severity: 'High',
    incidentStatus: 'New',
    owner: null,
    classification: 'c',
    calls: [
      {
        action: 'Ask',
        connection: 'c',
        host: 'h',
        method: 'GET',
        path: '/',
        status: 200,
        operation: 'o',
        by: 'mock',
        times: 1,
      },
    ],
    usage: { tokens: { least: 1, most: 2 }, more: 3 },
    findings: ['f'],
    outputs: { a: 1 },
  },
  mock: {
    $schema: 's',
    tickets: [{ method: 'GET', path: '/a', status: 200, headers: { a: 'b' }, body: 1 }, {}],
    '*': { status: 404 },
  },
  context: {
    $schema: 's',
    trigger: { body: 1 },
    variables: {},
    parameters: {},
    actions: { A: { status: 'Succeeded', code: 'OK', outputs: { body: 1 } } },
    items: { L: 1 },
    item: 1,
    iterationIndexes: { U: 1 },
    results: { S: [] },
    workflow: {},
    callbackUrl: 'u',
    action: {},
    now: 'n',
  },
  contract: {
    $schema: 's',
    formatVersion: 1,
    openHost: true,
    openBasePath: false,
    openKeyHeader: false,
    apiVersion: 'v',
    retired: { on: '2026-01-01', source: 's' },
    keyPrefix: 'Bearer ',
    probe: { operation: 'GetThing', parameters: { a: 1 }, body: 1, answers: [{ status: 404, says: 's' }] },
    operations: {
      GetThing: {
        request: { wider: { '/a': { type: 'string' } } },
        responses: {
          '2XX': {
            expect: {
              type: 'object',
              required: ['id'],
              minProperties: 1,
              properties: { id: { type: 'array', items: { type: 'integer', minimum: 1, enum: [1] } } },
              additionalProperties: false,
              allOf: [{ description: 'd', 'x-more': 1 }],
              externalDocs: { url: 'u' },
            },
            wider: { '': { type: 'null' } },
            usage: { tokens: '/usage/total' },
          },
        },
      },
    },
  },
  incident: {
    headers: { a: 'b' },
    body: {
      object: {
        id: '/i/1',
        name: 'n',
        properties: {
          title: 't',
          severity: 'High',
          status: 'New',
          owner: {},
          labels: [{ labelName: 'l' }],
          incidentNumber: 1,
          alerts: [],
          relatedEntities: [{ kind: 'Account' }],
          comments: [{}],
          additionalData: { tactics: ['t'], alertProductNames: [] },
        },
      },
    },
  },
};

test.each(Object.entries(whole))('a whole %s', async (kind, value) => {
  const validate = compiled[kind as Kind]; // the keys are the kinds
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
  if (kind !== 'context') expect(await refuses[kind as keyof typeof refuses](value)).toBe(false);
});

/** What each place of a document could hold by mistake. */
const mistakes: readonly Json[] = [null, true, 7, -1, 0.5, '', 'x', [], [7], {}, { x: 7 }];

/** The value with each of its parts replaced by each mistake, with one part left out, and with one that nobody knows. */
function* variants(value: Json): Generator<readonly [what: string, value: Json]> {
  for (const mistake of mistakes) yield [` = ${JSON.stringify(mistake)}`, mistake];
  if (isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const [what, changed] of variants(item)) yield [`/${index}${what}`, value.with(index, changed)];
    }
  } else if (isObject(value)) {
    yield ['/unknwn', { ...value, unknwn: 7 }];
    for (const [key, item] of Object.entries(value)) {
      const { [key]: _gone, ...rest } = value;
      yield [`/${key} left out`, rest];
      for (const [what, changed] of variants(item)) yield [`/${key}${what}`, { ...value, [key]: changed }];
    }
  }
}

test.each(Object.entries(refuses))('what the reader of a %s refuses, its schema refuses', async (kind, isRefused) => {
  const validate = compiled[kind as Kind];
  const missed: string[] = [];
  let refused = 0;
  for (const [what, value] of variants(whole[kind as Kind])) {
    if (!(await isRefused(value))) continue;
    refused += 1;
    if (validate(value)) missed.push(what);
  }
  expect(missed).toEqual([]);
  expect(refused).toBeGreaterThan(10);
});

test.each<[Kind, Json]>([
  ['context', []],
  ['context', { trigger: 'a' }],
  ['context', { actions: { A: 'Succeeded' } }],
  ['expectation', { stauts: 'Failed' }],
  ['expectation', { status: 'Suceeded' }],
  ['expectation', { calls: [{ times: 1 }] }],
  ['mock', { tickets: [] }],
  ...mockRules.malformed.examples.bad.map((bad): [Kind, Json] => ['mock', bad]),
])('the schema of a %s refuses %j', (kind, value) => {
  expect(compiled[kind](value)).toBe(false);
});

/** The files of a folder and below that end so. */
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => ending.test(file));

const ours: readonly (readonly [Kind, readonly string[]])[] = [
  ['sample', filesIn('samples', /(?<!\.expect)\.json$/).filter((file) => !file.startsWith('samples/incidents/'))],
  ['expectation', filesIn('samples/playbooks', /\.expect\.json$/)],
  ['incident', filesIn('samples/incidents', /\.json$/)],
  ['contract', filesIn('connector', /\/contract\.json$/)],
];

test.each(ours)('every %s of the project keeps its schema', (kind, files) => {
  const broken = files.filter((file) => !compiled[kind](JSON.parse(readFileSync(file, 'utf8'))));
  expect(broken).toEqual([]);
  expect(files.length).toBeGreaterThan(4);
});

test('each part of a schema that a person writes has a title or a description', () => {
  const bare: string[] = [];
  const visit = (at: string, schema: JsonObject) => {
    for (const key of ['properties', 'definitions']) {
      const members = schema[key];
      if (!isObject(members)) continue;
      for (const [name, member] of Object.entries(members)) {
        if (!isObject(member) || member['$ref'] !== undefined) continue;
        if (member['title'] === undefined && member['description'] === undefined) bare.push(`${at}/${name}`);
        visit(`${at}/${name}`, member);
      }
    }
    for (const key of ['items', 'additionalProperties']) {
      const one = schema[key];
      if (isObject(one)) visit(`${at}/${key}`, one);
    }
    for (const one of isArray(schema['anyOf'] ?? 0) ? (schema['anyOf'] as readonly Json[]) : []) {
      if (isObject(one)) visit(at, one);
    }
  };
  const all = {
    sampleSchema,
    fleetSchema,
    configurationSchema,
    expectationSchema,
    mockSchema,
    contextSchema,
    incidentSchema,
  };
  for (const [name, schema] of Object.entries(all)) visit(name, JSON.parse(JSON.stringify(schema)));
  expect(bare).toEqual([]);
});
