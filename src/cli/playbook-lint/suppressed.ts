import type { Finding } from '../../core/finding.js';
import type { SourceDocument } from '../../core/document.js';
import { suppressionsIn, type Suppression } from '../../lint/suppress-read.js';
import { unusedFindings, withoutSuppressed } from '../../lint/suppress.js';
import { playbookRules } from '../../lint/workflows/rules.js';
import { refusalRules } from '../../workflow/refused/rules.js';
import { workflowRules } from '../../workflow/rules.js';
import type { Config } from '../lint/config.js';

/** The findings of a file that no suppression is about, with what is wrong with the file's own suppressions. Those of the configuration that match are added to `used`. */
export async function suppressed(
  findings: readonly Finding[],
  { file, value }: Pick<SourceDocument, 'file' | 'value'>,
  { config, used }: { readonly config: Config; readonly used: Set<Suppression> },
): Promise<readonly Finding[]> {
  const written = suppressionsIn(value ?? null);
  const entries = written.entries.map(aboutItsHolder);
  const ofConfig = config.covering(file);
  const matched = new Set<Suppression>();
  const left = withoutSuppressed(findings, [...entries, ...ofConfig], { used: matched, isAbout: () => true });
  for (const one of matched) if (ofConfig.has(one)) used.add(one);
  const unused = await unusedIn(entries.filter((one) => !matched.has(one)));
  return [...left, ...[...written.findings, ...unused].map((one) => ({ ...one, file }))];
}

/** In a workflow suppressions stand in `metadata`, the only place for what the service does not know: they are about what that belongs to. */
function aboutItsHolder(one: Suppression): Suppression {
  return one.pointer.endsWith('/metadata') ? { ...one, pointer: one.pointer.slice(0, -'/metadata'.length) } : one;
}

/** What is said of suppressions that matched nothing. */
async function unusedIn(unused: readonly Suppression[]): Promise<readonly Finding[]> {
  if (unused.length === 0) return [];
  const { rules } = await import('../rules.js');
  return unusedFindings(unused, new Set(rules.map(({ code }) => code)));
}

const ours: ReadonlySet<string> = new Set(
  [...refusalRules, ...playbookRules, ...Object.values(workflowRules)].map(({ code }) => code),
);

/** What is said of the suppressions of the configuration that matched nothing: those that `lint` knows are its affair. */
export async function unusedInConfig(
  { source, suppressions, findings, isNear }: Config,
  { used, files }: { readonly used: ReadonlySet<Suppression>; readonly files: readonly string[] },
): Promise<readonly Finding[]> {
  if (!source) return [];
  const near = suppressions.filter((one) => ours.has(one.code) && files.some((file) => isNear(one, file)));
  const unused = await unusedIn(near.filter((one) => !used.has(one)));
  return [...findings, ...unused.map((one) => ({ ...one, file: source.file }))];
}
