import type { Json } from '../../src/core/json.js';

/** Gives a whole number from 0 up to, not including, `below`. */
export type Roll = (below: number) => number;

/** What a careless or hostile writer may put in place of a value. */
export const oddScalars: readonly Json[] = [
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
  'x'.repeat(5000),
];

/** The value with one in it, chosen on a walk from the root, left out, said twice, put under another name or replaced by one of `odd`. */
export function valueChanged(value: Json, odd: readonly Json[], roll: Roll): Json {
  if (typeof value !== 'object' || value === null || roll(10) === 0) return odd[roll(odd.length)] ?? null;
  const entries: [string, Json][] = Object.entries(value);
  const at = roll(Math.max(1, entries.length));
  const [key, inner] = entries[at] ?? ['__proto__', 7];
  entries.splice(at, 1, ...(changes(key, inner)[roll(40)] ?? [[key, valueChanged(inner, odd, roll)]]));
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function changes(key: string, inner: Json): readonly [string, Json][][] {
  return [
    [],
    [[`${key}2`, inner]],
    [
      [key, inner],
      ['request', inner],
    ],
  ];
}

/** The text with one to three parts of it changed, left out, said twice, or replaced by one of `marks`. */
export function textChanged(text: string, marks: readonly string[], roll: Roll): string {
  let changed = text;
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const [at, length] = [roll(changed.length), roll(40)];
    const by =
      ['', String.fromCharCode(roll(256)), changed.slice(at, at + length).repeat(2)][roll(6)] ??
      marks[roll(marks.length)] ??
      '';
    changed = changed.slice(0, at) + by + changed.slice(at + (by.length > 1 ? length : 1 + roll(4)));
  }
  return changed;
}
