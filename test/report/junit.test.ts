import type { Finding } from '../../src/core/finding.js';
import type { Case } from '../../src/report/cases.js';
import { junitFailure, junitText } from '../../src/report/junit.js';
import { failure, hostile, reportOf, wrong } from './hostile.js';

const at = (name: string, verdict: Case['verdict']): Case => ({ name, file: name.replace(/#.*/, ''), verdict });
const lines = (findings: readonly Finding[], cases: readonly Case[]) =>
  junitText(reportOf(findings, { cases })).split('\n');

const note: Finding = {
  code: 'n',
  severity: 'note',
  message: 'Seen.',
  file: 'samples/a.json',
  pointer: '',
  line: 1,
  column: 1,
  sample: 'samples/a.json',
};

test('a case for each verdict, and the findings of each in it', () => {
  const unmatched: Finding = {
    ...note,
    code: 'unmatched-exchange',
    severity: 'warning',
    message: 'No operation.',
    sample: 'b.json',
  };
  const second = { ...wrong, message: 'Another.' };
  const skipped = { ...note, message: 'No recording.', sample: 'd.json' };
  expect(
    lines(
      [wrong, second, note, unmatched, skipped],
      [
        at('samples/a.json', 'failed'),
        at('samples/c.json#1', 'passed'),
        at('b.json', 'unmatched'),
        at('d.json', 'skipped'),
        at('e.json', 'skipped'),
      ],
    ),
  ).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="connector-kit test" tests="5" failures="1" errors="0" skipped="3" time="0">',
    '  <testsuite name="things" tests="5" failures="1" errors="0" skipped="3" time="0">',
    '    <testcase name="samples/a.json" classname="things" file="samples/a.json" time="0">',
    '      <failure type="wrong-type" message="/n is the string &quot;3&quot;; an integer is declared. (and 1 more)">samples/a.json:2:8 error /n is the string &quot;3&quot;; an integer is declared.  wrong-type',
    'samples/a.json:2:8 error Another.  wrong-type</failure>',
    '      <system-out>samples/a.json:1:1 note Seen.  n</system-out>',
    '    </testcase>',
    '    <testcase name="samples/c.json#1" classname="things" file="samples/c.json" time="0"/>',
    '    <testcase name="b.json" classname="things" file="b.json" time="0">',
    '      <skipped message="No operation."/>',
    '    </testcase>',
    '    <testcase name="d.json" classname="things" file="d.json" time="0">',
    '      <skipped message="No recording."/>',
    '    </testcase>',
    '    <testcase name="e.json" classname="things" file="e.json" time="0">',
    '      <skipped/>',
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});

test('a failed case whose findings --max-findings left out has failed all the same', () => {
  expect(lines([], [at('a.json', 'failed')])[4]).toBe(
    '      <failure message="Its findings are not printed: --max-findings is too low."/>',
  );
});

test('hostile texts are text', () => {
  const name = `${hostile.file}\u0000\n`;
  const xml = lines([{ ...hostile, sample: name }], [{ name, file: name, verdict: 'passed' }]);
  expect(xml.slice(3, 7)).toEqual([
    '    <testcase name="sam,ples/a:b %[`|&lt;é&gt;].json\\u0000\\u000a" classname="things" file="sam,ples/a:b %[`|&lt;é&gt;].json\\u0000\\u000a" time="0">',
    '      <system-out>sam,ples/a:b %[`|&lt;é&gt;].json#/a~1b| note A\\u000d\\u000a::set-output name=x::1\\u001b[31m ##[error] | `` &lt;b&gt;&amp;amp;]]&gt; [x](http://evil.example) @octo #1 100% \\uffff\\ud800\\u202e. (3 times)  undeclared-property',
    '  declared at d,1.json:9:1</system-out>',
    '    </testcase>',
  ]);
});

test('a failure is an error', () => {
  expect(junitFailure(failure).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="connector-kit" tests="1" failures="0" errors="1" skipped="0" time="0">',
    '  <testsuite name="connector-kit" tests="1" failures="0" errors="1" skipped="0" time="0">',
    '    <testcase name="connector-kit" classname="connector-kit" time="0">',
    '      <error type="module-failed" message="&quot;m.ts&quot; could not be loaded: Error: 100%">&quot;m.ts&quot; could not be loaded: Error: 100%',
    '::error::gone\\u001b[2J',
    'Run the module, by itself: see where.</error>',
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});

test('every character of a text is one that XML 1.0 holds', () => {
  const every = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).join(' ');
  const xml = junitText(reportOf([{ ...wrong, message: every }], { cases: [at('samples/a.json', 'failed')] }));
  expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
});
