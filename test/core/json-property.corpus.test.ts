import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { isArray, isObject, type Json } from '../../src/core/json.js';
import { child } from '../../src/core/pointer.js';
import { sameJson } from '../../src/core/same-json.js';
import { randomJson, randomNumbers } from './generate-json.js';

test('what is written is read as the same value', () => {
  const random = randomNumbers(1);
  const wrong: string[] = [];
  for (let round = 0; round < 1000; round++) {
    const value = randomJson(random, 5);
    const written = writeJson(value, { indent: round % 3 });
    const { value: again, findings } = readJson('a.json', written);
    const same = again !== undefined && sameJson(again, value) && writeJson(again, { indent: round % 3 }) === written;
    if (!same || findings.length > 0) wrong.push(written);
  }
  expect(wrong).toEqual([]);
});

const seeds = [
  '{"a": [1, -2.5e3, true, false, null, "x\\n\\u0041\\\\"], "b": {"c": {}, "d": []}}',
  '[0.1, 10, 1E5, -0, [[]], [{}], "", "é", "😀"]',
  '{"k":"v","k":"w","l":12345678901234567890}',
];
const pieces = [
  ...'{}[]",:\\/+-.0123456789eEtruefalsn \n\t\r',
  '\u0000',
  '\u001f',
  '\u00a0',
  '\uFEFF',
  '\ud800',
  '""',
  '\\u',
  'null',
  ',',
  '//',
  '1e999',
  '"k":',
];

test('2000 mutated texts: read exactly where JSON.parse reads them, to the same value', () => {
  const random = randomNumbers(2);
  const wrong: string[] = [];
  let read = 0;
  for (let round = 0; round < 2000; round++) {
    const text = mutated(seeds[round % seeds.length] ?? '', random).replace(/^\uFEFF/, '');
    const { value, findings } = readJson('a.json', text);
    const codes = findings.map(({ code }) => code).filter((code) => code !== 'json-duplicate-key');
    const theirs = codes.includes('number-too-large') ? undefined : parsed(text);
    if (JSON.stringify(rounded(value)) !== JSON.stringify(theirs)) wrong.push(text);
    if ((value === undefined) !== codes.length > 0) wrong.push(text);
    if (value !== undefined) read++;
  }
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(200);
  expect(read).toBeLessThan(1800);
});

function mutated(seed: string, random: (limit: number) => number): string {
  let text = seed;
  for (let edits = random(3) + 1; edits > 0; edits--) {
    const at = random(text.length + 1);
    const piece = random(2) === 0 ? '' : (pieces[random(pieces.length)] ?? '');
    text = text.slice(0, at) + piece + text.slice(at + random(3));
  }
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As JSON.parse gives it: bigints as numbers. */
function rounded(value: Json | undefined): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (isArray(value)) return value.map(rounded);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]));
  return value;
}

test('locate finds every place of a random document', () => {
  const random = randomNumbers(3);
  const wrong: string[] = [];
  for (let round = 0; round < 100; round++) {
    const places = new Map<string, number>();
    const text = writtenWithPlaces(randomJson(random, 5), random, places);
    const { locate, findings } = readJson('a.json', text);
    expect(findings).toEqual([]);
    for (const [pointer, offset] of places) {
      const before = text.slice(0, offset).split('\n');
      const want = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
      for (const asked of [pointer, `${pointer}/not there`]) {
        if (!sameJson({ ...locate(asked) }, want)) wrong.push(`${asked} in ${text}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

/** The oracle: writes a value with random white space and notes where each part of it begins. */
function writtenWithPlaces(value: Json, random: (limit: number) => number, places: Map<string, number>): string {
  let text = '';
  const blank = () => {
    text += ['', ' ', '\n', '\r\n\t'][random(4)];
  };
  const write = (part: Json, pointer: string) => {
    blank();
    places.set(pointer, text.length);
    if (!isArray(part) && !isObject(part)) text += writeJson(part).trimEnd();
    else {
      const members = Object.entries(part) as [string, Json][]; // of both kinds
      text += isArray(part) ? '[' : '{';
      for (const [index, [key, item]] of members.entries()) {
        if (index > 0) text += ',';
        blank();
        if (!isArray(part)) text += JSON.stringify(key);
        blank();
        if (!isArray(part)) text += ':';
        write(item, child(pointer, key));
      }
      blank();
      text += isArray(part) ? ']' : '}';
    }
    blank();
  };
  write(value, '');
  return text;
}
