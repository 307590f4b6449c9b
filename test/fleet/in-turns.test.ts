import { inTurns } from '../../src/fleet/in-turns.js';
import { countedAs, turns } from '../../src/fleet/limits.js';

/** Work that ends one by one, in the order in which it began. */
function steps() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  let most = 0;
  const work = (item: string) => {
    begun.push(item);
    most = Math.max(most, ends.length + 1);
    return new Promise<void>((done) => void ends.push(done));
  };
  const end = async () => {
    ends.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { begun, work, end, most: () => most };
}

const groupOf = (item: string) => item.charAt(0);

test('so many at a time, each group in its turn', async () => {
  const { begun, work, end, most } = steps();
  const all = inTurns(['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'c2'], { concurrency: 2, groupOf }, work);
  expect(begun).toEqual(['a1', 'b1']);
  for (let left = 7; left > 0; left -= 1) await end();
  await all;
  expect([begun, most()]).toEqual([['a1', 'b1', 'c1', 'a2', 'c2', 'a3', 'a4'], 2]);
});

test('a group that waits does not take the places of the others', async () => {
  const begun: string[] = [];
  const forever = new Promise<void>(() => undefined);
  void inTurns(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'], { concurrency: 3, groupOf }, async (item) => {
    begun.push(item);
    if (item.startsWith('a')) await forever;
  });
  await new Promise((done) => void setImmediate(done));
  expect(begun).toEqual(['a1', 'b1', 'c1', 'b2', 'a2', 'a3']);
});

test('nothing more is begun after one has thrown, and what is in work ends', async () => {
  const ended: string[] = [];
  const all = inTurns(['a', 'b', 'c'], { concurrency: 2, groupOf }, async (item) => {
    if (item === 'a') throw new Error('as it may');
    await Promise.resolve();
    ended.push(item);
  });
  await expect(all).rejects.toThrow('as it may');
  expect(ended).toEqual(['b']);
});

test('nothing to do', async () => {
  await inTurns([], { concurrency: 5, groupOf }, () => Promise.reject(new Error('never')));
});

describe('the limits of a subscription', () => {
  const clock = () => {
    let now = 0;
    const slept: number[] = [];
    const sleep = async (milliseconds: number) => void slept.push(milliseconds);
    return { turn: turns({ now: () => now, sleep }), slept, pass: (milliseconds: number) => (now += milliseconds) };
  };

  test('200 writes at once, then 10 in a second; each subscription and each kind by itself', async () => {
    const { turn, slept, pass } = clock();
    for (let time = 0; time < 200; time += 1) await turn('One', 'writes');
    expect(slept).toEqual([]);
    await turn('ONE', 'writes');
    await turn('one', 'writes');
    expect(slept).toEqual([100, 200]);
    await turn('one', 'reads');
    await turn('two', 'writes');
    pass(1200);
    for (let time = 0; time < 10; time += 1) await turn('one', 'writes');
    expect(slept).toEqual([100, 200]);
    await turn('one', 'writes');
    expect(slept).toEqual([100, 200, 100]);
    pass(3_600_000);
    for (let time = 0; time < 201; time += 1) await turn('one', 'writes');
    expect(slept).toEqual([100, 200, 100, 100]);
  });

  test('thousands of subscriptions that came and went are forgotten, those in use are not', async () => {
    const { turn, slept, pass } = clock();
    for (let time = 0; time < 200; time += 1) await turn('busy', 'writes');
    for (let one = 0; one < 5000; one += 1) {
      pass(1);
      await turn(`subscription ${one}`, 'reads');
    }
    for (let time = 0; time < 51; time += 1) await turn('busy', 'writes');
    expect(slept).toEqual([100]);
  });

  test.each<readonly [method: string, url: string, counted: object | undefined]>([
    ['GET', 'https://x/subscriptions/S/resourceGroups/g?a=b', { subscription: 'S', kind: 'reads' }],
    ['PUT', 'https://x/subscriptions/S?a=b', { subscription: 'S', kind: 'writes' }],
    ['POST', 'https://x/subscriptions/S/y', { subscription: 'S', kind: 'writes' }],
    ['DELETE', 'https://x/subscriptions/S/y', { subscription: 'S', kind: 'deletes' }],
    ['GET', 'https://x/api-swagger-files/y', undefined],
  ])('%s %s', (method, url, counted) => {
    expect(countedAs(method, url)).toEqual(counted);
  });
});
