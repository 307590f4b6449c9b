import { isInShard, readShard } from '../../src/fleet/shard.js';

test.each([
  ['1/1', { number: 1, of: 1 }],
  ['2/8', { number: 2, of: 8 }],
  ['256/256', { number: 256, of: 256 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['1/257', undefined],
  ['1', undefined],
  ['1/8/2', undefined],
  [' 1/8', undefined],
  ['1/0', undefined],
])('%j', (text, shard) => {
  expect(readShard(text)).toEqual(shard);
});

const subscription = (number: number) => `${String(number).padStart(8, '0')}-aaaa-4111-8111-111111111111`;

test('each subscription is in one shard, whatever its case, and the shards are about as large', () => {
  const of = 8;
  const counts = Array.from({ length: of }, () => 0);
  for (let at = 0; at < 2000; at += 1) {
    const id = subscription(at);
    const shards = counts.flatMap((_, index) => (isInShard(id, { number: index + 1, of }) ? [index] : []));
    expect(shards).toEqual(
      counts.flatMap((_, index) => (isInShard(id.toUpperCase(), { number: index + 1, of }) ? [index] : [])),
    );
    expect(shards.length).toBe(1);
    for (const one of shards) counts[one] = (counts[one] ?? 0) + 1;
  }
  expect(counts.filter((count) => count < 200 || count > 300)).toEqual([]);
});
