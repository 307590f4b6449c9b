import type { Json, JsonObject } from '../../src/core/json.js';
import { eventQueue } from '../../src/engine/run/queue.js';
import { randomFrom } from '../../src/engine/run/random.js';
import { durationMs } from '../../src/engine/run/time.js';
import { after, compose, outputs, ran, START } from './ran.js';

test.each<readonly [text: unknown, ms: number | undefined]>([
  ['PT1H', 3_600_000],
  ['P1DT2H3M4.5S', 93_784_500],
  ['pt10s', 10_000],
  ['P', undefined],
  ['PT', undefined],
  ['P1M', undefined],
  ['1h', undefined],
  [5, undefined],
])('the duration %j', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test('events come in the order of their time, those of one time as they came', () => {
  const random = randomFrom(5);
  const times = Array.from({ length: 500 }, () => Math.floor(random() * 50));
  const queue = eventQueue(undefined);
  const seen: [number, number][] = [];
  for (const [at, time] of times.entries()) queue.later(time, () => void seen.push([time, at]));
  for (let next = queue.next(0); next; next = queue.next(next.time)) void next.event();
  const sorted = [...times.entries()]
    .map(([at, time]) => [time, at] as const)
    .toSorted(([a, b], [c, d]) => a - c || b - d);
  expect(seen).toEqual(sorted);
});

/** A loop that adds a letter for each item, twice; both times of all items. */
const racing = (more: JsonObject = {}) => ({
  Init: { type: 'InitializeVariable', inputs: { variables: [{ name: 'text', type: 'string', value: '' }] } },
  F: {
    type: 'Foreach',
    foreach: ['a', 'b', 'c', 'd'],
    actions: {
      One: { type: 'AppendToStringVariable', inputs: { name: 'text', value: '@item()' } },
      Two: {
        type: 'AppendToStringVariable',
        inputs: { name: 'text', value: '@toUpper(item())' },
        runAfter: after('One'),
      },
    },
    runAfter: after('Init'),
    ...more,
  },
  Text: compose("@variables('text')", after('F')),
});

test.each<readonly [more: JsonObject, seed: number, text: string]>([
  [{}, 0, 'abcdABCD'],
  [{ runtimeConfiguration: { concurrency: { repetitions: 2 } } }, 0, 'abABcdCD'],
  [{ runtimeConfiguration: { concurrency: { repetitions: 1 } } }, 7, 'aAbBcCdD'],
  [{ operationOptions: 'Sequential' }, 7, 'aAbBcCdD'],
])('rounds of a loop with %j and seed %d', async (more, seed, text) => {
  expect(outputs(await ran(racing(more), { seed }), 'Text')).toBe(text);
});

test('the same seed gives the same run, another one another order', async () => {
  const text = async (seed: number) => outputs(await ran(racing(), { seed }), 'Text') as string;
  const texts = await Promise.all(Array.from({ length: 10 }, async (_, seed) => text(seed)));
  expect(await Promise.all(texts.map(async (_, seed) => text(seed)))).toEqual(texts);
  expect(new Set(texts).size).toBeGreaterThan(5);
  for (const one of texts) expect([...one].toSorted().join('')).toBe('ABCDabcd');
});

test('a loop in a loop goes one round after the other', async () => {
  const { F, Init, Text } = racing();
  const outer = {
    type: 'Foreach',
    foreach: [1, 2],
    actions: { F: { ...F, runAfter: {} } },
    operationOptions: 'Sequential',
    runAfter: after('Init'),
  };
  const result = await ran({ Init, O: outer, Text: { ...Text, runAfter: after('O') } });
  expect(outputs(result, 'Text')).toBe('aAbBcCdDaAbBcCdD');
});

test('branches beside each other take their time at the same time', async () => {
  const wait = (count: number): Json => ({ type: 'Wait', inputs: { interval: { count, unit: 'Hour' } } });
  const { record } = await ran({
    A: wait(2),
    B: wait(3),
    C: compose('@utcNow()', { A: ['Succeeded'], B: ['Succeeded'] }),
  });
  expect(record.actions.get('C')?.outputs).toBe('2026-01-15T13:30:00.0000000Z');
  expect(Date.parse(record.endTime) - START).toBe(3 * 3_600_000);
});

test('random numbers follow from the seed', async () => {
  const value = async (seed: number) =>
    outputs(await ran({ A: compose('@concat(guid(), rand(0, 1000000))') }, { seed }), 'A');
  expect(await value(1)).toBe(await value(1));
  expect(await value(1)).not.toBe(await value(2));
});
