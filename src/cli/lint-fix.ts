import { invariant } from '../core/fault.js';
import type { Place } from '../core/finding.js';
import { tokens } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { redactText } from '../http/redact.js';
import { fixJson, type Change } from '../lint/fix-json.js';
import type { LintFinding } from '../lint/lint.js';
import type { Fix } from '../lint/rule.js';
import { lintConnector, type LintContext, type Linted } from './lint-connector.js';
import type { Drafts } from './lint-drafts.js';
import type { LintTarget } from './lint-targets.js';

/** One change that was made for a finding: where the value stands now, and what it was. */
export interface FixedPlace extends Place {
  readonly code: string;
  readonly file: string;
  readonly message: string;
}

/** A file before and after its fixes. */
export interface Rewritten {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A file whose findings with a fix were left, because it is not one that can be changed. */
export interface Unfixed {
  readonly file: string;
  readonly findings: number;
}

/** A connector with its fixes applied, in the drafts only. */
export interface FixedConnector {
  readonly linted: Linted;
  readonly fixed: readonly FixedPlace[];
  readonly rewritten: readonly Rewritten[];
  readonly unfixed: readonly Unfixed[];
}

/** A fix can bring another one about; no rule's does so more than twice. */
const MOST_ROUNDS = 10;

/** Applies the fixes of a connector's findings, and of those that are left or new then, until none has one. */
export async function fixConnector(
  target: LintTarget,
  { drafts, context, first }: { readonly drafts: Drafts; readonly context: LintContext; readonly first: Linted },
): Promise<FixedConnector> {
  const before = new Map<string, string>();
  const fixed: FixedPlace[] = [];
  let linted = first;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const done = [...fixesByFile(linted)]
      .filter(([file]) => isFixable(linted, file))
      .flatMap(([file, findings]) => fixFile(file, findings, { drafts, before }));
    if (done.length === 0) break;
    fixed.push(...done);
    linted = await lintConnector(target, drafts, context);
    invariant(linted.loaded.connector, 'what was fixed can be read');
  }
  const documents = new Map(linted.loaded.documents.map((document) => [document.file, document]));
  return {
    linted,
    fixed: fixed.map((one) => ({ ...one, ...documents.get(one.file)?.locate(one.pointer) })),
    rewritten: [...before].map(([file, text]) => ({ file, before: text, after: drafts.textOf(file) ?? text })),
    unfixed: [...fixesByFile(linted)]
      .filter(([file]) => !isFixable(linted, file))
      .map(([file, findings]) => ({ file, findings: findings.length })),
  };
}

type Fixable = LintFinding & { readonly fix: Fix };

function fixesByFile({ findings }: Linted): ReadonlyMap<string, readonly Fixable[]> {
  const byFile = new Map<string, Fixable[]>();
  for (const found of findings) {
    const { fix, file } = found;
    if (!fix || file === undefined) continue;
    byFile.set(file, byFile.get(file) ?? []);
    byFile.get(file)?.push({ ...found, fix });
  }
  return byFile;
}

/** Findings of which reading leaves a part out of what is checked: later items of a list then stand elsewhere than their pointers say. */
const leavesOut: ReadonlySet<string> = new Set([
  'definition-not-swagger-2',
  'definition-shape',
  'definition-value',
  'properties-shape',
  'properties-value',
]);

/** Whether a file can be changed where its findings say: JSON, of which all was read. */
function isFixable({ findings }: Linted, file: string): boolean {
  return isJson(file) && !findings.some((found) => found.file === file && leavesOut.has(found.code));
}

const isJson = (file: string): boolean => /\.json$/i.test(file);

function fixFile(
  file: string,
  findings: readonly Fixable[],
  { drafts, before }: { readonly drafts: Drafts; readonly before: Map<string, string> },
): readonly FixedPlace[] {
  const text = isJson(file) ? drafts.textOf(file) : undefined;
  if (text === undefined) return [];
  const { text: after, changes } = fixJson(
    text,
    findings.map(({ fix, code }) => ({ ...fix, code })),
  );
  if (changes.length === 0) return [];
  if (!before.has(file)) before.set(file, text);
  drafts.put(file, after);
  return changes.map((change) => {
    const { code } = change.fix;
    return { code, file, pointer: redactText(change.pointer), message: redactText(messageOf(change)) };
  });
}

function messageOf({ fix, pointer, was }: Change): string {
  const last = (of: string) => shorten(tokens(of).at(-1) ?? '');
  if ('rename' in fix) return `Renamed ${last(fix.rename)} to ${last(pointer)}.`;
  if (was === undefined) return `Added ${last(pointer)}: ${shorten(fix.value)}.`;
  return `Changed ${shorten(was)} to ${shorten(fix.value)}.`;
}
