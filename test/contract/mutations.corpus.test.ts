import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { contract } from '../../src/contract/contract.js';
import { readJson } from '../../src/core/json-read.js';
import { isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import { readSample } from '../../src/http/sample.js';
import { built } from '../connector/build.js';

const samples = '../shared/data/samples';
const corpus = existsSync(samples) ? describe : describe.skip;

type Path = readonly (string | number)[];
type Break = { readonly kind: string; readonly place: string; readonly body: Json };

/** The recorded exchanges of a folder, as JSON. */
function recorded(folder: string): { file: string; sample: JsonObject; body: Json }[] {
  return readdirSync(`${samples}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const sample = readJson(file, readFileSync(`${samples}/${folder}/${file}`, 'utf8')).value as JsonObject; // all are objects
      return { file, sample, body: (sample['response'] as JsonObject)['body'] ?? null };
    });
}

/** Where in `value` the test holds. */
function places(value: Json, test: (value: Json) => boolean, path: Path = []): Path[] {
  const here = test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return here;
  const inside = Object.entries(value).flatMap(([key, inner]) => places(inner, test, [...path, key]));
  return [...here, ...inside];
}

/** `value` with something else at a place. */
function replaced(value: Json, [key, ...rest]: Path, by: Json): Json {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: Json, index) => (index === Number(key) ? replaced(item, rest, by) : item));
  const entries = Object.entries(value as JsonObject);
  return Object.fromEntries(entries.map(([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner]));
}

/** An answer, broken in every way that the issue names. */
function broken(body: Json): Break[] {
  const every = (kind: string, test: (value: Json) => boolean, by: Json) =>
    places(body, test).map((path): Break => ({ kind, place: path.join('/'), body: replaced(body, path, by) }));
  const { choices: _, ...without } = body as JsonObject;
  return [
    ...every('a text where an object belongs', isObject, 'text'),
    ...every('a number as text', (value) => typeof value === 'number', '12'),
    { kind: 'no choices', place: '', body: without },
    { kind: 'a message that is a list', place: '', body: replaced(body, ['choices', '0', 'message'], []) },
    {
      kind: 'an error under a success status',
      place: '',
      body: { error: { message: 'busy', type: 'server_error', code: null } },
    },
  ];
}

corpus.each([
  ['openai', 'openai/json', 721],
  ['azure-openai', 'azure/json', 82],
])('%s', (service, folder, count) => {
  const connector = built(service);
  const run = (file: string, sample: JsonObject, body: Json) => {
    const text = writeJson({ ...sample, response: { ...(sample['response'] as JsonObject), body } });
    return contract(connector, readSample(readJson(file, text)).exchanges, { direction: 'response' });
  };

  test('every recording passes as it is', () => {
    const all = recorded(folder);
    expect(all).toHaveLength(count);
    const failing = all.filter(({ file, sample, body }) => run(file, sample, body).samples.passed !== 1);
    expect(failing.map(({ file }) => file)).toEqual([]);
  });

  test('every broken copy is caught, by one finding and no other', () => {
    const missed: string[] = [];
    for (const { file, sample, body } of recorded(folder)) {
      const before = new Set(run(file, sample, body).findings.map(({ code, pointer }) => `${code} ${pointer}`));
      for (const { kind, place, body: changed } of broken(body)) {
        const { findings } = run(file, sample, changed);
        const fresh = findings.filter(({ code, pointer }) => !before.has(`${code} ${pointer}`));
        if (fresh.length !== 1 || fresh[0]?.severity !== 'error') {
          missed.push(`${file}: ${kind} at ${place}: ${fresh.map(({ code }) => code).join()}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });
});
