import { exchange } from '../../src/http/make-exchange.js';
import { inferConnector } from '../../src/infer/infer.js';
import { inferRules, type ShortExchange } from '../../src/infer/rules.js';

/** The distinct codes of what is said of some exchanges. Something is always left to be written. */
function codes(exchanges: readonly ShortExchange[]): string[] {
  const made = exchanges.map(
    ({ method = 'GET', url = '/', headers = {}, body, status = 200, answer = {}, answerType }) =>
      exchange({
        request: { method, url, headers, ...(body !== undefined && { body }) },
        response: { status, headers: { 'content-type': answerType ?? 'application/json' }, body: answer },
      }),
  );
  const found = inferConnector(made).findings.map(({ code }) => code);
  expect(found).toContain('to-be-written');
  return [...new Set(found)].filter((code) => code !== 'to-be-written');
}

const judged = (examples: readonly unknown[]) =>
  examples.filter((example): example is readonly ShortExchange[] => typeof example !== 'string');

describe.each(Object.values(inferRules).map((rule) => [rule.code, rule] as const))('%s', (code, { examples }) => {
  test('its bad examples break it and nothing else', () => {
    expect(judged(examples.bad).map(codes)).toEqual(judged(examples.bad).map(() => [code]));
  });
  test('its good examples are clean', () => {
    expect(judged(examples.good).map(codes)).toEqual(judged(examples.good).map(() => []));
  });
});
