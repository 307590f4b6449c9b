import { localeAt, numberAt, textAt, typeAt } from '../arguments.js';
import { notValid } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { formatNumber } from '../numbers/format-number.js';
import { parseFloatText } from '../numbers/parse-number.js';

/** Sixteen random bytes as a GUID of version 4. */
function guid(call: Call): string {
  const { name, values, scope } = call;
  const format = values.length === 0 ? 'D' : textAt(call, 0).toUpperCase();
  const digits = Array.from({ length: 32 }, () => Math.floor(scope.context.random() * 16).toString(16));
  digits[12] = '4';
  digits[16] = ((Number.parseInt(digits[16] ?? '0', 16) & 3) | 8).toString(16);
  const hex = digits.join('');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  const bytes = (parts[3] + (parts[4] ?? '')).match(/../g) ?? [];
  const forms: ReadonlyMap<string, string> = new Map([
    ['', parts.join('-')],
    ['D', parts.join('-')],
    ['N', hex],
    ['B', `{${parts.join('-')}}`],
    ['P', `(${parts.join('-')})`],
    ['X', `{0x${parts[0]},0x${parts[1]},0x${parts[2]},{${bytes.map((byte) => `0x${byte}`).join()}}}`],
  ]);
  const text = forms.get(format);
  if (text === undefined)
    throw notValid(name, `The format '${format.slice(0, 20)}' is not one of 'N', 'D', 'B', 'P' and 'X'.`);
  return text;
}

/** Functions that write and recognize numbers and GUIDs. */
export const formatFunctions: readonly ExpressionFunction[] = [
  {
    name: 'formatNumber',
    signature: '(number: number, format: string, locale?: string): string',
    summary: 'Writes a number in a format of .NET, standard or custom, for a culture (en-US unless given).',
    examples: [
      ["formatNumber(1234567.891, 'N2')", '1,234,567.89'],
      ["formatNumber(17.35, 'C2')", '$17.35'],
      ["formatNumber(1234.5, '0,0.00', 'de-DE')", '1.234,50'],
      ["formatNumber(-5, '0;(0);zero')", '(5)'],
    ],
    evaluate: (call) => {
      const format = textAt(call, 1);
      call.scope.spend(format.length);
      const text = formatNumber(numberAt(call, 0), format, localeAt(call, 2));
      if (text === undefined) throw notValid(call.name, 'The format is not valid.');
      return text;
    },
  },
  {
    name: 'guid',
    signature: '(format?: string): string',
    summary: 'Gives a random GUID; formats N, D (unless given), B, P and X.',
    examples: [
      ['guid()', '88888888-8888-4888-8888-888888888888'],
      ["guid('N')", '88888888888848888888888888888888'],
    ],
    evaluate: guid,
  },
  {
    name: 'isFloat',
    signature: '(value: string, locale?: string): boolean',
    summary: 'Tells whether a text is a number, with or without a fraction, as float() reads it.',
    examples: [
      ["isFloat('10,000.00')", true],
      ["isFloat('ten')", false],
    ],
    evaluate: (call) => {
      const [value = null] = call.values;
      if (typeof value !== 'string') return typeAt(call, 0) === 'Integer' || typeAt(call, 0) === 'Float';
      return parseFloatText(value, localeAt(call, 1)) !== undefined;
    },
  },
  {
    name: 'isInt',
    signature: '(value: string): boolean',
    summary: 'Tells whether a text is a whole number.',
    examples: [
      ["isInt('-7')", true],
      ["isInt('7.0')", false],
    ],
    evaluate: (call) => {
      const [value = null] = call.values;
      return typeof value === 'string' ? /^\s*[+-]?\d{1,19}\s*$/.test(value) : typeAt(call, 0) === 'Integer';
    },
  },
];
