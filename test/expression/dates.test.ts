import { windowsZones } from '../../src/expression/dates/windows-zones.js';
import { zoneOf } from '../../src/expression/dates/zones.js';
import { valueOf } from './values.js';

describe('what is read as a time', () => {
  test.each([
    ['2026-01-15', '2026-01-15T00:00:00.0000000'],
    ['2026-1-5 4:05', '2026-01-05T04:05:00.0000000'],
    ['2026-01-15T10:30:00.12Z', '2026-01-15T10:30:00.1200000Z'],
    ['2026-01-15T10:30:00.123456789Z', '2026-01-15T10:30:00.1234567Z'],
    ['2026-01-15T10:30:00+01:00', '2026-01-15T09:30:00.0000000+00:00'],
    ['2026-01-15T10:30:00-0530', '2026-01-15T16:00:00.0000000+00:00'],
    ['01/31/2016', '2016-01-31T00:00:00.0000000'],
    ['1/31/16 2:07:09 PM', '2016-01-31T14:07:09.0000000'],
    ['12:30 AM 1/31/2016', undefined],
    ['1/31/2016 13:30 PM', undefined],
    ['1/31/2016 12:30 PM', '2016-01-31T12:30:00.0000000'],
    ['Thu, 05 Mar 2026 14:07:09 GMT', '2026-03-05T14:07:09.0000000Z'],
    ['March 5, 2026', '2026-03-05T00:00:00.0000000'],
    ['5 Mar 2026 12:00 AM', '2026-03-05T00:00:00.0000000'],
    ['0001-01-01', '0001-01-01T00:00:00.0000000'],
    ['2024-02-29', '2024-02-29T00:00:00.0000000'],
    ['2023-02-29', undefined],
    ['2026-01-15T24:00:00', undefined],
    ['2026-13-01', undefined],
    ['0001-01-01T00:00:00+14:00', undefined],
    ['', undefined],
    ['x'.repeat(200), undefined],
  ])('%s', (text, expected) => {
    const read = valueOf(`parseDateTime('${text}')`);
    const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
    expect(read).toBe(
      expected ??
        `/In function 'parseDateTime', the value provided for date time string '${shown}' was not valid. The datetime string must match ISO 8601 format./`,
    );
  });

  test.each([
    ["parseDateTime('20.10.2014', 'de-DE')", '2014-10-20T00:00:00.0000000'],
    ["parseDateTime('20 octobre 2010', 'fr-FR')", '2010-10-20T00:00:00.0000000'],
    ["parseDateTime('martes 20 de octubre de 2020', 'es-es')", '2020-10-20T00:00:00.0000000'],
    ["parseDateTime('10/20/2014 15h', 'en-US', 'MM/dd/yyyy HH\\h')", '2014-10-20T15:00:00.0000000'],
    ["parseDateTime('Do 05 Mrz', 'de-DE', 'ddd dd')", undefined],
    ["parseDateTime('5. März 26 07:08', 'de-DE', 'd. MMMM yy HH:mm')", '2026-03-05T07:08:00.0000000'],
    ["parseDateTime('20260305T0708091234567Z', 'en-US', 'yyyyMMddTHHmmssfffffffK')", '2026-03-05T07:08:09.1234567Z'],
    ["parseDateTime('2026-03-05 +01:30', 'en-US', 'yyyy-MM-dd zzz')", '2026-03-04T22:30:00.0000000+00:00'],
    ["parseDateTime('12:30 a', 'en-US', 'h:mm t')", '0001-01-01T00:30:00.0000000'],
  ])('%s', (expression, expected) => {
    const value = valueOf(expression);
    if (expected === undefined) expect(value).toMatch(/^\/In function 'parseDateTime'/);
    else expect(value).toBe(expected);
  });
});

test.each([
  ['d', '3/5/2026'],
  ['D', 'Thursday, March 5, 2026'],
  ['f', 'Thursday, March 5, 2026 2:07 PM'],
  ['F', 'Thursday, March 5, 2026 2:07:09 PM'],
  ['g', '3/5/2026 2:07 PM'],
  ['G', '3/5/2026 2:07:09 PM'],
  ['m', 'March 5'],
  ['o', '2026-03-05T14:07:09.0120000Z'],
  ['R', 'Thu, 05 Mar 2026 14:07:09 GMT'],
  ['s', '2026-03-05T14:07:09'],
  ['t', '2:07 PM'],
  ['T', '2:07:09 PM'],
  ['u', '2026-03-05 14:07:09Z'],
  ['y', 'March 2026'],
  ['yyyy-MM-ddTHH:mm:ss', '2026-03-05T14:07:09'],
  ['d/M/yy h:m:s t', '5/3/26 2:7:9 P'],
  ['%d', '5'],
  ['ddd MMM dd hh tt', 'Thu Mar 05 02 PM'],
  ['ss.FFF|ss.fff|ss.ffff', '09.012|09.012|09.0120'],
  ["''at'' HH \"o''clock\" \\d", "at 14 o'clock d"],
  ['K z zz zzz', 'Z +0 +00 +00:00'],
  ['gg yyyyy', 'A.D. 02026'],
])('the format %s', (format, expected) => {
  expect(valueOf(`formatDateTime('2026-03-05T14:07:09.012Z', '${format}')`)).toBe(expected);
});

