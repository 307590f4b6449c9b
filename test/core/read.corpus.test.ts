import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parsePlain } from '../../src/core/json-plain.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { isArray, isObject, type Json } from '../../src/core/json.js';
import { readYaml } from '../../src/core/yaml-read.js';
import { decodeText } from '../../src/core/text.js';
import { comparedPlaces } from './compare-places.js';

const root = '../shared/data';
const corpus = existsSync(root) ? describe : describe.skip;

const jsonFiles = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(root, folder, name));

const holdsBigint = (value: Json): boolean =>
  typeof value === 'bigint' || ((isArray(value) || isObject(value)) && Object.values(value).some(holdsBigint));

corpus('every file of the corpus', () => {
  test.each([
    ['connectors', { 'json-byte-order-mark': 2, 'json-syntax': 2, 'text-not-utf8': 1 }],
    ['samples', {}],
    ['upstream', {}],
    ['arm', {}],
  ])('%s is read as JSON.parse reads it', (folder, want) => {
    const codes: Record<string, number> = {};
    for (const file of jsonFiles(folder)) {
      const bytes = readFileSync(file);
      const decoded = decodeText(file, bytes);
      const text = decoded.text ?? bytes.toString();
      const { value, findings } = readJson(file, text);
      for (const { code } of [...findings, ...(decoded.finding ? [decoded.finding] : [])])
        codes[code] = (codes[code] ?? 0) + 1;
      if (value === undefined) expect(() => JSON.parse(text)).toThrow(SyntaxError);
      else {
        if (!holdsBigint(value)) expect(isDeepStrictEqual(value, JSON.parse(text.replace(/^\uFEFF/, '')))).toBe(true);
        expect(isDeepStrictEqual(readJson(file, writeJson(value)).value, value)).toBe(true);
      }
    }
    expect(codes).toEqual(want);
  });

  test.each([
    ['connectors', 300],
    ['upstream', 5],
  ])('%s: each value is found where reading it finds it', (folder, least) => {
    const different: string[] = [];
    let files = 0;
    for (const file of jsonFiles(folder)) {
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      if (parsePlain(text) === undefined) continue;
      files += 1;
      different.push(...comparedPlaces(text).different.map((pointer) => `${file}#${pointer}`));
    }
    expect(different).toEqual([]);
    expect(files).toBeGreaterThan(least);
  });

  test('is read as YAML to the same value', async () => {
    for (const file of jsonFiles('connectors').filter((_, index) => index % 80 === 0)) {
      const text = readFileSync(file, 'utf8');
      const { value } = readJson(file, text);
      if (value !== undefined) expect((await readYaml(file, text)).value).toEqual(value);
    }
  });
});
