import { relative } from 'node:path/posix';
import type { Place } from '../core/finding.js';
import { githubFailure, githubText } from '../report/github.js';
import { junitFailure, junitText } from '../report/junit.js';
import { markdownFailure, markdownText } from '../report/markdown.js';
import type { Failure, Report } from '../report/report.js';
import { sarifFailure, sarifText } from '../report/sarif.js';
import type { Format } from './flags.js';
import type { World } from './world.js';

type ReportFormat = Exclude<Format, 'text' | 'json'>;

/** A report as a pipeline's tool reads it. */
export async function reportText(report: Report, format: ReportFormat, world: World): Promise<string> {
  switch (format) {
    case 'sarif': {
      const { rules } = await import('./rules.js');
      const byCode = new Map(rules.map((rule) => [rule.code, rule]));
      return sarifText(fromRoot(report, world), { version: world.version(), ruleOf: (code) => byCode.get(code) });
    }
    case 'github':
      return githubText(fromRoot(report, world));
    case 'junit':
      return junitText(report);
    case 'markdown':
      return markdownText(report);
  }
}

/** Why there is no report, in the form that was asked for. */
export function failureText(failure: Failure, format: ReportFormat, world: World): string {
  switch (format) {
    case 'sarif':
      return sarifFailure(failure, { version: world.version() });
    case 'github':
      return githubFailure(failure);
    case 'junit':
      return junitFailure(failure);
    case 'markdown':
      return markdownFailure(failure);
  }
}

/**
 * The report with its files as GitHub looks for them: relative to the repository, not to the current folder, which a step may change
 * (`working-directory`). Elsewhere, and for what lies outside of the repository, they stay as they are.
 */
function fromRoot(report: Report, world: World): Report {
  const root = world.env['GITHUB_WORKSPACE']?.replaceAll('\\', '/');
  if (!root) return report;
  const move = (file: string) => {
    const path = relative(root, world.absolute(file));
    return path.startsWith('../') ? file : path;
  };
  const moved = <At extends Place>(place: At): At =>
    place.file === undefined ? place : { ...place, file: move(place.file) };
  const findings = report.findings.map(({ declared, ...found }) => ({
    ...moved(found),
    ...(declared && { declared: moved(declared) }),
  }));
  return { ...report, file: move(report.file), findings };
}
