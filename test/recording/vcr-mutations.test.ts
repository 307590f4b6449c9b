import { mutate } from './vcr-mutations.js';

/** Of each fixture; `vcr-mutations.corpus.test.ts` makes hundreds. */
const SOME = 8;

test.each([
  ['requests-file.yaml'],
  ['requests.json'],
  ['parsed-body-wrapped.yaml'],
  ['http-client.yaml'],
  ['ruby.yml'],
  ['r.yml'],
])('broken copies of %s are read, or what is wrong with them is said', async (name) => {
  const { wrong, recognized } = await mutate(name, SOME);
  expect(wrong).toEqual([]);
  expect(recognized).toBeGreaterThanOrEqual(SOME / 4);
});
