import type { Json } from '../../core/json.js';
import type { Severity } from '../../core/severity.js';
import { firstInDocumentOrder } from '../../definition/read-order.js';
import type { LintFinding } from '../../lint/lint.js';
import type { Counts } from '../../report/counts.js';
import type { Loaded } from '../loaded.js';

/** Puts findings in order and names their files: all, or the first so many of each severity, without putting the others in order. */
export type Order = (findings: readonly LintFinding[], room?: Counts) => readonly LintFinding[];

type First = (findings: readonly LintFinding[], most: number) => readonly LintFinding[];

/** The order of findings about a connector: document by document, each in its own. Those without a file are about the definition. */
export function orderOf({ documents, file }: Loaded, definition: Json | undefined): Order {
  const files = new Set([file, ...documents.map((one) => one.file)]);
  const values = new Map(documents.map((one) => [one.file, one.value]));
  const first: First = (findings, most) => {
    const byFile = new Map<string, LintFinding[]>([...files].map((name) => [name, []]));
    for (const found of findings) byFile.get(found.file ?? file)?.push(found);
    const ordered: LintFinding[] = [];
    for (const [name, its] of byFile) {
      const left = most - ordered.length;
      for (const found of firstInDocumentOrder(its, values.get(name) ?? definition ?? null, left)) ordered.push(found);
    }
    return ordered;
  };
  return (findings, room) => {
    const chosen = room === undefined ? findings : chosenOf(findings, { room, first });
    return first(chosen, chosen.length).map((found) => withFile(found, file));
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The first so many of each severity, as they came. */
function chosenOf(
  findings: readonly LintFinding[],
  { room, first }: { readonly room: Counts; readonly first: First },
): readonly LintFinding[] {
  const chosen = new Set<LintFinding>();
  for (const severity of severities) {
    const its = room[severity] > 0 ? findings.filter((one) => one.severity === severity) : [];
    for (const one of its.length > room[severity] ? first(its, room[severity]) : its) chosen.add(one);
  }
  return chosen.size === findings.length ? findings : findings.filter((one) => chosen.has(one));
}

function withFile(found: LintFinding, file: string): LintFinding {
  const { declared } = found;
  return { file, ...found, ...(declared && { declared: { file, ...declared } }) };
}
