import { mutate } from './har-mutations.js';

/** Of each fixture; `har-mutations.corpus.test.ts` makes hundreds. */
const SOME = 12;

test.each([
  ['har/devtools.har'],
  ['har/playwright-embed.har'],
  ['har/playwright-attach.har'],
  ['har/mitmproxy.har'],
  ['har/polly.har'],
  ['nock/nock-13.json'],
  ['nock/nock-14.json'],
  ['postman/collection-2.1.json'],
  ['postman/collection-2.0.json'],
  ['postman/collection-1.json'],
  ['postman/newman.json'],
])('broken copies of %s are read, or what is wrong with them is said', (file) => {
  const { wrong, recognized } = mutate(file, SOME);
  expect(wrong).toEqual([]);
  expect(recognized).toBeGreaterThanOrEqual(SOME / 4);
});
