import type { SourceDocument } from '../../src/core/document.js';
import type { Severity } from '../../src/core/severity.js';
import { collector } from '../../src/cli/lint/collect.js';
import { orderOf } from '../../src/cli/lint/order.js';
import type { LintFinding } from '../../src/lint/lint.js';

/** A document of items, one on each line. */
const documentOf = (file: string, items: number): SourceDocument => ({
  file,
  value: Array.from({ length: items }, () => 1),
  findings: [],
  locate: (pointer) => ({ line: Number(pointer.slice(1)) + 1, column: 1 }),
});

const severities: Readonly<Record<string, Severity>> = { e: 'error', w: 'warning', n: 'note' };

/** A finding for each letter: `n2` is a note on the item 2. */
const found = (text: string): LintFinding[] =>
  text.split(' ').map((word) => ({
    code: 'a-code',
    severity: severities[word.charAt(0)] ?? 'note',
    pointer: `/${word.slice(1)}`,
    message: `${word}.`,
  }));

/** What is printed of documents with these findings. Those with the numbers `others` another collector has. */
async function printed(
  most: number,
  documents: readonly string[],
  others: readonly number[] = [],
): Promise<readonly string[]> {
  const first = collector({ failOn: 'error', most, wantsCases: false });
  const second = collector({ failOn: 'error', most, wantsCases: false });
  for (const [index, text] of documents.entries()) {
    const collected = others.includes(index) ? second : first;
    const file = `${'abc'.charAt(index)}.json`;
    const document = documentOf(file, 10);
    const loaded = { name: file, connector: undefined, findings: [], documents: [document], file, folder: '' };
    await collected.add({ findings: found(text), ordered: orderOf(loaded, undefined) }, [document], index);
  }
  first.take(second.collected());
  const { judged } = first.result();
  return judged.findings.map(({ file = '', message, line }) => `${file.charAt(0)}${line} ${message}`);
}

const documents = ['n5 w3 n1', 'n2 e7 n0 w9', 'w4 e1 n6'];

test.each<[number, readonly string[]]>([
  [Number.POSITIVE_INFINITY, 'a2 n1.|a4 w3.|a6 n5.|b1 n0.|b3 n2.|b8 e7.|b10 w9.|c2 e1.|c5 w4.|c7 n6.'.split('|')],
  [8, 'a2 n1.|a4 w3.|a6 n5.|b1 n0.|b8 e7.|b10 w9.|c2 e1.|c5 w4.'.split('|')],
  [4, 'a4 w3.|b8 e7.|b10 w9.|c2 e1.'.split('|')],
  [3, 'a4 w3.|b8 e7.|c2 e1.'.split('|')],
  [1, ['b8 e7.']],
  [0, []],
])('the %d worst of all documents, of equal ones the first', async (most, want) => {
  expect(await printed(most, documents)).toEqual(want);
});

test('of one document, too, the first of equal ones', async () => {
  expect(await printed(3, ['w3', 'n5 n8 n1'])).toEqual(['a4 w3.', 'b2 n1.', 'b6 n5.']);
});

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  '%i of what two collectors have are those that one would have',
  async (most) => {
    const whole = await printed(most, documents);
    const divisions = [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]];
    const divided = await Promise.all(divisions.map((others) => printed(most, documents, others)));
    expect(divided).toEqual(divisions.map(() => whole));
  },
);
