import { Fault } from '../../src/core/fault.js';
import type { FlagTable } from '../../src/cli/flags.js';
import { sorted, valuesOf, type Accepts } from '../../src/cli/parse.js';

const flags = {
  samples: { kind: 'list', placeholder: 'PATH', help: '' },
  strict: { kind: 'switch', short: 's', help: '' },
  out: { kind: 'text', placeholder: 'DIR', help: '' },
  'coverage-min': { kind: 'number', placeholder: 'PCT', least: 0, most: 100, whole: false, help: '' },
  'max-findings': { kind: 'number', placeholder: 'N', least: 0, most: 10, whole: true, help: '' },
  direction: { kind: 'choice', choices: ['request', 'response', 'both'], fallback: 'both', help: '' },
} as const satisfies FlagTable;

const operands = { placeholder: 'THING', least: 1, most: 2 };
const parse = <Table extends FlagTable>(words: readonly string[], accepts: Accepts<Table>) =>
  valuesOf(sorted(words, accepts), accepts);
const read = (...words: string[]) => parse(words, { command: 'go', flags, operands });

const nothing = {
  samples: [],
  strict: false,
  out: undefined,
  'coverage-min': undefined,
  'max-findings': undefined,
  direction: 'both',
};

test.each<[string, string[], { operands: string[]; flags: object }]>([
  ['only operands', ['a', 'b'], { operands: ['a', 'b'], flags: {} }],
  ['a switch', ['a', '--strict'], { operands: ['a'], flags: { strict: true } }],
  ['its letter', ['-s', 'a'], { operands: ['a'], flags: { strict: true } }],
  [
    'a list takes all words up to the next flag',
    ['a', '--samples', 'x', 'y', '--strict', 'b'],
    { operands: ['a', 'b'], flags: { samples: ['x', 'y'], strict: true } },
  ],
  [
    'a list that is given again',
    ['a', '--samples', 'x', '--samples', 'y', 'z'],
    { operands: ['a'], flags: { samples: ['x', 'y', 'z'] } },
  ],
  ['= gives a list one word only', ['--samples=x', 'a'], { operands: ['a'], flags: { samples: ['x'] } }],
  ['-- ends a list', ['--samples', 'x', '--', 'a', '--b'], { operands: ['a', '--b'], flags: { samples: ['x'] } }],
  ['a text', ['a', '--out', 'dir'], { operands: ['a'], flags: { out: 'dir' } }],
  ['standard output', ['a', '--out', '-'], { operands: ['a'], flags: { out: '-' } }],
  ['a value with =', ['a', '--out=x=y'], { operands: ['a'], flags: { out: 'x=y' } }],
  ['the last of two', ['a', '--out', 'x', '--out', 'y'], { operands: ['a'], flags: { out: 'y' } }],
  ['a fraction', ['a', '--coverage-min', '99.5'], { operands: ['a'], flags: { 'coverage-min': 99.5 } }],
  [
    'both ends of a range',
    ['a', '--coverage-min', '0', '--max-findings', '10'],
    { operands: ['a'], flags: { 'coverage-min': 0, 'max-findings': 10 } },
  ],
  ['a choice', ['a', '--direction', 'request'], { operands: ['a'], flags: { direction: 'request' } }],
  ['an empty operand', [''], { operands: [''], flags: {} }],
])('%s', (_name, words, want) => {
  expect(read(...words)).toEqual({ operands: want.operands, flags: { ...nothing, ...want.flags } });
});

test.each<[string[], string]>([
  [[], 'THING is missing.'],
  [['a', 'b', 'c'], '"c" is one argument too many.'],
  [['a', '--strct'], '"--strct" is no flag of go. Did you mean "--strict"?'],
  [['a', '--zzzzzzzz'], '"--zzzzzzzz" is no flag of go.'],
  [['a', '-x'], '"-x" is no flag of go.'],
  [['a', '---'], '"---" is no flag of go.'],
  [['a', '--__proto__'], '"--__proto__" is no flag of go.'],
  [['a', '--constructor=1'], '"--constructor" is no flag of go.'],
  [['a', '--strict=yes'], '--strict takes no value.'],
  [['a', '--out'], '--out needs a value: --out DIR.'],
  [['a', '--out='], '--out needs a value: --out DIR.'],
  [['a', '--out', '--strict'], '--out needs a value: --out DIR.'],
  [['a', '--out', '--', 'x'], '--out needs a value: --out DIR.'],
  [['a', '--samples'], '--samples needs a value: --samples PATH....'],
  [['a', '--samples', '--strict'], '--samples needs a value: --samples PATH....'],
  [
    ['a', '--direction', 'reqest'],
    '--direction is "reqest"; it can be request, response, both. Did you mean "request"?',
  ],
  [['a', '--direction='], '--direction is ""; it can be request, response, both.'],
  [['a', '--coverage-min', '101'], '--coverage-min is "101"; it has to be a number from 0 to 100.'],
  [['a', '--coverage-min', '-5'], '--coverage-min is "-5"; it has to be a number from 0 to 100.'],
  [['a', '--coverage-min', '5%'], '--coverage-min is "5%"; it has to be a number from 0 to 100.'],
  [['a', '--coverage-min', 'NaN'], '--coverage-min is "NaN"; it has to be a number from 0 to 100.'],
  [['a', '--coverage-min', '0x10'], '--coverage-min is "0x10"; it has to be a number from 0 to 100.'],
  [['a', '--max-findings', '1.5'], '--max-findings is "1.5"; it has to be a whole number from 0 to 10.'],
  [['a', `--${'x'.repeat(100)}`], `"--${'x'.repeat(55)}…" is no flag of go.`],
])('%j is refused', (words, message) => {
  const fault = failure(() => read(...words));
  expect([fault.code, fault.message, fault.help]).toEqual(['called-wrongly', message, 'See connector-kit go --help.']);
});

test('a list that the command needs', () => {
  const needs = { samples: { ...flags.samples, required: true } } as const;
  const fault = failure(() => parse(['a'], { command: 'go', flags: needs, operands }));
  expect(fault.message).toBe('--samples PATH... is missing.');
});

test('the values have the types that the table says', () => {
  const values = read('a').flags;
  const direction: 'request' | 'response' | 'both' = values.direction;
  const most: number | undefined = values['max-findings'];
  // @ts-expect-error a text that was left out is undefined
  const out: string = values.out;
  expect([direction, most, out]).toEqual(['both', undefined, undefined]);
});

function failure(action: () => unknown): Fault {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('No fault was thrown.');
}
