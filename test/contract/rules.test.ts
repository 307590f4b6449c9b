import { contract as hold } from '../../src/contract/contract.js';
import { example, type Case } from '../../src/contract/example.js';
import { contractRules } from '../../src/contract/rules.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import { readSample } from '../../src/http/sample.js';

/** The distinct codes of what the contract test finds in an example. */
function codes(of: Case): string[] {
  const { definition, contract, exchange } = example(of);
  const connector = { name: 'things', definition, properties: { properties: {} }, contract };
  const { exchanges } = readSample(readJson('sample.json', writeJson(exchange)));
  expect(exchanges).toHaveLength(1);
  return [...new Set(hold(connector, exchanges).findings.map(({ code }) => code))];
}

/** One exchange that matches nothing is both: an exchange that does not match, and a test of nothing. */
const together = ['unmatched-exchange', 'nothing-matched'];

describe.each(contractRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test.each(rule.examples.bad)('the bad example %# breaks it and nothing else', (of) => {
    expect(codes(of)).toEqual(together.includes(code) ? together : [code]);
  });
  test.each(rule.examples.good)('the good example %# is clean', (of) => {
    expect(codes(of)).toEqual([]);
  });
  test('has both kinds of example', () => {
    expect(rule.examples.bad.length * rule.examples.good.length).toBeGreaterThan(0);
  });
});
