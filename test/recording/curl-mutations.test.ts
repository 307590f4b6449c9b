import { mutateCurl } from './curl-mutations.js';
import { mutate } from './har-mutations.js';

/** Of each fixture; `curl-mutations.corpus.test.ts` makes hundreds. */
const SOME = 20;

const texts = [
  'include.txt',
  'verbose.txt',
  'verbose-meter.txt',
  'session.txt',
  'body.txt',
  'devtools-cmd.txt',
  'powershell.txt',
];

test.each(texts.map((name) => [name]))('broken copies of %s are read, or what is wrong with them is said', (name) => {
  const { wrong, read } = mutateCurl(name, SOME);
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThanOrEqual(SOME / 4);
});

test.each([
  ['logic-apps/actions.json'],
  ['logic-apps/run.json'],
  ['logic-apps/http.json'],
  ['logic-apps/result.json'],
  ['logic-apps/completion.inputs.json'],
  ['test-proxy/entries.json'],
  ['test-proxy/network-call-records.json'],
  ['test-proxy/network-call-records-cpp.json'],
  ['test-proxy/datadog-cassette.json'],
])('broken copies of %s are read, or what is wrong with them is said', (file) => {
  const { wrong, recognized } = mutate(file, SOME);
  expect(wrong).toEqual([]);
  expect(recognized).toBeGreaterThanOrEqual(SOME / 4);
});
