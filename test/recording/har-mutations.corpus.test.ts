import { COPIES } from './copies.js';
import { mutate } from './har-mutations.js';

/** What a single broken copy may take, in ms; five hundred times what a whole one takes on a quiet machine. */
const LONGEST = 10_000;
const MAX_GROWTH = 512 * 1024 * 1024;

test.each([
  'har/devtools.har',
  'har/playwright-embed.har',
  'har/playwright-attach.har',
  'har/mitmproxy.har',
  'har/polly.har',
  'nock/nock-13.json',
  'nock/nock-14.json',
  'postman/collection-2.1.json',
  'postman/collection-2.0.json',
  'postman/collection-1.json',
  'postman/newman.json',
])(
  'many broken copies of %s: no crash, no hang, no memory that is kept',
  (file) => {
    const before = process.memoryUsage().rss;
    const { wrong, slowest } = mutate(file, COPIES);
    expect(wrong).toEqual([]);
    expect(slowest).toBeLessThan(LONGEST);
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GROWTH);
  },
  3_600_000,
);
