import { rules } from '../../src/cli/rules.js';
import { run, runJson } from './run.js';

test('a code', async () => {
  expect(await run('explain coverage-too-low')).toEqual({
    exit: 0,
    out: [
      'coverage-too-low (error)',
      '',
      'The samples show the share of declared properties that --coverage-min asks for.',
      '',
      'A property that no recording shows was never tested: it may be misspelled, or of another type.',
      '',
      'Breaks it:',
      '  test ./things --samples one.json --coverage-min 90, where one.json shows 12 of 40 declared properties.',
      '',
      'Keeps it:',
      '  test ./things --samples samples/ --coverage-min 90, where the samples show 38 of 40.',
      '',
      'Source: The --coverage-min of the command line.',
    ],
    err: [],
  });
});

test('all codes', async () => {
  const { exit, out } = await run('explain');
  const { result } = await runJson('explain');
  expect([exit, out.map((line) => line.split(' ')[0])]).toEqual([0, rules.map(({ code }) => code)]);
  expect(result.rules).toEqual(rules.map(({ code, severity, summary }) => ({ code, severity, summary })));
});

test('a rule of the linter: its examples are changes to a connector, and what published ones make of it is told', async () => {
  const page = 'https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules';
  const { out } = await run('explain path-encoding-missing');
  expect(out.slice(6)).toEqual([
    '158 of 1,018 published connectors break it.',
    '',
    'With --profile certification its severity is warning.',
    '',
    "Microsoft's validator calls it PathParameterMissingEncoding.",
    '',
    'Breaks it:',
    '  /paths/~1tickets~1{id}/get/parameters/0/x-ms-url-encoding: left out',
    '',
    'Keeps it:',
    '  /paths/~1tickets~1{id}/get/parameters/0/x-ms-url-encoding: "double"',
    '',
    `Source: ${page} (PathParameterMissingEncoding)`,
  ]);
});

test('of a large example the first parts are shown', async () => {
  const { out } = await run('explain too-many-operations');
  const { result } = await runJson('explain too-many-operations');
  expect([out.length < 80, out.filter((line) => line.includes('more of the same'))]).toEqual([
    true,
    ['    "…": "… 254 more of the same …"'],
  ]);
  expect(result.rule.examples.bad[0].split('\n').at(-2)).toBe('  "…": "… 254 more of the same …"');
});
