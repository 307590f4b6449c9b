import { readdirSync } from 'node:fs';
import { mutate } from './vcr-mutations.js';

/** What a single broken copy may take, in ms; a hundred times what a whole one takes on a busy machine. */
const LONGEST = 2000;
const MAX_GROWTH = 512 * 1024 * 1024;
/** Of each fixture: 13,500 of VCR.py's, 10,500 of the others'. They take 6 s of processor time each. */
const COPIES = 1500;

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
