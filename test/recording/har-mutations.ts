import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { readRecordings } from '../../src/recording/read.js';

/** What a careless or hostile writer may put anywhere. */
const scalars: readonly Json[] = [
  null,
  true,
  0,
  -1,
  200,
  1e21,
  12345678901234567890n,
  '',
  'x',
  'ÿ\ud800',
  '200',
  'base64',
];
const odd: readonly Json[] = scalars.concat([
  '["AA"]',
  '{{a}}',
  '*',
  'x'.repeat(5000),
  'https://a.test/{{a}}/:id?x=%zz#',
  {},
  { type: 'Buffer', data: [0, 255, 256] },
  { toString: 1, valueOf: 2, key: { toString: 1 }, name: { toString: 1 }, value: 'x' },
  [[]],
  ['1f8b', '00'],
  [7, null, { key: 'a' }],
]);

/** A seeded generator (mulberry32), so that a failure can be had again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Some bytes changed, left out or said twice. */
function bytesChanged(text: string, roll: (below: number) => number): string {
  let changed = text;
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const [at, length] = [roll(changed.length), roll(40)];
    const by =
      ['', String.fromCharCode(roll(256)), changed.slice(at, at + length).repeat(2), '"', '{', '0'][roll(6)] ?? '';
    changed = changed.slice(0, at) + by + changed.slice(at + (by.length > 1 ? length : 1 + roll(4)));
  }
  return changed;
}

/** One value, chosen on a walk from the root, left out, said twice, put under another name or replaced. */
function valueChanged(value: Json, roll: (below: number) => number): Json {
  if (typeof value !== 'object' || value === null || roll(12) === 0) return odd[roll(odd.length)] ?? null;
  const entries: [string, Json][] = Object.entries(value);
  const at = roll(Math.max(1, entries.length));
  const [key, inner] = entries[at] ?? ['__proto__', 7];
  const kind = roll(40);
  const replaced: [string, Json][] =
    kind === 0
      ? []
      : kind === 1
        ? [[`${key}2`, inner]]
        : kind === 2
          ? [
              [key, inner],
              ['request', inner],
            ]
          : [[key, valueChanged(inner, roll)]];
  entries.splice(at, 1, ...replaced);
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/**
 * Reads `count` broken copies of a fixture, all bodies too, and tells in which copies something is said without a place or a sentence.
 * How many were still recognized tells that they are not broken beyond recognition.
 */
export function mutate(
  file: string,
  count: number,
): { readonly wrong: readonly string[]; readonly recognized: number; readonly slowest: number } {
  const text = readFileSync(`test/recording/fixtures/${file}`, 'utf8');
  const { value = null } = readJson(file, text);
  const wrong: string[] = [];
  let [recognized, slowest] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const roll = dice(seed);
    const broken = seed % 2 === 0 ? bytesChanged(text, roll) : writeJson(valueChanged(value, roll), { indent: 0 });
    const begun = performance.now();
    const document = readJson(file, broken);
    const found = readRecordings(document);
    recognized += found === undefined ? 0 : 1;
    for (const { exchange } of found?.recordings ?? []) {
      for (const message of [exchange.request, exchange.response])
        if (message?.body.kind === 'json') void message.body.value;
      const stray = Object.values(exchange.pointers).filter(
        (pointer) => valueAt(document.value, pointer) === undefined,
      );
      if (stray.length > 0) wrong.push(`${file} ${seed}: ${stray.join(' ')}`);
    }
    for (const { message, code } of found?.findings ?? []) {
      if (code !== 'recording-malformed' || !/^.{10,250}[.]$/.test(message)) wrong.push(`${file} ${seed}: ${message}`);
    }
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return { wrong, recognized, slowest };
}
