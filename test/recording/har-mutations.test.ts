import { mutate } from './har-mutations.js';

test.each([
  ['har/devtools.har', 15],
  ['har/playwright-embed.har', 30],
  ['har/playwright-attach.har', 30],
  ['har/mitmproxy.har', 110],
  ['har/polly.har', 115],
  ['nock/nock-13.json', 150],
  ['nock/nock-14.json', 150],
  ['postman/collection-2.1.json', 75],
  ['postman/collection-2.0.json', 100],
  ['postman/collection-1.json', 100],
  ['postman/newman.json', 25],
])('broken copies of %s are read, or what is wrong with them is said', (file, count) => {
  const { wrong, recognized } = mutate(file, count);
  expect(wrong).toEqual([]);
  expect(recognized).toBeGreaterThan(count / 4);
});
