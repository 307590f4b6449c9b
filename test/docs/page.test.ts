import { isAsShown, partsOf } from './page.js';

const page = `# A page

\`\`\`sh
kit one   # what it does
kit two \\
  --more   # exits 1: something differs
\`\`\`

\`\`\`yaml file=a.yaml
a: 1
\`\`\`

\`\`\`console
$ kit three
first
…
last of … lines
$ kit four
\`\`\`

\`\`\`json
{}
\`\`\`
`;

test('the commands and files of a page', () => {
  expect(partsOf(page)).toEqual([
    { command: 'kit one', line: 4, exit: 0 },
    { command: 'kit two --more', line: 5, exit: 1 },
    { file: 'a.yaml', text: 'a: 1\n' },
    { command: 'kit three', line: 14, exit: 0, prints: ['first', '…', 'last of … lines'] },
    { command: 'kit four', line: 18, exit: 0, prints: [''] },
  ]);
});

test.each([
  ['first\nlast of 3 lines\n', true],
  ['first\na\nb\n\nlast of 3 lines', true],
  ['first\nlast of lines\n', false],
  ['zero\nfirst\nlast of 3 lines\n', false],
  ['first\nlast of 3 lines\nmore\n', false],
])('%j is as shown: %s', (printed, expected) => {
  expect(isAsShown(printed, ['first', '…', 'last of … lines', ''])).toBe(expected);
});
