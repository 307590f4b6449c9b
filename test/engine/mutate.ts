import { isArray, isObject, type Json } from '../../src/core/json.js';

/** Random numbers, at least 0 and less than 1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Dice = () => number;

function oneOf<Item>(roll: Dice, items: readonly Item[]): Item {
  return items[Math.floor(roll() * items.length)] as Item; // no list here is empty
}

const types =
  'Compose If Switch Foreach Until Scope Terminate Wait Http ApiConnection ApiConnectionWebhook ParseJson Select Query Table Join Response InitializeVariable SetVariable IncrementVariable DecrementVariable AppendToArrayVariable AppendToStringVariable Workflow Liquid';

const values: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => 9_007_199_254_740_993n,
  () => '',
  () => [],
  () => ({}),
  () => ['Succeeded', 'Failed', 'Skipped', 'TimedOut'],
  () => '@',
  () => '@triggerBody()',
  () => "@{triggerBody()?['object']}",
  () => "@body('Initial_Completion')",
  () => '@range(0, 50)',
  () => "@items('For_each')",
  () => "@result('For_each')",
  () => "@variables('x')",
  () => '@div(1, 0)',
  () => '@nothing()',
  () => "@concat('a'",
  () => '@iterationIndexes(1)',
  () => "@string(actions('KQL'))",
  () => 'PT0S',
  () => ({ and: [{ equals: ['@true', true] }, { not: { greater: [1, '@{2}'] } }] }),
  () => ({ interval: { count: 1, unit: 'Month' } }),
  () => ({ type: 'Until', expression: '@false', limit: { count: 5000, timeout: 'P1D' }, actions: {}, runAfter: {} }),
  () => ({ secureData: { properties: ['inputs', 'outputs'] }, concurrency: { repetitions: 3 } }),
  () => JSON.parse('{"__proto__": {"type": "Compose", "inputs": "@actions(\'__proto__\')"}}') as Json, // any JSON
];

/** A value, somewhere changed. */
export function mutated(value: Json, roll: Dice): Json {
  if ((isArray(value) || isObject(value)) && roll() < 0.9) {
    const members = Object.entries(value);
    const at = Math.floor(roll() * members.length);
    if (members.length > 0 && roll() < 0.85) return changedAt(value, members, { at, roll });
    return reshaped(value, members, roll);
  }
  if (roll() < 0.3) return oneOf(roll, types.split(' '));
  return oneOf(roll, values)();
}

type Members = [string, Json][];

function changedAt(value: Json, members: Members, { at, roll }: { at: number; roll: Dice }): Json {
  const changed = members.map(([key, member], index) => [key, index === at ? mutated(member, roll) : member] as const);
  return isArray(value) ? changed.map(([, member]) => member) : Object.fromEntries(changed);
}

/** A member less, one more, renamed, or exchanged. */
function reshaped(value: Json, members: Members, roll: Dice): Json {
  const list = [...members];
  const from = Math.floor(roll() * list.length);
  const to = Math.floor(roll() * list.length);
  const [one, other] = [list[from], list[to]];
  const change = Math.floor(roll() * 4);
  if (change === 0) list.splice(from, 1);
  if (change === 1 && one)
    list.push([oneOf(roll, [`${one[0]}2`, one[0].toUpperCase(), '__proto__', 'runAfter', 'type']), one[1]]);
  if (change === 2 && one && other) list.splice(from, 1, [one[0], other[1]]);
  if (change === 3 && one)
    list.push(['Wrapped', { type: 'Foreach', foreach: '@range(0, 3)', actions: { [one[0]]: one[1] } }]);
  return isArray(value) ? list.map(([, member]) => member) : Object.fromEntries(list);
}
