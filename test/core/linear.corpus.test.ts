import { readJson } from '../../src/core/json-read.js';
import { shorten } from '../../src/core/shorten.js';
import { readYaml } from '../../src/core/yaml-read.js';
import { cpuSeconds } from './cpu-seconds.js';
import { hostileJson, hostileYaml } from './hostile-texts.js';

/* Long texts take time in proportion to their length: a hundredth of what is allowed here, in seconds of processor time. With its square they take minutes. */

test.each(hostileJson)('200,000 times %s', (_, text, want) => {
  const begun = cpuSeconds();
  expect(readJson('a.json', text(200_000)).findings.map(({ code }) => code)).toEqual(want);
  expect(cpuSeconds() - begun).toBeLessThan(5);
});

test.each(hostileYaml)('20,000 %s', async (_, text, want) => {
  const begun = cpuSeconds();
  const { findings } = await readYaml('a.yaml', text(20_000));
  expect([...new Set(findings.map(({ code }) => code))]).toEqual(want);
  expect(cpuSeconds() - begun).toBeLessThan(5);
});

test('30,000 places of one text are found', () => {
  const { locate } = readJson('a.json', JSON.stringify(Array.from({ length: 30_000 }, (_, index) => ({ index }))));
  const begun = cpuSeconds();
  for (let index = 0; index < 30_000; index++) locate(`/${index}/index`);
  expect(locate('/29999/index').column).toBeGreaterThan(300_000);
  expect(cpuSeconds() - begun).toBeLessThan(5);
});

test('a text of 30,000,000 characters is shortened', () => {
  const long = 'x'.repeat(30_000_000);
  const begun = cpuSeconds();
  for (let round = 0; round < 1000; round++) shorten(long);
  expect(cpuSeconds() - begun).toBeLessThan(2);
});
