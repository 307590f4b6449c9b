import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { contractTest } from '../../src/contract/contract.js';
import type { Direction } from '../../src/contract/matched.js';
import { strengthTest, type Strength } from '../../src/contract/strength/strength.js';
import { readJson } from '../../src/core/json-read.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Exchange } from '../../src/http/exchange.js';
import { readSample } from '../../src/http/sample.js';
import { built } from '../connector/build.js';
import { brute } from './strength-mutants.js';

const recordings = '../shared/data/samples/openai/json';
const corpus = existsSync(recordings) ? describe : describe.skip;

function exchangesIn(folder: string): readonly Exchange[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return names
    .toSorted()
    .flatMap((name) => readSample(readJson(name, readFileSync(`${folder}/${name}`, 'utf8'))).exchanges);
}

/** The shipped connector, for recordings that were made at any host. */
function openai(): Connector {
  const { contract, ...connector } = built('openai');
  return { ...connector, contract: { ...contract, openHost: true } };
}

function strength(exchanges: readonly Exchange[], direction: Direction): Strength {
  const { watch, result } = strengthTest(openai(), direction);
  const test = contractTest(openai(), { direction, watch });
  for (const exchange of exchanges) test.add(exchange);
  return result();
}

corpus('strength', () => {
  test('each fact of a shipped connector is noticed exactly when the mutant, really made, is', () => {
    const exchanges = exchangesIn('samples/openai');
    const { survivors } = strength(exchanges, 'both');
    const survived = new Set(survivors.map(({ kind, pointer }) => `${kind} ${pointer}`));
    const all = strength([], 'both').survivors;
    const isNoticed = brute(openai(), { exchanges, direction: 'both' });
    expect(all.filter((mutant) => isNoticed(mutant) === survived.has(`${mutant.kind} ${mutant.pointer}`))).toEqual([]);
  }, 120_000);

  test('what the recorded answers show of the connector', () => {
    const { mutants, killed, survivors } = strength(exchangesIn(recordings), 'response');
    expect(survivors).toHaveLength(mutants - killed);
    expect(killed / mutants).toBeGreaterThan(0.4);
    const lacking = new Set(survivors.map(({ message }) => message));
    expect(lacking.has('Nothing recorded has choices[].finish_reason: "content_filter" (Completion 200).')).toBe(true);
    expect(lacking.has('Nothing recorded has choices[].finish_reason: "length" (Completion 200).')).toBe(false);
  });
});
