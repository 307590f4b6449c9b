import {
  asDecimal,
  asFloat,
  compareNumbers,
  integerAt,
  integerValue,
  numberAt,
  outOfRange,
  smallIntegerAt,
  type Numeric,
} from '../arguments.js';
import { Failure } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { ITEM_WORK, MAX_RANGE } from '../limits.js';
import { decimalOperations } from '../numbers/decimal.js';
import { float, isList, type Value } from '../value.js';

/** An operation on two integers and on two floats. */
interface Operation {
  readonly name: keyof typeof decimalOperations;
  readonly ofIntegers: (a: bigint, b: bigint) => bigint;
  readonly ofFloats: (a: number, b: number) => number;
}

const add: Operation = { name: 'add', ofIntegers: (a, b) => a + b, ofFloats: (a, b) => a + b };
const sub: Operation = { name: 'sub', ofIntegers: (a, b) => a - b, ofFloats: (a, b) => a - b };
const mul: Operation = { name: 'mul', ofIntegers: (a, b) => a * b, ofFloats: (a, b) => a * b };
const div: Operation = { name: 'div', ofIntegers: (a, b) => a / b, ofFloats: (a, b) => a / b };
const mod: Operation = { name: 'mod', ofIntegers: (a, b) => a % b, ofFloats: (a, b) => a % b };

/** Two integers give an integer; a float on either side gives a float, otherwise a decimal number a decimal number. */
function calculated(call: Call, { name, ofIntegers, ofFloats }: Operation): Value {
  const [a, b] = [numberAt(call, 0), numberAt(call, 1)];
  if ((name === 'div' || name === 'mod') && asFloat(b) === 0) {
    throw new Failure(`Attempt to divide an integral or decimal value by zero in function '${call.name}'.`);
  }
  if (a.type === 'integer' && b.type === 'integer') return integerValue(ofIntegers(a.value, b.value));
  if (a.type === 'float' || b.type === 'float') return finite(ofFloats(asFloat(a), asFloat(b)));
  const [x, y] = [asDecimal(a), asDecimal(b)];
  const result = x && y && decimalOperations[name](x, y);
  if (!result) throw new Failure('Value was either too large or too small for a Decimal.');
  return result;
}

function finite(value: number): Value {
  if (!Number.isFinite(value)) throw new Failure('Value was either too large or too small for a Double.');
  return float(value);
}

/** The first of the numbers, or of those in the one array, that none comes before. */
function extreme(call: Call, before: (order: number) => boolean): Value {
  const [only = null] = call.values;
  const values = call.values.length === 1 && isList(only) ? only : call.values;
  call.scope.spend(ITEM_WORK * values.length);
  const all = { ...call, values };
  let best: { readonly value: Value; readonly number: Numeric } | undefined;
  for (const [index, value] of values.entries()) {
    const number = numberAt(all, index);
    if (!best || before(compareNumbers(number, best.number))) best = { value, number };
  }
  if (best) return best.value;
  throw new Failure(`The template language function '${call.name}' expects at least one number, the array has none.`);
}

function rand(call: Call): Value {
  const [least, most] = [integerAt(call, 0), integerAt(call, 1)];
  if (most <= least) throw outOfRange(call.name, 'the minimum must be less than the maximum');
  return integerValue(least + BigInt(Math.floor(call.scope.context.random() * Number(most - least))));
}

/** The greatest integer of 32 bits: no range goes beyond it. */
const MOST_IN_RANGE = 2 ** 31 - 1;

function range(call: Call): Value {
  const [start, count] = [smallIntegerAt(call, 0), smallIntegerAt(call, 1)];
  if (count < 0 || count > MAX_RANGE || start + count > MOST_IN_RANGE) {
    const sum = `the sum of 'start index' and 'count' cannot exceed '${MOST_IN_RANGE}'`;
    throw outOfRange(
      call.name,
      `'count' must be a positive integer value. The count cannot exceed '${MAX_RANGE}' and ${sum}`,
    );
  }
  call.scope.spend(ITEM_WORK * count);
  return Array.from({ length: count }, (_, index) => start + index);
}

/** Functions that calculate. */
export const mathFunctions: readonly ExpressionFunction[] = [
  {
    name: 'add',
    signature: '(summand_1: number, summand_2: number): number',
    summary: 'Adds two numbers; with a float the sum is a float.',
    examples: [
      ['add(1, 1.5)', 2.5],
      ['add(9223372036854775807, 1)', undefined, 'Arithmetic operation resulted in an overflow.'],
      [
        "add('1', 2)",
        undefined,
        "The template language function 'add' expects its first parameter to be an integer, a float or a decimal number. The provided value is of type 'String'. Please see https://aka.ms/logicexpressions#add for usage details.",
      ],
    ],
    evaluate: (call) => calculated(call, add),
  },
  {
    name: 'div',
    signature: '(dividend: number, divisor: number): number',
    summary: 'Divides; of two integers the rest is dropped.',
    examples: [
      ['div(11, 5)', 2],
      ['div(-7, 2)', -3],
      ['div(11, 5.0)', 2.2],
      ['div(1, 0)', undefined, "Attempt to divide an integral or decimal value by zero in function 'div'."],
    ],
    evaluate: (call) => calculated(call, div),
  },
  {
    name: 'max',
    signature: '(...number: number|array): number',
    summary: 'Gives the greatest of several numbers, or of the numbers in one array.',
    examples: [
      ['max(1, 2.5, 2)', 2.5],
      ['max(createArray(1, 3, 2))', 3],
    ],
    evaluate: (call) => extreme(call, (order) => order > 0),
  },
  {
    name: 'min',
    signature: '(...number: number|array): number',
    summary: 'Gives the least of several numbers, or of the numbers in one array.',
    examples: [['min(3, 1, 2)', 1]],
    evaluate: (call) => extreme(call, (order) => order < 0),
  },
  {
    name: 'mod',
    signature: '(dividend: number, divisor: number): number',
    summary: 'Gives the rest of a division, with the sign of the dividend.',
    examples: [
      ['mod(-5, 2)', -1],
      ['mod(5.5, 2)', 1.5],
    ],
    evaluate: (call) => calculated(call, mod),
  },
  {
    name: 'mul',
    signature: '(multiplicand1: number, multiplicand2: number): number',
    summary: 'Multiplies two numbers.',
    examples: [['mul(1.5, 2)', 3]],
    evaluate: (call) => calculated(call, mul),
  },
  {
    name: 'rand',
    signature: '(minValue: integer, maxValue: integer): integer',
    summary: 'Gives a random integer from the first to below the second.',
    examples: [['rand(1, 5)', 3]],
    evaluate: rand,
  },
  {
    name: 'range',
    signature: '(startIndex: integer, count: integer): array',
    summary: 'Gives as many integers as asked for, one after the other; at most 100,000.',
    examples: [['range(3, 4)', [3, 4, 5, 6]]],
    evaluate: range,
  },
  {
    name: 'sub',
    signature: '(minuend: number, subtrahend: number): number',
    summary: 'Subtracts the second number from the first.',
    examples: [['sub(10.5, 0.5)', 10]],
    evaluate: (call) => calculated(call, sub),
  },
];
