import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { verifyDefinition } from '../../src/cli/verify-definition.js';
import { contract, contractTest } from '../../src/contract/contract.js';
import { readJson } from '../../src/core/json-read.js';
import { isArray, isObject, type Json, type JsonObject } from '../../src/core/json.js';
import { writeConnector } from '../../src/definition/write.js';
import type { Exchange } from '../../src/http/exchange.js';
import { readSample } from '../../src/http/sample.js';
import { inferConnector } from '../../src/infer/infer.js';
import { compileOnce } from '../compile-once.js';

compileOnce();

const samples = '../shared/data/samples';
const corpus = existsSync(samples) ? describe : describe.skip;

/** The recorded exchanges of a folder. */
function recorded(folder: string): readonly Exchange[] {
  return readdirSync(`${samples}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => readSample(readJson(name, readFileSync(`${samples}/${folder}/${name}`, 'utf8'))).exchanges);
}

type Path = readonly (string | number)[];
type Break = { readonly kind: string; readonly body: Json };

/** Where in `value` the test holds. */
function places(value: Json, test: (value: Json) => boolean, path: Path = []): Path[] {
  const here = test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => places(inner, test, [...path, key]))];
}

/** `value` with something else at a place. */
function replaced(value: Json, [key, ...rest]: Path, by: Json): Json {
  if (key === undefined) return by;
  if (isArray(value)) return value.map((item, index) => (index === Number(key) ? replaced(item, rest, by) : item));
  const entries = Object.entries(value as JsonObject); // a path leads through it
  return Object.fromEntries(entries.map(([name, inner]) => [name, name === key ? replaced(inner, rest, by) : inner]));
}

/** An answer, broken in every way that the issue names. `always` are the properties that no answer is without. */
function broken(body: JsonObject, always: readonly string[]): readonly Break[] {
  const every = (kind: string, test: (value: Json) => boolean, by: Json) =>
    places(body, test).map((path): Break => ({ kind, body: replaced(body, path, by) }));
  const without = (name: string): Json => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
  return [
    ...every('a text in place of an object', isObject, 'text'),
    ...every('a number as text', (value) => typeof value === 'number', '12'),
    ...always.map((name): Break => ({ kind: 'a required property missing', body: without(name) })),
    { kind: 'a message that is a list', body: replaced(body, ['choices', '0', 'message'], []) },
    { kind: "an error's body under 200", body: { error: { message: 'busy', type: 'server_error', code: null } } },
  ];
}

/** The body of a recorded answer; all are objects. */
const bodyOf = ({ response }: Exchange): JsonObject =>
  (response?.body.kind === 'json' ? response.body.recorded : {}) as JsonObject;

/** The same exchange with another answer. */
function answering({ request, pointers, sample, file }: Exchange, body: Json): Exchange {
  const answer = { kind: 'json', recorded: body, value: body } as const;
  return { sample, file, request, pointers, response: { status: 200, headers: {}, body: answer } };
}

const always = ['id', 'object', 'created', 'model', 'choices', 'usage'];

/** Objects in a list that stands where most answers have a text: of such another type only the first level is kept. */
const unseen = ['.hcd383a5', '.he205779', ''].map(
  (end) =>
    `DataDog__dd-trace-py/mistral.mistral_v1_chat_completions_post_20aaaaf3${end}.json: a text in place of an object`,
);

corpus.each<[string, number, number, readonly string[]]>([
  ['openai/json', 721, 16_704, []],
  ['azure/json', 82, 2821, []],
  ['compatible/json', 70, 1410, unseen],
])('what is inferred from %s', (folder, count, copies, want) => {
  const all = recorded(folder);
  const { connector } = inferConnector(all);

  test('is kept by every recording, in both directions', () => {
    const { samples: result, findings } = contract(connector, all);
    expect(result).toEqual({ total: count, passed: count, failed: 0, unmatched: 0, skipped: 0 });
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  test('is the same whichever order the recordings come in', () => {
    expect(writeConnector(inferConnector(all.toReversed()).connector)).toEqual(writeConnector(connector));
  });

  test('catches the broken copies', () => {
    const test = contractTest(connector, { direction: 'response' });
    const missed: string[] = [];
    let tried = 0;
    for (const exchange of all) {
      for (const { kind, body } of broken(bodyOf(exchange), always)) {
        tried += 1;
        if (test.add(answering(exchange, body)) !== 'failed') missed.push(`${exchange.sample}: ${kind}`);
      }
    }
    expect([tried, missed]).toEqual([copies, want]);
  });
});

corpus.each<[string, number, readonly string[]]>([
  ['openai/error', 29, []],
  ['azure', 120, []],
  ['compatible', 129, []],
  [
    'openai',
    946,
    [
      // Streams that say they are JSON, and an answer that the recorder kept nothing of.
      'body-not-json sse/DataDog__dd-trace-py/v1.chat_completion_streamed.json',
      'body-not-json sse/DataDog__dd-trace-py/v1.chat_completion_streamed_tokens.json',
      'body-not-json sse/DataDog__dd-trace-py/v1.chat_completion_tool_call_streamed.json',
      'body-missing sse/alexrudall__ruby-openai/gpt-3_5-turbo_streamed_chat.h272b2fd.json',
    ],
  ],
])('what is inferred from all of %s', (folder, count, want) => {
  const all = recorded(folder);
  const { connector } = inferConnector(all);

  test('is valid, and kept by the recordings', async () => {
    const { samples: result, findings } = contract(connector, all);
    const errors = findings.filter(({ severity }) => severity !== 'note');
    expect([result.total, result.passed]).toEqual([count, count - want.length]);
    expect(errors.map(({ code, sample }) => `${code} ${sample}`)).toEqual(want);
    expect(await verifyDefinition('x', writeConnector(connector)[0]?.text ?? '')).toEqual([]);
  });
});

corpus('what is inferred from one recording in two', () => {
  const all = recorded('openai/json');
  const { connector } = inferConnector(all.filter((_, index) => index % 2 === 0));

  test('is kept by nearly all of the others', () => {
    const { passed, failed } = contract(
      connector,
      all.filter((_, index) => index % 2 === 1),
    ).samples;
    expect([passed, failed]).toEqual([356, 4]);
  });
});
