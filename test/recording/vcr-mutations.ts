import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { isArray, type Json } from '../../src/core/json.js';
import { readDocument } from '../../src/core/read-document.js';
import type { RecordingFormat } from '../../src/recording/format.js';
import { rubyVcr } from '../../src/recording/ruby-vcr.js';
import { vcrPy } from '../../src/recording/vcr-py.js';
import { exchangesOf, strayPointers } from './vcr-read.js';

const scalars = [
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
  'yes',
  ':get',
  '<A>/b',
  'AAA',
  'H4sIAAAA',
];
/** What a careless or hostile writer may put anywhere. */
const odd: readonly Json[] = [
  ...scalars,
  'x'.repeat(5000),
  {},
  [],
  [[]],
  [7, null, { key: 'a' }],
  ...scalars.flatMap((scalar) => [
    { '!!binary': scalar },
    { string: scalar },
    { base64_string: scalar },
    { state: [scalar] },
  ]),
  { type: 'json', content: null },
  { code: '404' },
  { status_code: 'OK' },
];

/** What changes the sense of YAML. */
const marks = [
  '"',
  "'",
  '{',
  '[',
  '? ',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '&a ',
  '*a ',
  '!!binary ',
  '!x ',
  '!!int ',
  '| ',
  '#',
  '---\n',
  '<<: ',
  '\t',
  '\0',
  'ÿ',
  '=',
  '0',
];

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

type Roll = ReturnType<typeof dice>;

/** Some characters changed, left out, said twice, or marks put among them. */
function textChanged(text: string, roll: Roll): string {
  let changed = text;
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const [at, length] = [roll(changed.length), roll(40)];
    const by =
      ['', String.fromCharCode(roll(256)), changed.slice(at, at + length).repeat(2)][roll(6)] ??
      marks[roll(marks.length)];
    changed = changed.slice(0, at) + by + changed.slice(at + roll(4));
  }
  return changed;
}

/** One value, chosen on a walk from the root, left out, put under another name or replaced. */
function valueChanged(value: Json, roll: Roll): Json {
  if (typeof value !== 'object' || value === null || roll(9) === 0) return odd[roll(odd.length)] ?? null;
  const entries: [string, Json][] = Object.entries(value);
  const at = roll(Math.max(1, entries.length));
  const [key, inner] = entries[at] ?? ['__proto__', 7];
  const kind = roll(40);
  entries.splice(
    at,
    1,
    ...(kind === 0 ? [] : [[kind === 1 ? `${key}2` : key, valueChanged(inner, roll)] as [string, Json]]),
  );
  return isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

/**
 * Reads `count` broken copies of a fixture, all bodies too, a quarter of them broken as text; tells in which a sentence or a place is missing.
 * How many are still recognized tells that they are not broken beyond recognition.
 */
export async function mutate(name: string, count: number) {
  const file = `test/recording/fixtures/vcr/${name}`;
  const text = readFileSync(file, 'utf8');
  const { value = null } = await readDocument(file, text, { foreignTags: true });
  const wrong: string[] = [];
  let [recognized, slowest] = [0, 0];
  for (let seed = 0; seed < count; seed += 1) {
    const roll = dice(seed);
    const begun = performance.now();
    const document = await (seed % 4 === 0
      ? readDocument(file, textChanged(text, roll), { foreignTags: true })
      : readJson(file, writeJson(valueChanged(value, roll), { indent: 0 })));
    const format = [vcrPy, rubyVcr].find((each: RecordingFormat) => each.recognizes(document.value ?? null));
    recognized += format === undefined ? 0 : 1;
    if (format) wrong.push(...wrongIn(format, document).map((message) => `${name} ${seed}: ${message}`));
    slowest = Math.max(slowest, performance.now() - begun);
  }
  return { wrong, recognized, slowest };
}

function wrongIn(format: RecordingFormat, document: Parameters<typeof exchangesOf>[1]): readonly string[] {
  const { exchanges, wrong } = exchangesOf(format, document);
  for (const { request, response } of exchanges) {
    for (const body of [request.body, response?.body]) if (body?.kind === 'json') void body.value;
  }
  const speechless = wrong.filter((message) => !/^\/.{10,400}[.]$/.test(message));
  return [...speechless, ...strayPointers(format, document)];
}
