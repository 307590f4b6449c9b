import { durationText } from '../../src/pages/run/duration.js';
import { layersOf } from '../../src/pages/run/layers.js';
import type { ShownAction } from '../../src/pages/run/model.js';

const at = '2026-01-01T00:00:00.000Z';
const later = (milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();

const action = (name: string, ...after: readonly string[]): ShownAction => ({
  name,
  type: 'Compose',
  status: 'Succeeded',
  startTime: at,
  endTime: at,
  branch: '',
  after: after.map((one) => ({ name: one, statuses: ['Succeeded'] })),
});

const rows: Readonly<Record<string, readonly [actions: readonly ShownAction[], rows: readonly string[]]>> = {
  'one below the other': [
    [action('B', 'A'), action('C', 'B'), action('A')],
    ['A', 'B', 'C'],
  ],
  'side by side': [
    [action('A'), action('B', 'A'), action('C', 'A'), action('D', 'B', 'C')],
    ['A', 'B C', 'D'],
  ],
  'what waits for something elsewhere does not wait here': [[action('A', 'Elsewhere')], ['A']],
  'what waits for itself stands last': [
    [action('A', 'B'), action('B', 'A'), action('C')],
    ['C', 'A B'],
  ],
  nothing: [[], []],
};

test.each(Object.entries(rows))('%s', (_, [actions, wanted]) => {
  expect(layersOf(actions).map((row) => row.map(({ name }) => name).join(' '))).toEqual(wanted);
});

test.each([
  [0, ''],
  [-5, ''],
  [350, '350 ms'],
  [2540, '2.5 s'],
  [60_000, '1 min'],
  [61_000, '1 min 1 s'],
  [3_900_000, '1 h 5 min'],
])('%d ms are %j', (milliseconds, text) => {
  expect(durationText({ startTime: at, endTime: later(milliseconds) })).toBe(text);
});

test('what is no time takes none', () => {
  expect(durationText({ startTime: '', endTime: at })).toBe('');
});
