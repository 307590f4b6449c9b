import type { Json } from '../../src/core/json.js';
import { goodRuns, type RunExample } from '../../src/playbook/example.js';
import { expectationFindings } from '../../src/playbook/expect.js';
import { expectRules } from '../../src/playbook/expect-rules.js';
import { readMock } from '../../src/playbook/mock.js';
import { mockRules, runRules } from '../../src/playbook/rules.js';
import { documentOf, runIt } from './run-it.js';

const codesOf = (findings: readonly { readonly code: string }[]) => [...new Set(findings.map(({ code }) => code))];

/** Examples with their numbers, which name the tests. */
const numbered = (examples: readonly RunExample[]) => examples.map((one, at) => [at, one] as [number, RunExample]);

describe.each(Object.values(runRules))('$code', ({ code, examples }) => {
  test.each<[number, RunExample]>(numbered(examples.bad))('is given, and nothing else: %d', async (_, example) => {
    expect(codesOf((await runIt(example)).findings)).toEqual([code]);
  });
});

test.each<[number, RunExample]>(numbered(goodRuns))('nothing is said of %d', async (_, example) => {
  const { run, findings } = await runIt(example);
  expect([run?.status, findings]).toEqual(['Succeeded', []]);
});

describe.each(Object.values(mockRules))('$code', ({ code, examples }) => {
  test.each<[Json]>(examples.bad.map((one) => [one]))('is given for %j', (mock) => {
    expect(codesOf(readMock(documentOf(mock)).findings)).toEqual([code]);
  });
  test.each<[Json]>(examples.good.map((one) => [one]))('is not given for %j', (mock) => {
    expect(readMock(documentOf(mock)).findings).toEqual([]);
  });
});

describe.each(Object.values(expectRules))('$code', ({ code, examples }) => {
  const nothing: RunExample = { definition: { triggers: { manual: { type: 'Request' } }, actions: {} } };
  const found = async (expected: Json) => {
    const { run } = await runIt(nothing);
    return run && codesOf(expectationFindings(documentOf(expected), run));
  };
  test.each<[Json]>(examples.bad.map((one) => [one]))('is given for %j', async (expected) => {
    expect(await found(expected)).toEqual([code]);
  });
  test.each<[Json]>(examples.good.map((one) => [one]))('is not given for %j', async (expected) => {
    expect(await found(expected)).toEqual([]);
  });
});
