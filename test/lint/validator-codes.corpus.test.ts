import { existsSync, readFileSync } from 'node:fs';
import { lintRules } from '../../src/lint/rules.js';
import { answeredByReading } from '../../src/lint/validator-codes.js';

const published = '../shared/facts/swagger-validator-rules.json';
const corpus = existsSync(published) ? test : test.skip;

corpus('every code that Microsoft publishes is answered', () => {
  const codes = JSON.parse(readFileSync(published, 'utf8')).map(({ code }: { code: string }) => code);
  const answered = new Set([...lintRules.flatMap((rule) => rule.codes), ...Object.keys(answeredByReading)]);
  expect(codes.filter((code: string) => !answered.has(code))).toEqual([]);
  expect([...answered].filter((code) => !codes.includes(code))).toEqual([]);
});
