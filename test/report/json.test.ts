import type { Finding } from '../../src/core/finding.js';
import { findingJson } from '../../src/report/json.js';

test('the fixed fields come first, in their order, and undefined ones are left out', () => {
  const given: Finding = {
    operation: 'GetThing',
    declared: { pointer: '/p', file: 'd.json' },
    column: 3,
    line: 2,
    pointer: '/x',
    file: 'a.json',
    message: 'M.',
    severity: 'error',
    code: 'c',
  };
  expect(JSON.stringify(findingJson(given))).toBe(
    '{"code":"c","severity":"error","message":"M.","file":"a.json","pointer":"/x","line":2,"column":3,' +
      '"declared":{"file":"d.json","pointer":"/p"},"operation":"GetThing"}',
  );
});