test.each(['q', 'ffffffff', "''x", '\\'])('%s is no format', (format) => {
  expect(valueOf(`formatDateTime('2026-03-05', '${format}')`)).toMatch(/is not a valid date time format\.\/$/);
});

test.each([
  ["formatDateTime('2026-03-05T14:07:09Z', 'D', 'de-DE')", 'Donnerstag, 5. März 2026'],
  ["formatDateTime('2026-03-05T14:07:09Z', 'g', 'fr-FR')", '05/03/2026 14:07'],
  ["formatDateTime('2026-03-05T14:07:09Z', 'd MMMM', 'ru-RU')", '5 марта'],
  ["formatDateTime('2026-03-05T14:07:09Z', 'd', 'en-gb')", '05/03/2026'],
  ["formatDateTime('2026-03-05T14:07:09Z', 'D', 'en-GB')", '05 March 2026'],
  [
    "formatDateTime('2026-03-05', 'd', 'xx-none')",
    "/The template language function 'formatDateTime' was invoked with a parameter that is not valid. The culture 'xx-none' is not supported./",
  ],
])('%s', (expression, expected) => {
  expect(valueOf(expression)).toBe(expected);
});

test.each([
  ["addToTime('2024-02-29', 1, 'year')", '2025-02-28T00:00:00.0000000'],
  ["addToTime('2026-01-31', -11, 'Month')", '2025-02-28T00:00:00.0000000'],
  ["addDays('2026-01-15', 1.5)", '2026-01-16T12:00:00.0000000'],
  ["addSeconds('9999-12-31T23:59:59', 1)", '/The added or subtracted value results in an un-representable DateTime./'],
  [
    "addToTime('2026-01-15', 9223372036854775807, 'Year')",
    '/The added or subtracted value results in an un-representable DateTime./',
  ],
  [
    "addToTime('2026-01-15', 1, 'Fortnight')",
    "/The template language function 'addToTime' was invoked with a parameter that is not valid. The time unit 'Fortnight' is not one of 'Second', 'Minute', 'Hour', 'Day', 'Week', 'Month' and 'Year'./",
  ],
  [
    "addDays('2026-01-15', '1')",
    "/The template language function 'addDays' expects its second parameter to be an integer. The provided value is of type 'String'. Please see https://aka.ms/logicexpressions#adddays for usage details./",
  ],
  ["dateDifference('2026-01-02', '2026-01-01T23:59:59.5')", '-00:00:00.5000000'],
  ["string(ticks('0001-01-01T00:00:01'))", '10000000'],
])('%s', (expression, expected) => {
  expect(valueOf(expression)).toBe(expected);
});

describe('time zones', () => {
  test('each of Windows is known to Intl', () => {
    expect(Object.keys(windowsZones).filter((name) => zoneOf(name) === undefined)).toEqual([]);
    expect(['W Europe Standard Time', 'europe/berlin', 'Nowhere', '../x', '', 'x'.repeat(99)].map(zoneOf)).toEqual([
      'Europe/Berlin',
      'europe/berlin',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each([
    ["convertFromUtc('2026-06-15T12:00:00Z', 'Eastern Standard Time')", '2026-06-15T08:00:00.0000000'],
    ["convertFromUtc('2026-06-15T12:00:00Z', 'utc')", '2026-06-15T12:00:00.0000000Z'],
    ["convertFromUtc('2026-06-15T12:00:00.1234567', 'India Standard Time')", '2026-06-15T17:30:00.1234567'],
    ["convertToUtc('2026-10-25T02:30:00', 'W. Europe Standard Time')", '2026-10-25T01:30:00.0000000Z'],
    ["convertToUtc('2026-10-25T01:30:00', 'W. Europe Standard Time')", '2026-10-24T23:30:00.0000000Z'],
    ["convertToUtc('2026-01-15T10:30:00Z', 'UTC', 'HH')", '10'],
    [
      "convertToUtc('2026-01-15T10:30:00Z', 'W. Europe Standard Time')",
      "/The template language function 'convertToUtc' expects its second parameter to be a time zone matching the time zone indicated by the timestamp. The provided value 'W. Europe Standard Time' does not match./",
    ],
    ["convertTimeZone('2018-01-01T08:00:00.0000000Z', 'UTC', 'Pacific Standard Time', 'D')", 'Monday, January 1, 2018'],
    [
      "convertTimeZone('0001-01-01', 'UTC', 'Pacific Standard Time')",
      '/The added or subtracted value results in an un-representable DateTime./',
    ],
    ["convertToUtc('9999-12-31T23:00:00', 'Tokyo Standard Time')", '9999-12-31T14:00:00.0000000Z'],
  ])('%s', (expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });
});
