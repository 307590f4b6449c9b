import { rules } from '../../src/cli/rules.js';
import type { Finding } from '../../src/core/finding.js';
import type { Rule } from '../../src/core/rule.js';
import { sarifFailure, sarifText, type Tool } from '../../src/report/sarif.js';
import { sarifRule } from '../../src/report/sarif-rule.js';
import { failure, hostile, reportOf, wrong } from './hostile.js';

const wrongType: Rule<unknown> = {
  code: 'wrong-type',
  severity: 'error',
  summary: 'A value has the declared type.',
  why: 'A <token> of another type is *empty*.',
  source: 'RFC 1, https://example.com/rfc1, section 2',
  examples: { bad: [{ n: '3' }], good: ['n is ``` 3'] },
};
const tool: Tool = { version: '1.2.3', ruleOf: (code) => (code === 'wrong-type' ? wrongType : undefined) };
const log = (findings: readonly Finding[]) => JSON.parse(sarifText(reportOf(findings), tool));
const results = (findings: readonly Finding[]) => log(findings).runs[0].results;

test('a log', () => {
  const declared = { file: 'things/d.json', pointer: '/x/type', line: 9, column: 4 };
  expect(log([{ ...wrong, declared, operation: 'GetThing', count: 2 }, wrong])).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'connector-kit',
            version: '1.2.3',
            semanticVersion: '1.2.3',
            rules: [
              {
                id: 'wrong-type',
                shortDescription: { text: 'A value has the declared type.' },
                fullDescription: { text: 'A <token> of another type is *empty*.' },
                help: {
                  text: 'A value has the declared type.\n\nA <token> of another type is *empty*.\n\nSource: RFC 1, https://example.com/rfc1, section 2\n\nWith examples: connector-kit explain wrong-type',
                  markdown:
                    'A value has the declared type.\n\nA \\<token\\> of another type is \\*empty\\*.\n\nBreaks it:\n\n```json\n{\n  "n": "3"\n}\n```\n\nKeeps it:\n\n````\nn is ``` 3\n````\n\nSource: RFC 1, https://example.com/rfc1, section 2\n',
                },
                helpUri: 'https://example.com/rfc1',
                defaultConfiguration: { level: 'error' },
              },
            ],
          },
        },
        invocations: [{ executionSuccessful: true, exitCode: 1 }],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'wrong-type',
            level: 'error',
            message: { text: '/n is the string "3"; an integer is declared. [Declared here](1).' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'samples/a.json', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 2, startColumn: 8 },
                },
                logicalLocations: [{ fullyQualifiedName: '/n' }],
              },
            ],
            relatedLocations: [
              {
                id: 1,
                message: { text: 'Declared here.' },
                physicalLocation: {
                  artifactLocation: { uri: 'things/d.json', uriBaseId: '%SRCROOT%' },
                  region: { startLine: 9, startColumn: 4 },
                },
                logicalLocations: [{ fullyQualifiedName: '/x/type' }],
              },
            ],
            occurrenceCount: 2,
            properties: { sample: 'samples/a.json', operation: 'GetThing' },
            ruleIndex: 0,
            partialFingerprints: { 'codeAndPointer/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) },
          },
          {
            ruleId: 'wrong-type',
            level: 'error',
            message: { text: '/n is the string "3"; an integer is declared.' },
            locations: [expect.anything()],
            properties: { sample: 'samples/a.json' },
            ruleIndex: 0,
            partialFingerprints: { 'codeAndPointer/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) },
          },
        ],
      },
    ],
  });
});

test('a finding without file and line is about the first line of what was checked', () => {
  const [result] = results([{ code: 'c', severity: 'warning', message: 'M.', pointer: '' }]);
  expect(result.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'things/apiDefinition.swagger.json', uriBaseId: '%SRCROOT%' },
        region: { startLine: 1 },
      },
    },
  ]);
});

test('hostile texts make no link, no line and no other address', () => {
  const [{ message, locations, level }] = results([{ ...hostile, file: `${hostile.file}?\uD800#/../x y` }]);
  expect([level, message.text, locations[0].physicalLocation.artifactLocation.uri]).toEqual([
    'note',
    'A\\u000d\\u000a::set-output name=x::1\\u001b[31m ##[error] | `` <b>&amp;]]> [x] (http://evil.example) @octo #1 100% \uFFFF\uD800\\u202e. [Declared here](1).',
    'sam%2Cples/a%3Ab%20%25%5B%60%7C%3C%C3%A9%3E%5D.json%3F%EF%BF%BD%23/../x%20y',
  ]);
});

test('a fingerprint stays when lines move, and is of one finding only', () => {
  const moved = { ...wrong, line: 40, column: 1, message: '/n is the string "4"; an integer is declared.' };
  const several = [wrong, wrong, { ...wrong, pointer: '/m' }, { ...wrong, code: 'c' }, { ...wrong, file: 'b.json' }];
  const prints = (findings: readonly Finding[]) =>
    results(findings).map((one: { partialFingerprints: object }) => Object.values(one.partialFingerprints)[0]);
  expect(prints([moved])).toEqual(prints([wrong]));
  expect(new Set(prints(several)).size).toBe(several.length);
});

test('more results than GitHub takes: the worst are kept, and a notification counts the rest', () => {
  const findings = Array.from({ length: 25_003 }, (_, index): Finding => ({
    code: 'c',
    severity: index < 5 ? 'note' : 'error',
    message: 'M.',
    pointer: '',
  }));
  const [run] = log(findings).runs;
  expect(run.results).toHaveLength(25_000);
  expect(run.results.filter(({ level }: Finding & { level: string }) => level === 'note')).toHaveLength(2);
  expect(run.invocations[0].toolExecutionNotifications).toEqual([
    { level: 'warning', message: { text: '3 more findings were left out.' } },
  ]);
});

test('a failure is a run without success', () => {
  expect(JSON.parse(sarifFailure(failure, tool)).runs).toEqual([
    {
      tool: { driver: { name: 'connector-kit', version: '1.2.3', semanticVersion: '1.2.3', rules: [] } },
      invocations: [
        {
          executionSuccessful: false,
          exitCode: 2,
          toolExecutionNotifications: [
            {
              level: 'error',
              message: {
                text: '"m.ts" could not be loaded: Error: 100%\n::error::gone\\u001b[2J\nRun the module, by itself: see where.',
              },
              descriptor: { id: 'module-failed' },
            },
          ],
        },
      ],
      originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
      columnKind: 'utf16CodeUnits',
      results: [],
    },
  ]);
});

/** @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support */
test('each rule fits what GitHub shows of one', () => {
  for (const rule of rules) {
    const { id, shortDescription, fullDescription, help, helpUri, defaultConfiguration } = sarifRule(rule);
    expect([id, defaultConfiguration.level]).toEqual([rule.code, rule.severity]);
    const lengths = [shortDescription.text.length, fullDescription.text.length, 4 * id.length];
    expect([id, lengths.filter((length) => length > 1024)]).toEqual([id, []]);
    const fences = help.markdown.split('\n').filter((line) => /^`{3,}/.test(line));
    expect([id, fences.length % 2]).toEqual([id, 0]);
    if (helpUri !== undefined) expect(new URL(helpUri).href.replace(/\/$/, '')).toBe(helpUri.replace(/\/$/, ''));
  }
});
