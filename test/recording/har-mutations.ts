import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import { valueAt } from '../../src/core/pointer.js';
import { readRecordings } from '../../src/recording/read.js';
import { randomNumbers } from '../core/generate-json.js';
import { oddScalars, textChanged, valueChanged } from './broken.js';

/** What changes the sense of JSON. */
const marks = ['"', '{', '0'];
const odd: readonly Json[] = [
  ...oddScalars,
  'base64',
  '["AA"]',
  '{{a}}',
  '*',
  'https://a.test/{{a}}/:id?x=%zz#',
  {},
  { type: 'Buffer', data: [0, 255, 256] },
  { toString: 1, valueOf: 2, key: { toString: 1 }, name: { toString: 1 }, value: 'x' },
  [[]],
  ['1f8b', '00'],
  [7, null, { key: 'a' }],
];

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
    const roll = randomNumbers(seed);
    const broken =
      seed % 2 === 0 ? textChanged(text, marks, roll) : writeJson(valueChanged(value, odd, roll), { indent: 0 });
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
