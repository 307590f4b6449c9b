import { readFileSync } from 'node:fs';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Json } from '../../src/core/json.js';
import { readDocument } from '../../src/core/read-document.js';
import type { RecordingFormat } from '../../src/recording/format.js';
import { rubyVcr } from '../../src/recording/ruby-vcr.js';
import { vcrPy } from '../../src/recording/vcr-py.js';
import { randomNumbers } from '../core/generate-json.js';
import { oddScalars, textChanged, valueChanged } from './broken.js';
import { exchangesOf, strayPointers } from './vcr-read.js';

const scalars: readonly Json[] = [...oddScalars, 'yes', ':get', '<A>/b', 'AAA', 'H4sIAAAA'];
const odd: readonly Json[] = [
  ...scalars,
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
    const roll = randomNumbers(seed);
    const begun = performance.now();
    const document = await (seed % 4 === 0
      ? readDocument(file, textChanged(text, marks, roll), { foreignTags: true })
      : readJson(file, writeJson(valueChanged(value, odd, roll), { indent: 0 })));
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
