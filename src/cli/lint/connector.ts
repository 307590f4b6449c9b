import { basename } from 'node:path/posix';
import type { Finding } from '../../core/finding.js';
import type { Json } from '../../core/json.js';
import { forgotten } from '../../core/remembered.js';
import { propertiesFile } from '../../definition/folder.js';
import { lint, type LintFinding, type Profile } from '../../lint/lint.js';
import { lintRules } from '../../lint/rules.js';
import { suppressionsIn, type Suppression } from '../../lint/suppress-read.js';
import { unusedFindings, withoutSuppressed } from '../../lint/suppress.js';
import type { Config } from './config.js';
import type { Drafts } from './drafts.js';
import { orderOf, type Order } from './order.js';
import { placing } from './places.js';
import type { LintTarget } from './targets.js';
import type { Loaded } from '../loaded.js';

/** What all connectors of a run are checked with. */
export interface LintContext {
  readonly profile: Profile;
  readonly config: Config;
  /** The suppressions of the configuration that have matched so far. */
  readonly used: Set<Suppression>;
}

/** A connector, and all that is to be said of its documents, without line and column. */
export interface Linted {
  readonly loaded: Loaded;
  /** In no order, and those about the definition without their file: most are only counted. */
  readonly findings: readonly LintFinding[];
  /** Puts some of the findings in order. */
  readonly ordered: Order;
}

/** Reads a connector and checks it. */
export async function lintConnector(target: LintTarget, drafts: Drafts, context: LintContext): Promise<Linted> {
  const loaded = await target.load(drafts.world);
  const found = loaded.findings.concat(ruleFindings(loaded, drafts, context));
  const [source] = loaded.documents;
  // it was read from JSON; only the interface lacks an index signature
  const definition = source ? source.value : (loaded.connector?.definition as Json | undefined);
  const own = suppressionsIn(definition ?? null, source?.text);
  const files = [loaded.file, ...loaded.documents.map(({ file }) => file)];
  const covering = new Map(files.map((file) => [file, context.config.covering(file)]));
  const ofConfig = new Set([...covering.values()].flatMap((each) => [...each]));
  const used = new Set<Suppression>();
  const left = withoutSuppressed(found, [...own.entries, ...ofConfig], {
    used,
    isAbout: (suppression, { file = loaded.file }) =>
      ofConfig.has(suppression)
        ? (covering.get(file)?.has(suppression) ?? false)
        : file === loaded.file || suppression.pointer === '',
  });
  for (const one of used) if (ofConfig.has(one)) context.used.add(one);
  const unused = await unusedIn(own.entries, { used, profile: context.profile });
  const ofSuppressions = [...own.findings, ...unused].map((one) => ({ ...one, file: loaded.file }));
  forgotten();
  return {
    loaded,
    findings: ofSuppressions.length === 0 ? left : [...left, ...ofSuppressions],
    ordered: orderOf(loaded, definition),
  };
}

function ruleFindings(loaded: Loaded, drafts: Drafts, { profile }: LintContext): readonly LintFinding[] {
  const { connector } = loaded;
  if (!connector) return [];
  const [definition, ...others] = loaded.documents;
  const properties = others.find(({ file }) => basename(file) === propertiesFile);
  const found = lint(connector, {
    profile,
    hasProperties: definition === undefined || properties?.value !== undefined,
    definitionBytes: drafts.bytesOf(loaded.file),
  });
  const inDefinition = { read: connector.definition, source: definition };
  const placedInDefinition = placing(inDefinition, inDefinition);
  const placedInProperties = placing({ read: connector.properties, source: properties }, inDefinition);
  const ofConnector: LintFinding[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const one = found[index] as LintFinding; // it is one of them
    const isAboutProperties = one.file !== undefined;
    const at = isAboutProperties ? placedInProperties(one) : placedInDefinition(one);
    if (at === undefined) continue;
    ofConnector.push(isAboutProperties ? { ...at, file: properties?.file ?? loaded.file } : at);
  }
  return ofConnector;
}

/** What is said of suppressions that matched nothing; of a rule that holds only under the other profile, nothing can be said. */
export async function unusedIn(
  entries: readonly Suppression[],
  { used, profile }: Pick<LintContext, 'used' | 'profile'>,
): Promise<readonly Finding[]> {
  const silent = new Set(
    lintRules.filter(({ onlyIn }) => onlyIn !== undefined && onlyIn !== profile).map(({ code }) => code),
  );
  const unused = entries.filter((one) => !used.has(one) && !silent.has(one.code));
  if (unused.length === 0) return [];
  const { rules, playbookCodes } = await import('../rules.js');
  const own = unused.filter(({ code }) => !playbookCodes.has(code));
  return unusedFindings(own, new Set(rules.map(({ code }) => code)));
}
