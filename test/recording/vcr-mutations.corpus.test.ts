import { readdirSync } from 'node:fs';
import { COPIES } from './copies.js';
import { mutate } from './vcr-mutations.js';

/** What a single broken copy may take, in ms; a hundred times what a whole one takes on a busy machine. */
const LONGEST = 2000;
const MAX_GROWTH = 512 * 1024 * 1024;

test.each(readdirSync('test/recording/fixtures/vcr').filter((name) => !name.endsWith('.md')))(
  'many broken copies of %s: no crash, no hang, no memory that is kept',
  async (name) => {
    const before = process.memoryUsage().rss;
    const { wrong, slowest } = await mutate(name, COPIES);
    expect(wrong).toEqual([]);
    expect(slowest).toBeLessThan(LONGEST);
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GROWTH);
  },
  600_000,
);
