import { mutate } from './har-mutations.js';

/** What a single broken copy may take, in ms; five hundred times what a whole one takes on a quiet machine. */
const LONGEST = 10_000;
const MAX_GROWTH = 512 * 1024 * 1024;

/** Of each fixture, so that HAR, nock and Postman have 10,000 and more: fewer of the large ones. */
const copies: readonly (readonly [file: string, count: number])[] = [
  ['har/devtools.har', 1000],
  ['har/playwright-embed.har', 2000],
  ['har/playwright-attach.har', 2000],
  ['har/mitmproxy.har', 2500],
  ['har/polly.har', 2500],
  ['nock/nock-13.json', 5000],
  ['nock/nock-14.json', 5000],
  ['postman/collection-2.1.json', 3000],
  ['postman/collection-2.0.json', 3000],
  ['postman/collection-1.json', 3000],
  ['postman/newman.json', 3000],
];

test.each(copies)(
  'broken copies of %s (%d): no crash, no hang, no memory that is kept',
  (file, count) => {
    const before = process.memoryUsage().rss;
    const { wrong, slowest } = mutate(file, count);
    expect(wrong).toEqual([]);
    expect(slowest).toBeLessThan(LONGEST);
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GROWTH);
  },
  3_600_000,
);
