import { readdirSync } from 'node:fs';
import { COPIES } from './copies.js';
import { mutateCurl } from './curl-mutations.js';
import { mutate } from './har-mutations.js';

/** What a single broken copy may take, in ms; a hundred times what a whole one takes on a busy machine. */
const LONGEST = 2000;
const MAX_GROWTH = 512 * 1024 * 1024;

const filesIn = (folder: string, ends: RegExp) =>
  readdirSync(`test/recording/fixtures/${folder}`)
    .filter((name) => ends.test(name))
    .toSorted();

const cases: readonly (readonly [string, () => { readonly wrong: readonly string[]; readonly slowest: number }])[] = [
  ...filesIn('curl', /\.(?:txt|curl)$/).map((name) => [name, () => mutateCurl(name, COPIES)] as const),
  ...['logic-apps', 'test-proxy'].flatMap((folder) =>
    filesIn(folder, /\.json$/).map((name) => [name, () => mutate(`${folder}/${name}`, COPIES)] as const),
  ),
];

test.each(cases)(
  'many broken copies of %s: no crash, no hang, no memory that is kept',
  (_, readAll) => {
    const before = process.memoryUsage().rss;
    const { wrong, slowest } = readAll();
    expect(wrong).toEqual([]);
    expect(slowest).toBeLessThan(LONGEST);
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GROWTH);
  },
  600_000,
);
