import { valueOf } from './values.js';

test.each<[string, string]>([
  ["1234.5, 'C'", '$1,234.50'],
  ["-1234.5, 'C0'", '-$1,234'],
  ["1234.5, 'C', 'de-DE'", '1.234,50\u00a0€'],
  ["42, 'D5'", '00042'],
  ["-9223372036854775808, 'D'", '-9223372036854775808'],
  ["12345.6789, 'E2'", '1.23E+004'],
  ["0.000999, 'e1'", '1.0e-003'],
  ["9.999, 'E2'", '1.00E+001'],
  ["0, 'E1'", '0.0E+000'],
  ["1234.567, 'F'", '1234.57'],
  ["2.5, 'F0'", '2'],
  ["3.5, 'F0'", '4'],
  ["0.125, 'F2'", '0.12'],
  ["1e21, 'F0'", '1000000000000000000000'],
  ["1234567.891, 'N0'", '1,234,568'],
  ["-0.001, 'N2'", '0.00'],
  ["1234.5, 'G'", '1234.5'],
  ["1234.5, 'G2'", '1200'],
  ["1234567.5, 'N1', 'fr-FR'", '1\u00a0234\u00a0567,5'],
  ["0.256, 'P'", '25.60%'],
  ["0.256, 'P1', 'de-DE'", '25,6\u00a0%'],
  ["255, 'X4'", '00FF'],
  ["-1, 'x'", 'ffffffffffffffff'],
  ["decimal('1.005'), 'N2'", '1.00'],
  ["12.345, '0.00'", '12.35'],
  ["0.125, '0.00'", '0.13'],
  ["1234567.5, '#,##0.0'", '1,234,567.5'],
  ["5, '000'", '005'],
  ["0.5, '#.##'", '.5'],
  ["5, '#.##'", '5'],
  ["0, '#'", ''],
  ["1234567, '0,,.0'", '1.2'],
  ["12.5, '0%'", '1250%'],
  ["0.0125, '0.0‰'", '12.5‰'],
  ["123456789, '###-##-####'", '123-45-6789'],
  ["1.5, '00.00 USD'", '01.50 USD'],
  ["-5, '0;(0);zero'", '(5)'],
  ["0, '0;(0);zero'", 'zero'],
  ["-5, '0.0;;'", '-5.0'],
  ['5, \'"#"0 \\0\'', '#5 0'],
])('formatNumber(%s)', (given, expected) => {
  expect(valueOf(`formatNumber(${given})`)).toBe(expected);
});

test.each(["1.5, 'D'", "1.5, 'X'", "1, 'Q'"])('formatNumber(%s) is refused', (given) => {
  expect(valueOf(`formatNumber(${given})`)).toBe(
    "/The template language function 'formatNumber' was invoked with a parameter that is not valid. The format is not valid./",
  );
});

test.each<[string, string]>([
  ['3e1', '30'],
  ['1e16', '10000000000000000'],
  ['1e17', '1E+17'],
  ['0.0001', '0.0001'],
  ['0.00001', '1E-05'],
  ['1.5e-7', '1.5E-07'],
  ['123456789.125', '123456789.125'],
  ['-0.0', '-0'],
  ['9007199254740993', '9007199254740993'],
  ["decimal('1.50')", '1.50'],
  ["mul(decimal('1.5'), 2)", '3.0'],
  ["div(decimal('1'), 3)", '0.3333333333333333333333333333'],
  ["mod(decimal('-5.5'), 2)", '-1.5'],
  ["sub(decimal('1e-28'), decimal('1'))", '-0.9999999999999999999999999999'],
  ["add(decimal('1.1'), 0.5)", '1.6'],
])('string(%s)', (given, expected) => {
  expect(valueOf(`string(${given})`)).toBe(expected);
});

test.each<[string, unknown]>([
  ['add(9223372036854775806, 1)', 9223372036854775807n],
  ['sub(-9223372036854775808, 1)', '/Arithmetic operation resulted in an overflow./'],
  ['mul(1e308, 10)', '/Value was either too large or too small for a Double./'],
  ['1e999', '/Value was either too large or too small for a Double./'],
  ["mul(decimal('79228162514264337593543950335'), 2)", '/Value was either too large or too small for a Decimal./'],
  ['div(7, 2)', 3],
  ["div(float('7'), 2)", 3.5],
  ['div(div(7, 2.0), 2)', 1.75],
  ['mod(7, 0.0)', "/Attempt to divide an integral or decimal value by zero in function 'mod'./"],
  ['equals(1, 1.0)', true],
  ["equals(decimal('1.0'), 1)", true],
  ['greater(9223372036854775807, 9223372036854775806)', true],
  ['max(1, 9223372036854775807, 2.5)', 9223372036854775807n],
  [
    'max(createArray())',
    "/The template language function 'createArray' expects a comma separated list of parameters. The function was invoked with no parameters. Please see https://aka.ms/logicexpressions#createArray for usage details./",
  ],
  ["max(json('[]'))", "/The template language function 'max' expects at least one number, the array has none./"],
  ["int(' -12 ')", -12],
  [
    "int('9223372036854775808')",
    "/The template language function 'int' was invoked with a parameter that is not valid. The value cannot be converted to the target type./",
  ],
  ['int(5.0)', 5],
  ["float('1,5')", 15],
  ["float('1.5e3')", 1500],
  ["float('1 234,5', 'fr-FR')", 1234.5],
  ["float('1.5', 'de-DE')", 15],
  [
    "float(',5')",
    "/The template language function 'float' was invoked with a parameter that is not valid. The value cannot be converted to the target type./",
  ],
  ["isFloat('')", false],
  [
    'rand(5, 5)',
    "/The template language function 'rand' parameters are out of range: the minimum must be less than the maximum. Please see https://aka.ms/logicexpressions#rand for usage details./",
  ],
  ['range(1, 0)', []],
  [
    'range(1, 100001)',
    "/The template language function 'range' parameters are out of range: 'count' must be a positive integer value. The count cannot exceed '100000' and the sum of 'start index' and 'count' cannot exceed '2147483647'. Please see https://aka.ms/logicexpressions#range for usage details./",
  ],
])('%s', (expression, expected) => {
  expect(valueOf(expression)).toEqual(expected);
});
