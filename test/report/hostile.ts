import type { Finding } from '../../src/core/finding.js';
import type { Report } from '../../src/report/report.js';

/** A finding as most are. */
export const wrong: Finding = {
  code: 'wrong-type',
  severity: 'error',
  message: '/n is the string "3"; an integer is declared.',
  file: 'samples/a.json',
  pointer: '/n',
  line: 2,
  column: 8,
  sample: 'samples/a.json',
};

/** A finding in whose texts a stranger tries everything: line ends, escapes, commands, markup, links, mentions, what XML cannot hold. */
export const hostile: Finding = {
  code: 'undeclared-property',
  severity: 'note',
  message:
    'A\r\n::set-output name=x::1\u001B[31m ##[error] | `` <b>&amp;]]> [x](http://evil.example) @octo #1 100% \uFFFF\uD800\u202E.',
  file: 'sam,ples/a:b %[`|<é>].json',
  pointer: '/a~1b|',
  count: 3,
  declared: { file: 'd,1.json', pointer: '/x', line: 9, column: 1 },
};

/** A report of the findings. Its cases are not in it. */
export function reportOf(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return {
    command: 'test',
    subject: 'things',
    file: 'things/apiDefinition.swagger.json',
    ok: counts.error === 0,
    failOn: 'error',
    counts,
    findings,
    facts: [],
    cases: [],
    ...more,
  };
}

/** A failure whose text has several lines, and commands in them. */
export const failure = {
  code: 'module-failed',
  message: '"m.ts" could not be loaded: Error: 100%\n::error::gone\u001B[2J',
  help: 'Run the module, by itself: see where.',
  exitCode: 2,
};
