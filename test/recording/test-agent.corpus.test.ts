import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { readRecordings } from '../../src/recording/read.js';

const samples = '../shared/data/samples';
const corpus = existsSync(samples) ? test : test.skip;

corpus('no recorded sample is taken for a recording of another tool', () => {
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const taken = files.filter((name) => readRecordings(readJson(name, readFileSync(`${samples}/${name}`, 'utf8'))));
  expect([files.length > 1000, taken]).toEqual([true, []]);
});
