import { readDocument } from '../../src/core/read-document.js';
import { piecesOf } from '../../src/fleet/pieces.js';
import { readFleetText } from '../../src/fleet/read-text.js';

const valueOf = async (text: string) => (await readDocument('fleet.yaml', text)).value;

const many = (count: number, item: (index: number) => string) => Array.from({ length: count }, (_, at) => item(at));

/** Fleet files that are read in pieces, and in how many. */
const inPieces: readonly (readonly [name: string, text: string, pieces: number])[] = [
  ['one target', 'targets:\n  - name: one\n', 1],
  ['no line feed at the end', 'defaults: { resourceGroup: soc }\ntargets:\n- name: one', 1],
  ['201 targets', `targets:\n${many(201, (at) => `  - name: n${at}\n`).join('')}`, 2],
  [
    '600 of two lines',
    `# all\ntargets: # here\n${many(600, (at) => `\n- name: n${at}\n  # so\n  tags: {a: b}\n`).join('')}`,
    3,
  ],
  ['CR LF', `targets:\r\n${many(300, (at) => `  -\r\n    name: n${at}\r\n`).join('')}`, 2],
  [
    'texts of several lines',
    `targets:\n${many(300, () => `  - label: |\n     - so\n\n     # so\n    name: "a\n      - b"\n`).join('')}`,
    2,
  ],
];

test.each(inPieces)('in pieces: %s', async (_name, text, pieces) => {
  expect(piecesOf(text)?.rest.length).toBe(pieces);
  expect(await readFleetText('fleet.yaml', text)).toEqual(await valueOf(text));
});

/** Fleet files that are read as a whole: written in another way, or with something wrong. */
const whole: readonly (readonly [name: string, text: string])[] = [
  ['in flow style', 'targets: [{ name: one }]\n'],
  ['a key behind them', 'targets:\n  - name: one\ndefaults: {}\n'],
  ['twice', 'targets:\n  - name: one\ntargets:\n  - name: two\n'],
  ['nothing', 'targets:\n'],
  ['no list', 'targets:\n  name: one\n'],
  ['two documents', 'targets:\n- name: one\n---\ntargets:\n- name: two\n'],
  ['in another depth', 'targets:\n  - name: one\n - name: two\n'],
  ['no syntax', 'targets:\n  - name: "one\n'],
  ['a reference to another piece', `targets:\n  - &a\n    name: x\n${many(300, () => '  - *a\n').join('')}`],
  ['a text over a cut', `targets:\n${many(199, () => '- a\n').join('')}- "\n- b"\n`],
  ['no mapping above', '- a\ntargets:\n- b\n'],
  ['a key twice in one', `targets:\n${many(300, () => '- { a: 1, a: 2 }\n').join('')}`],
];

test.each(whole)('as a whole: %s', async (_name, text) => {
  expect(await readFleetText('fleet.yaml', text)).toBeUndefined();
});

test('JSON is read as a whole', async () => {
  expect(await readFleetText('fleet.JSON', 'targets:\n- a\n')).toBeUndefined();
});

test('a file that is too large is read as a whole, which tells', async () => {
  const large = `targets:\n${'- name: a\n'.repeat(420_000)}`;
  expect(await readFleetText('fleet.yaml', large)).toBeUndefined();
});
