import { existsSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { isObject, type Json, type JsonObject } from '../../../src/core/json.js';
import { budget } from '../../../src/engine/data/guarded.js';
import { readLeniently } from '../../../src/engine/data/reader/read.js';
import { compileSchema } from '../../../src/engine/data/schema/compile.js';
import { schemaErrors } from '../../../src/engine/data/schema/validate.js';
import { Failure } from '../../../src/expression/failure.js';
import { dataActions } from '../../../src/engine/data/actions.js';
import { runIn } from './run.js';

/** Long, so it runs where the checks of the corpus run; it needs nothing of them. */
const corpus = existsSync('../shared/data') ? describe : describe.skip;

type Next = (below: number) => number;

/** Numbers that look random, and are the same each time: xorshift. */
function randomNumbers(seed: number): Next {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const names = ['a', 'b', 'c d', '~/'];
const plain = [null, true, false, 0, 1, -1, 2.5, 1e15, '', 'a', 'abc', 'é😀', '\\"\n'];

function pick<Of>(list: readonly Of[], next: Next): Of {
  return list[next(list.length)] as Of; // next is below the length
}

function grownValue(next: Next, depth: number): Json {
  const kind = depth <= 0 ? 0 : next(3);
  const inner = () => grownValue(next, depth - 1);
  if (kind === 0) return pick(plain, next);
  if (kind === 1) return Array.from({ length: next(4) }, inner);
  return Object.fromEntries(Array.from({ length: next(4) }, () => [pick(names, next), inner()]));
}

const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];

function grownSchema(next: Next, depth: number): JsonObject {
  if (depth < 3 && next(8) === 0) return { $ref: '#/definitions/d' };
  const keywords = Array.from({ length: next(4) }, () => grownKeyword(next, depth));
  return Object.fromEntries(keywords.filter(([name]) => depth > 0 || !nested.has(name)));
}

const nested = new Set([
  'properties',
  'additionalProperties',
  'items',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'dependencies',
]);

function grownKeyword(next: Next, depth: number): readonly [string, Json] {
  const inner = (): JsonObject => grownSchema(next, depth - 1);
  const list = (): JsonObject[] => Array.from({ length: 1 + next(3) }, inner);
  const several = <Of>(from: readonly Of[]) => from.filter((_, index) => index === 0 || next(2) === 0);
  return pick<() => readonly [string, Json]>(
    [
      () => ['type', pick(types, next)],
      () => ['type', several(types)],
      () => ['enum', [1, ...new Set([pick(plain, next), pick(plain, next)].filter((one) => one !== 1))]],
      () => [pick(['minimum', 'maximum'], next), next(4) - 1],
      () => ['multipleOf', 1 + next(3)],
      () => [pick(['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'], next), next(4)],
      () => ['required', several(names)],
      () => ['uniqueItems', next(2) === 0],
      () => ['properties', Object.fromEntries(several(names).map((name) => [name, inner()]))],
      () => ['additionalProperties', next(2) === 0 ? false : inner()],
      () => ['items', next(2) === 0 ? inner() : list()],
      () => ['additionalItems', next(2) === 0 ? false : inner()],
      () => [pick(['allOf', 'anyOf', 'oneOf'], next), list()],
      () => ['not', inner()],
      () => ['dependencies', { [pick(names, next)]: several(names), [pick(names, next)]: inner() }],
    ],
    next,
  )();
}

corpus('at random', () => {
  test('the verdict over 500 schemas and 15,000 values is that of ajv-draft-04', () => {
    const next = randomNumbers(7);
    const different: unknown[] = [];
    let valid = 0;
    for (let count = 0; count < 500; count++) {
      const schema = {
        ...grownSchema(next, 3),
        definitions: {
          d: {
            type: pick(types, next),
            properties: { a: { $ref: '#/definitions/d' } },
            items: { $ref: '#/definitions/d' },
          },
        },
      };
      const compiled = compileSchema(schema, budget());
      const ajv = new Ajv.default({ strict: false, unicodeRegExp: true, ownProperties: true });
      const isValid = ajv.compile(JSON.parse(JSON.stringify(schema)));
      for (let values = 0; values < 30; values++) {
        const value = grownValue(next, 3);
        if ('problem' in compiled) throw new Error(compiled.problem);
        const ours = schemaErrors(value, compiled, budget()).length === 0;
        const theirs = isValid(JSON.parse(JSON.stringify(value)));
        if (theirs) valid += 1;
        if (ours !== theirs) different.push({ schema, value, ours });
      }
    }
    expect(different.slice(0, 3)).toEqual([]);
    expect(valid).toBeGreaterThan(2500);
  });

  test('20,000 values are read as JSON.parse reads them', () => {
    const next = randomNumbers(11);
    for (let count = 0; count < 20_000; count++) {
      const value = grownValue(next, 4);
      const text = JSON.stringify(value, undefined, pick([0, 1, '\t'], next));
      if (JSON.stringify(readLeniently(text)) !== JSON.stringify(JSON.parse(text))) expect(text).toBe('read alike');
    }
  });

  test('30,000 texts that were changed are read, or refused with a sentence', () => {
    const next = randomNumbers(13);
    const marks = '{}[](),:"\'/*\\\n\r\0 \u0085tfnuNI-+.0x1eE$_aé😀\ud800\uFEFF';
    let read = 0;
    for (let count = 0; count < 30_000; count++) {
      let text = JSON.stringify(grownValue(next, 3));
      for (let changes = next(4); changes >= 0; changes--) {
        const at = next(text.length + 1);
        text = text.slice(0, at) + (next(3) === 0 ? '' : pick([...marks], next)) + text.slice(at + next(3));
      }
      try {
        readLeniently(text);
        read += 1;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        expect(error.message).toMatch(/^[\s\S]+\. Path '[\s\S]*'(?:, line \d+, position \d+)?\.$/u);
      }
    }
    expect(read).toBeGreaterThan(6_000);
  });

  test('50,000 inputs at random: an outcome, or a problem', () => {
    const next = randomNumbers(17);
    const words = ['from', 'select', 'where', 'columns', 'format', 'joinWith', 'content', 'schema', 'header', 'value'];
    const texts = [
      '@item()',
      '@null',
      "@{item()?['a']}",
      '@(',
      '@createArray(1,json(\'{"a":2}\'))',
      'CSV',
      'HTML',
      '@true',
      '[1,',
    ];
    const grown = (depth: number): Json => {
      const kind = depth <= 0 ? next(2) : next(4);
      if (kind === 0) return pick<Json>([...plain, ...texts], next);
      if (kind === 1) return pick(texts, next);
      if (kind === 2) return Array.from({ length: next(3) }, () => grown(depth - 1));
      return Object.fromEntries(Array.from({ length: next(6) }, () => [pick(words, next), grown(depth - 1)]));
    };
    const kinds = new Map<string, number>();
    for (let count = 0; count < 50_000; count++) {
      const [type, action] = pick([...dataActions], next);
      const format = pick<Json>(['CSV', 'HTML', 1], next);
      const inputs = grown(3);
      const ready = action(isObject(inputs) ? { format, ...inputs } : inputs);
      const { outcome } = ready.problems.length > 0 ? { outcome: undefined } : ready.run(runIn());
      const kind = `${type} ${outcome ? (outcome.ok ? 'ok' : outcome.code) : 'problem'}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect([...kinds.keys()].sort()).toEqual(
      [
        ...[...dataActions.keys()].flatMap((type) => [`${type} BadRequest`, `${type} ok`, `${type} problem`]),
        'ParseJson InvalidJSON',
      ].sort(),
    );
  });
});
