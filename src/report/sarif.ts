import { createHash } from 'node:crypto';
import type { Finding } from '../core/finding.js';
import { writeJson } from '../core/json-write.js';
import type { Rule } from '../core/rule.js';
import type { Failure, Report } from './report.js';
import { defined } from './json.js';
import { sarifLocation, sourceRoot } from './sarif-location.js';
import { sarifRule } from './sarif-rule.js';
import { worst } from './select.js';
import { printable, printableLines } from './text.js';

/** GitHub refuses a run with more results. */
const MOST_RESULTS = 25_000;

/** What a report does not know of the tool that made it. */
export interface Tool {
  readonly version: string;
  /** The rule of a finding code. */
  readonly ruleOf: (code: string) => Rule<unknown> | undefined;
}

/**
 * Findings as a log in SARIF 2.1.0, as GitHub's code scanning takes it; it is valid against the OASIS schema.
 * The rules in it are those that were broken.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export function sarifText({ findings, file, ok }: Report, { version, ruleOf }: Tool): string {
  const kept = worst(findings, MOST_RESULTS);
  const codes = [...new Set(kept.map(({ code }) => code))];
  const rules = codes.map((code) => ruleOf(code)).filter((rule) => rule !== undefined);
  const indexes = new Map(rules.map(({ code }, index) => [code, index]));
  const fingerprint = fingerprints();
  const left = findings.length - kept.length;
  return log({
    version,
    rules: rules.map(sarifRule),
    invocation: {
      executionSuccessful: true,
      exitCode: ok ? 0 : 1,
      ...(left > 0 && {
        toolExecutionNotifications: [notification('warning', `${left} more findings were left out.`)],
      }),
    },
    results: kept.map((found) => ({
      ...result(found, file),
      ...defined({ ruleIndex: indexes.get(found.code) }),
      partialFingerprints: { 'codeAndPointer/v1': fingerprint(found) },
    })),
  });
}

/** Why there is no report: a run that was not successful, with the reason. */
export function sarifFailure({ code, message, help, exitCode }: Failure, { version }: Pick<Tool, 'version'>): string {
  const why = { ...notification('error', printableLines(`${message}\n${help}`)), descriptor: { id: code } };
  const invocation = { executionSuccessful: false, exitCode, toolExecutionNotifications: [why] };
  return log({ version, rules: [], invocation, results: [] });
}

const notification = (level: string, text: string) => ({ level, message: { text } });

interface Run {
  readonly version: string;
  readonly rules: readonly ReturnType<typeof sarifRule>[];
  readonly invocation: { readonly executionSuccessful: boolean; readonly exitCode: number };
  readonly results: readonly ReturnType<typeof result>[];
}

function log({ version, rules, invocation, results }: Run): string {
  const run = {
    tool: { driver: { name: 'connector-kit', version, semanticVersion: version, rules } },
    invocations: [invocation],
    originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results,
  };
  const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
  return writeJson({ $schema, version: '2.1.0', runs: [run] });
}

function result(found: Finding, fallback: string) {
  const { code, severity, message, declared, count, sample, operation } = found;
  // Only a related location that the message links to is shown by GitHub.
  const link = declared ? ' [Declared here](1).' : '';
  return {
    ruleId: code,
    level: severity,
    message: { text: withoutLinks(printable(message)) + link },
    locations: [sarifLocation(found, fallback)],
    ...(declared && {
      relatedLocations: [{ id: 1, message: { text: 'Declared here.' }, ...sarifLocation(declared, fallback) }],
    }),
    ...defined({ occurrenceCount: count }),
    properties: defined({ sample, operation }),
  };
}

/** `[text](target)` is a link in any message of SARIF (section 3.11.6): a recorded value must not make one. */
const withoutLinks = (text: string): string => text.replaceAll('](', '] (');

/**
 * Tells a finding from all others, and stays as it is when lines move: of the code and the places as pointers, and of equal ones the how manyth.
 * Not named `primaryLocationLineHash`: GitHub's upload computes that from the file, and warns of every other value.
 */
function fingerprints(): (found: Finding) => string {
  const seen = new Map<string, number>();
  return ({ code, file, pointer, sample, declared }) => {
    const hash = createHash('sha256').update(JSON.stringify([code, file, pointer, sample, declared?.pointer]));
    const digest = hash.digest('hex').slice(0, 32);
    const nth = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, nth);
    return `${digest}:${nth}`;
  };
}
