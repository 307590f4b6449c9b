import { readJson } from '../../src/core/json-read.js';
import { httpRules, notASample, sampleMalformed } from '../../src/http/rules.js';
import { readSample } from '../../src/http/sample.js';

/** The codes of what is wrong with a file, each once; whoever reads a folder adds the one for a file that is no sample. */
function codes(text: string): string[] {
  const source = readJson('a.json', text);
  expect(source.findings).toEqual([]);
  const { findings, recognised } = readSample(source);
  return [...new Set([...findings.map(({ code }) => code), ...(recognised ? [] : [notASample.code])])];
}

test('the rules', () => {
  expect(httpRules).toEqual([sampleMalformed, notASample]);
});

describe.each(httpRules.map((rule) => [rule.code, rule] as const))('%s', (code, { examples }) => {
  test.each(examples.bad)('%s breaks it and nothing else', (text) => {
    expect(codes(text)).toEqual([code]);
  });
  test.each(examples.good)('%s is clean', (text) => {
    expect(codes(text)).toEqual([]);
  });
  test('has both kinds of example', () => {
    expect(examples.bad.length * examples.good.length).toBeGreaterThan(0);
  });
});
