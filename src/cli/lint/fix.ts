import { invariant } from '../../core/fault.js';
import type { Place } from '../../core/finding.js';
import { tokens } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { redactText } from '../../http/redact.js';
import { fixJson, type Change, type Fixed } from '../../lint/fix-json.js';
import type { LintFinding } from '../../lint/lint.js';
import type { Fix } from '../../lint/rule.js';
import { lintConnector, type LintContext, type Linted } from './connector.js';
import type { Drafts } from './drafts.js';
import type { LintTarget } from './targets.js';

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

/** A file in which findings with a fix were left: a module, or YAML in which aliases share what is to be changed. */
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
    let changes = 0;
    for (const [file, findings] of fixesByFile(linted)) {
      const done = await fixFile(file, findings, { drafts, before });
      changes += done.length;
      for (const one of done) fixed.push(one);
    }
    if (changes === 0) break;
    linted = await lintConnector(target, drafts, context);
    invariant(linted.loaded.connector, 'what was fixed can be read');
  }
  const documents = new Map(linted.loaded.documents.map((document) => [document.file, document]));
  return {
    linted,
    fixed: fixed.map((one) => ({ ...one, ...documents.get(one.file)?.locate(one.pointer) })),
    rewritten: [...before].map(([file, text]) => ({ file, before: text, after: drafts.textOf(file) ?? text })),
    unfixed: [...fixesByFile(linted)].map(([file, findings]) => ({ file, findings: findings.length })),
  };
}

type Fixable = LintFinding & { readonly fix: Fix };

function fixesByFile({ findings, ordered }: Linted): ReadonlyMap<string, readonly Fixable[]> {
  const byFile = new Map<string, Fixable[]>();
  for (const found of ordered(findings.filter(({ fix }) => fix !== undefined))) {
    const { fix, file } = found;
    if (!fix || file === undefined) continue;
    byFile.set(file, byFile.get(file) ?? []);
    byFile.get(file)?.push({ ...found, fix });
  }
  return byFile;
}

async function fixFile(
  file: string,
  findings: readonly Fixable[],
  { drafts, before }: { readonly drafts: Drafts; readonly before: Map<string, string> },
): Promise<readonly FixedPlace[]> {
  const text = drafts.textOf(file);
  if (text === undefined) return []; // a module: what it exports is not in its text
  const fixes = findings.map(({ fix, code }) => ({ ...fix, code }));
  const { text: after, changes } = await fixText(file, text, fixes);
  if (changes.length === 0) return [];
  if (!before.has(file)) before.set(file, text);
  drafts.put(file, after);
  return changes.map((change) => {
    const { code } = change.fix;
    return { code, file, pointer: redactText(change.pointer), message: redactText(messageOf(change)) };
  });
}

/** By the language in which the file was read. */
async function fixText<Of extends Fix>(file: string, text: string, fixes: readonly Of[]): Promise<Fixed<Of>> {
  const json = fixJson(text, fixes);
  if (json.changes.length > 0 || /\.json$/i.test(file) || /^\uFEFF?\s*$/.test(text)) return json;
  const { fixYaml } = await import('../../lint/fix-yaml.js');
  return fixYaml(text, fixes);
}

function messageOf({ fix, pointer, was }: Change): string {
  const last = (of: string) => shorten(tokens(of).at(-1) ?? '');
  if ('rename' in fix) return `Renamed ${last(fix.rename)} to ${last(pointer)}.`;
  if ('remove' in fix) return `Removed ${fix.remove.map((key) => shorten(key)).join(', ')}.`;
  if (was === undefined) return `Added ${last(pointer)}: ${shorten(fix.value)}.`;
  return `Changed ${shorten(was)} to ${shorten(fix.value)}.`;
}
