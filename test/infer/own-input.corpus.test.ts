import { readdirSync, readFileSync } from 'node:fs';
import { verifyDefinition } from '../../src/cli/verify-definition.js';
import { contract } from '../../src/contract/contract.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import type { Connector } from '../../src/definition/connector.js';
import { readConnector } from '../../src/definition/read.js';
import { writeConnector } from '../../src/definition/write.js';
import type { Exchange } from '../../src/http/exchange.js';
import { exchange } from '../../src/http/make-exchange.js';
import { readSample } from '../../src/http/sample.js';
import { inferConnector } from '../../src/infer/infer.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

/** What our own reader and, where it is asked, an independent validator find in the files that are written. */
async function faults(connector: Connector, asked: boolean): Promise<readonly string[]> {
  const files = writeConnector(connector);
  const document = (path: string) => {
    const file = files.find((one) => one.path === path);
    return file && readJson(path, file.text);
  };
  const definition = document('apiDefinition.swagger.json');
  const [properties, promises] = [document('apiProperties.json'), document('contract.json')];
  if (definition === undefined) return ['no definition'];
  const read = readConnector({
    name: 'x',
    definition,
    ...(properties && { properties }),
    ...(promises && { contract: promises }),
  });
  const verdicts = asked ? await verifyDefinition('x', files[0]?.text ?? '') : [];
  return [...read.findings, ...verdicts].map(({ code, pointer, message }) => `${code} ${pointer} ${message}`);
}

/** The exchanges that do not keep what was inferred from them, and what is wrong with it. */
async function misses(exchanges: readonly Exchange[], asked = true): Promise<readonly string[]> {
  const { connector } = inferConnector(exchanges);
  expect(writeConnector(inferConnector(exchanges.toReversed()).connector)).toEqual(writeConnector(connector));
  const found = contract(connector, exchanges).findings.filter(({ severity }) => severity !== 'note');
  return [
    ...found.map(({ code, sample, pointer }) => `${code} ${sample} ${pointer}`),
    ...(await faults(connector, asked)),
  ];
}

/** A generator of numbers from 0 to 1: the same ones each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const scalars: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 40,
  12_345_678_901_234_567_890n,
  '',
  'a',
  '2024-10-21T10:00:00Z',
];
const names = ['a', 'b', 'c/d', '~e', '__proto__', 'constructor', '$ref', '7', '', 'length'];

function anyValue(next: () => number, depth: number): Json {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item; // there is one
  const count = Math.floor(next() * 5);
  const kind = next() * (depth === 0 ? 1 : 2);
  if (kind < 1) return pick(scalars);
  if (kind < 1.4) return Array.from({ length: count }, () => anyValue(next, depth - 1));
  return Object.fromEntries(Array.from({ length: count }, () => [pick(names), anyValue(next, depth - 1)]));
}

/** An object that is not empty: an answer with none of the declared properties is taken for something else. */
function anyAnswer(next: () => number): Json {
  return { ...Object.fromEntries([['a', anyValue(next, 3)]]), b: anyValue(next, 3) };
}

test('whatever is recorded keeps what is inferred from it', async () => {
  const next = numbers(7);
  const json = { 'content-type': 'application/json' };
  for (let round = 0; round < 6; round += 1) {
    const exchanges = Array.from({ length: 12 }, (_, at) => {
      const path = ['/tickets', '/tickets/7', '/queues/alpha/tickets', '/queues/beta/tickets'][Math.floor(next() * 4)];
      const url = `https://api.contoso.com/v1${path}?q=${encodeURIComponent(String(anyValue(next, 0)))}`;
      const request = { method: 'POST', url, headers: json, body: writeJson(anyValue(next, 3)) };
      const status = [200, 200, 200, 201, 404, 400][Math.floor(next() * 6)] ?? 200;
      return exchange({
        name: `${at}`,
        request,
        response: { status, headers: json, body: writeJson(anyAnswer(next)) },
      });
    });
    expect([round, await misses(exchanges, round === 0)]).toEqual([round, []]); // the validator takes a quarter of a second
  }
});

/** The recorded exchanges of folders. */
function recordedIn(root: string): readonly Exchange[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => readSample(readJson(name, readFileSync(`${root}/${name}`, 'utf8'))).exchanges);
}

test.each<[string, readonly string[]]>([
  ['openai', []],
  ['azure-openai', []],
  ['azure-openai-v1', []],
  ['articles', []],
  ['llama-server', []],
])('our samples of %s', async (folder, want) => {
  expect(await misses(recordedIn(`samples/${folder}`))).toEqual(want);
});
