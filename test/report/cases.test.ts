import type { Finding } from '../../src/core/finding.js';
import type { Severity } from '../../src/core/severity.js';
import { casesOf, type Case } from '../../src/report/cases.js';

const about = (severity: Severity, place: Partial<Finding>): Finding => ({
  code: 'c',
  severity,
  message: 'M.',
  pointer: '',
  ...place,
});
const checked: readonly Case[] = [
  { name: 'a.json#1', file: 'a.json', verdict: 'passed' },
  { name: 'a.json#2', file: 'a.json', verdict: 'unmatched' },
  { name: 'b.json', file: 'b.json', verdict: 'failed' },
];
const findings = [
  about('warning', { file: 'd.json' }),
  about('error', { file: 'broken.json', sample: 'broken.json' }),
  about('note', { file: 'index.json', sample: 'index.json' }),
  about('warning', { file: 'a.json', sample: 'a.json#1' }),
  about('error', { file: 'b.json', sample: 'b.json' }),
];

test.each<[Severity, readonly string[]]>([
  [
    'error',
    [
      'd.json passed',
      'broken.json failed',
      'index.json skipped',
      'a.json#1 passed',
      'a.json#2 unmatched',
      'b.json failed',
    ],
  ],
  [
    'warning',
    [
      'd.json failed',
      'broken.json failed',
      'index.json skipped',
      'a.json#1 failed',
      'a.json#2 unmatched',
      'b.json failed',
    ],
  ],
])('with --fail-on %s', (failOn, want) => {
  expect(casesOf(checked, { findings, failOn }).map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(want);
});

test('documents as cases', () => {
  const documents = ['a.json', 'b.json'].map((file) => ({ name: file, file, verdict: 'passed' as const }));
  expect(casesOf(documents, { findings: [about('error', { file: 'b.json' })], failOn: 'error' })).toEqual([
    documents[0],
    { name: 'b.json', file: 'b.json', verdict: 'failed' },
  ]);
});
