import { mutate } from './vcr-mutations.js';

test.each([
  ['requests-file.yaml', 100],
  ['requests.json', 100],
  ['parsed-body-wrapped.yaml', 25],
  ['http-client.yaml', 25],
  ['ruby.yml', 25],
  ['r.yml', 25],
])('broken copies of %s are read, or what is wrong with them is said', async (name, count) => {
  const { wrong, recognized } = await mutate(name, count);
  expect(wrong).toEqual([]);
  expect(recognized).toBeGreaterThan(count / 4);
});
