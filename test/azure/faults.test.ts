import { Secret } from '../../src/core/secret.js';
import { findDrift } from '../../src/azure/drift.js';
import { planPublish } from '../../src/azure/plan.js';
import { publish } from '../../src/azure/publish.js';
import { planUnpublish, unpublish } from '../../src/azure/unpublish.js';
import { azure, canary, connectorWith, faultOf, target, type Trouble } from './azure.js';

const wanted = { connector: connectorWith({ prefix: 'Bearer ' }), version: '1.0.0' };
const key = new Secret(canary);

type Azure = ReturnType<typeof azure>;

async function run({ client }: Azure): Promise<void> {
  await publish(client, await planPublish(client, { wanted, target, connection: 'mine' }), { key });
}

/** What there is in the end: all of it, once, with the key in its place. */
async function expectPublished(all: Azure): Promise<void> {
  all.restart();
  expect(
    Object.values(all.state().resources)
      .map(({ type, name }) => `${type} ${name}`)
      .sort(),
  ).toEqual(['Microsoft.Web/connections mine', 'Microsoft.Web/customApis things']);
  expect(await findDrift(all.client, wanted, target)).toEqual({ drifted: [], unknown: [] });
  const { steps } = await planPublish(all.client, { wanted, target, connection: 'mine' });
  expect(steps.map(({ action }) => action)).toEqual(['none', 'none']);
}

/** A 32-bit linear congruential generator: Numerical Recipes. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const kinds = ['busy', 'error', 'refused', 'lost', 'half'] as const;

test.each([1, 2, 3, 4, 5, 6, 7, 8])('one request in three goes wrong (seed %i)', async (seed) => {
  const throwDice = dice(seed);
  const all = azure({ exportGives: seed % 2 === 0 ? 'original' : 'resource' });
  all.restart(() => (throwDice(3) === 0 ? kinds[throwDice(kinds.length)] : undefined));
  await run(all);
  expect(all.waits.length).toBeGreaterThan(0);
  await expectPublished(all);
});

test.each(['killed', 'killed after'] as const)('%s at each request: the next run completes it', async (how) => {
  const whole = azure();
  whole.restart();
  await run(whole);
  const count = whole.requests.length;
  expect(count).toBeGreaterThan(9);
  for (let at = 0; at < count; at += 1) {
    const all = azure();
    all.restart((number) => (number === at ? how : undefined));
    expect((await faultOf(run(all)))[1]).toBe('killed');
    all.restart();
    await run(all);
    expect(all.changed().length).toBeLessThan(3);
    await expectPublished(all);
  }
});

test.each(['killed', 'killed after'] as const)(
  'unpublish, %s at each request: the next run leaves nothing',
  async (how) => {
    for (let at = 0; ; at += 1) {
      const all = azure();
      await run(all);
      all.restart((number) => (number === at ? how : undefined));
      const removal = async () => void (await unpublish(all.client, await planUnpublish(all.client, target)));
      const isKilled = await removal().then(
        () => false,
        () => true,
      );
      if (!isKilled) break;
      all.restart();
      await removal();
      expect(all.state().resources).toEqual({});
    }
  },
);

test('the key is in the parameterValues of one request, with its prefix, and nowhere else', async () => {
  const all = azure();
  const plan = await planPublish(all.client, { wanted, target, connection: 'mine' });
  const published = await publish(all.client, plan, { key });
  const holding = all.requests.filter((request) => JSON.stringify(request).includes(canary));
  expect(holding.map(({ method, url, headers }) => [method, url, headers])).toEqual([
    [
      'PUT',
      `https://management.azure.com/subscriptions/${target.subscription}/resourceGroups/rg/providers/Microsoft.Web/connections/mine?api-version=2016-06-01`,
      { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
    ],
  ]);
  const { properties } = JSON.parse(holding[0]?.body ?? '');
  expect(properties.parameterValues).toEqual({ api_key: `Bearer ${canary}` });
  expect(holding.map(({ body }) => body?.split(canary).length)).toEqual([2]);
  expect(JSON.stringify([plan, published, all.state()])).not.toContain(canary);
});

const always: (kind: ReturnType<Trouble>) => Trouble = (kind) => () => kind;

test.each([
  [
    'lost',
    'Reading customApis "things": Azure did not answer: socket hang up while asking ….',
    [500, 1000, 2000, 4000, 8000, 16_000, 30_000],
  ],
  [
    'half',
    'Reading customApis "things": the answer with status 404 is no JSON: something between here and Azure wrote it, or cut it off.',
    [500, 1000, 2000, 4000, 8000, 16_000, 30_000],
  ],
  [
    'busy',
    'Reading customApis "things": Azure has been asked too often (429 TooManyRequests).',
    [7000, 7000, 7000, 7000, 7000, 7000, 7000],
  ],
] as const)('%s each time: given up after eight', async (kind, message, waits) => {
  const all = azure();
  all.restart(always(kind));
  const [, said] = await faultOf(findDrift(all.client, wanted, target));
  expect(said).toBe(message);
  expect(all.waits).toEqual(waits);
});
