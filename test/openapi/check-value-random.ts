import type { Json } from '../../src/core/json.js';
import { checkValue, matches } from '../../src/openapi/check-value.js';
import { meetsPlainly } from '../../src/openapi/meets-plainly.js';
import type { Document, Schema } from '../../src/openapi/types.js';
import { oracles } from './draft4.js';
import { mutated, pick, randomFrom, valueFor, type Random } from './values.js';

const names = ['a', 'b', 'text', 'toString', '__proto__'] as const;
const definitionNames = ['One', 'Two', 'Three'] as const;

/** `includes`: what an `allOf` or a definition is made of refers to `Base` only; ajv does not end on a schema that includes itself. */
function randomSchema(random: Random, depth: number, includes = false): Schema {
  const targets = includes ? (['Base'] as const) : definitionNames;
  if (depth > 0 && random() < 0.15) return { $ref: `#/definitions/${pick(random, targets)}` };
  const type = pick(random, [
    'object',
    'object',
    'array',
    'string',
    'number',
    'integer',
    'boolean',
    'file',
    undefined,
  ] as const);
  const may = <Part extends object>(chance: number, part: () => Part) => (random() < chance ? part() : {});
  const inner = () => (depth > 1 ? {} : randomSchema(random, depth + 1));
  const part = () => randomSchema(random, depth + 1, true);
  return {
    ...(type !== undefined && { type }),
    ...may(0.15, () => ({ 'x-nullable': true })),
    ...may(0.1, () => ({ enum: [pick(random, ['a', 1, null, [1, 1]]), { a: 1 }, 'user', 0] as Json[] })),
    ...may(0.2, () => ({ maximum: pick(random, [1, 2.5]), exclusiveMaximum: random() < 0.3 })),
    ...may(0.2, () => ({ minimum: pick(random, [-1, 0.3]), exclusiveMinimum: random() < 0.3 })),
    ...may(0.1, () => ({ multipleOf: pick(random, [0.1, 2, 0.5]) })),
    ...may(0.15, () => ({ maxLength: pick(random, [0, 1, 3]) })),
    ...may(0.15, () => ({ minLength: pick(random, [0, 1, 3]) })),
    ...may(0.1, () => ({ pattern: pick(random, ['^a', '^.$', '[0-9]+', '^(a|ab)$']) })),
    ...may(0.15, () => ({ maxItems: pick(random, [0, 1, 2]), minItems: pick(random, [0, 1]) })),
    ...may(0.2, () => ({ uniqueItems: random() < 0.7 })),
    ...may(0.2, () => ({ required: [pick(random, names)] })),
    ...may(0.1, () => ({ maxProperties: 2, minProperties: pick(random, [0, 1]) })),
    ...may(0.6, () => ({ properties: Object.fromEntries(names.slice(0, 3).map((name) => [name, inner()])) })),
    ...may(0.25, () => ({ additionalProperties: pick(random, [true, false, inner()]) })),
    ...may(0.5, () => ({ items: inner() })),
    ...may(depth < 2 ? 0.15 : 0, () => ({ allOf: [part(), part()] })),
  };
}

function randomDocument(random: Random): Document {
  const definitions = Object.fromEntries(definitionNames.map((name) => [name, randomSchema(random, 0)]));
  const Base = { type: 'object', 'x-nullable': random() < 0.3, properties: { a: { type: 'string' } } } as const;
  const all = { ...definitions, Base };
  return { swagger: '2.0', info: { title: 'Random', version: '1' }, paths: {}, definitions: all };
}

/** What random documents and values came to: those that are wrong, and how many values met their schema. */
export interface Outcome {
  readonly wrong: readonly unknown[];
  readonly met: number;
}

/** For each of `rounds` random documents 60 values: wrong where our verdict is not that of ajv-draft-04. */
export function againstAjv(rounds: number): Outcome {
  const random = randomFrom(20240121);
  const wrong: unknown[] = [];
  let met = 0;
  for (let round = 0; round < rounds; round += 1) {
    const document = randomDocument(random);
    const schema = document.definitions?.['One'] ?? {};
    const [meets = () => false] = oracles(document.definitions ?? {}, [schema]);
    for (let step = 0; step < 60; step += 1) {
      const valid = valueFor(document, schema, random);
      const value = step % 2 ? valid : mutated(valid, random);
      const verdict = matches(document, schema, value);
      if (verdict) met += 1;
      if (verdict !== meets(value)) wrong.push({ definitions: document.definitions, value, ours: verdict });
    }
  }
  return { wrong, met };
}

/**
 * For each of `rounds` random documents 40 values, twice: wrong where a value that meets its schema plainly has a mismatch or an undeclared property,
 * or has not shown the same schemas.
 */
export function plainlyAgainstChecked(rounds: number): Outcome {
  const random = randomFrom(20261121);
  const wrong: unknown[] = [];
  let met = 0;
  for (let round = 0; round < rounds; round += 1) {
    const document = randomDocument(random);
    const schema = document.definitions?.['One'] ?? {};
    for (let step = 0; step < 40; step += 1) {
      const valid = valueFor(document, schema, random);
      const value = step % 2 ? valid : mutated(valid, random);
      for (const open of [false, true]) {
        const shown = new Set<Schema>();
        const visit = (one: Schema) => void shown.add(one);
        if (!meetsPlainly(value, { document, schema, open, visit })) continue;
        met += 1;
        const said: unknown[] = [];
        const seen = new Set<Schema>();
        checkValue(value, {
          document,
          schema,
          pointer: '',
          visit: (one) => void seen.add(one),
          mismatch: (mismatch) => said.push(mismatch),
          ...(!open && { undeclared: (undeclared) => said.push(undeclared) }),
        });
        if (said.length > 0 || shown.size !== seen.size)
          wrong.push({ definitions: document.definitions, value, said, shown: [...shown], seen: [...seen] });
      }
    }
  }
  return { wrong, met };
}
