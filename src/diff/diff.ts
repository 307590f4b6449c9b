import type { Connector } from '../definition/connector.js';
import { inDocumentOrder } from '../definition/read-order.js';
import type { Json } from '../core/json.js';
import { operations, type OperationAt } from '../openapi/walk.js';
import type { Change, Difference } from './change.js';
import { changesOf, type FileNames, type VersionFiles } from './changes.js';
import { compareConnections } from './compare-connection.js';
import { compareDocuments, partPair } from './compare-document.js';
import { compareOperation, operationPair } from './compare-operation.js';
import { compareRequirements, compareSchemeDefinitions } from './compare-security.js';
import { compareUnused } from './compare-unused.js';
import { MAX_PAIRS, newComparison, workOff, type Comparison, type OperationPair } from './comparison.js';
import { greatest } from './impact.js';
import { matchOperations } from './match-operations.js';
import { operationRules } from './operation-rules.js';
import { withRemedies } from './remedy.js';
import { report } from './report.js';
import { unchanged } from './unchanged.js';
import { wordingRules } from './wording-rules.js';

const namesIn = (folder: string): FileNames => ({
  definition: `${folder}/apiDefinition.swagger.json`,
  properties: `${folder}/apiProperties.json`,
});

/** What the files are called where nobody says otherwise. */
const standard: VersionFiles = { old: namesIn('old'), new: namesIn('new') };

/**
 * What differs between two versions of a connector, for the playbooks that use the old one. The order of keys, parameters and values does not
 * count, nor whether something is written out, referred to, or said once for all operations.
 * Looks at the definition and at `apiProperties.json`; `contract.json`, which nothing but our contract test reads, is not compared.
 */
export function diff(old: Connector, other: Connector, files: VersionFiles = standard): Difference {
  const comparison = newComparison(old, other);
  const [was, is] = [operations(old.definition), operations(other.definition)];
  const { both, gone, fresh } = matchOperations(was, is);
  compareDocuments(comparison);
  const names = compareSchemeDefinitions(comparison, partPair(comparison, 'the security', 'connects'));
  compareConnections(comparison);
  const isUnchanged = unchanged(old, other);
  const pairs: OperationPair[] = [];
  for (const [before, after] of both) {
    const operation = pairOf(before);
    pairs.push(operation);
    if (isUnchanged(before, after)) continue;
    compareOperation(comparison, operation, { was: before, is: after });
    const sides = { was: nodeOf(before), is: nodeOf(after) };
    compareRequirements(comparison, operationPair(comparison, operation), { ...sides, names });
  }
  for (const [list, rule, side, said] of [
    [gone, operationRules.operationRemoved, 'was', 'is gone.'],
    [fresh, operationRules.operationAdded, 'is', 'is new.'],
  ] as const) {
    for (const at of list) {
      const operation = pairOf(at);
      pairs.push(operation);
      report(operationPair(comparison, operation), rule, { [side]: at.pointer, said });
    }
  }
  workOff(comparison);
  reportBeyond(comparison);
  compareUnused(comparison);
  const changes = withRemedies(inOrder(changesOf(comparison, { operations: pairs, files }), { old, other, files }));
  const bump = greatest(changes.map((change) => change.bump));
  return {
    changes,
    breaking: bump === 'major',
    bump,
    operations: { old: was.length, new: is.length, common: both.length },
  };
}

/** Says that not all was compared. */
function reportBeyond(comparison: Comparison): void {
  const pair = partPair(comparison, 'the comparison', 'shows');
  for (const { was, is } of comparison.beyond) {
    const said = `ended after ${MAX_PAIRS} pairs of parts: what begins here was not compared, and more may not have been.`;
    report(pair, wordingRules.editUnknown, { was: was.pointer, is: is.pointer, said });
  }
}

function pairOf({ method, path, operation: { operationId } }: OperationAt): OperationPair {
  return { method, path, operationId, name: operationId ?? `${method} ${path}` };
}

const nodeOf = ({ operation, pointer }: OperationAt) => ({ node: operation, pointer });

/** The old version's files first; the changes of a file in the order of its places. */
function inOrder(
  changes: readonly Change[],
  { old, other, files }: { readonly old: Connector; readonly other: Connector; readonly files: VersionFiles },
): Change[] {
  const documents = [
    [files.old.definition, old.definition],
    [files.old.properties, old.properties],
    [files.new.definition, other.definition],
    [files.new.properties, other.properties],
  ] as const;
  const done = new Set<string>();
  return documents.flatMap(([file, document]) => {
    if (done.has(file)) return [];
    done.add(file);
    const its = changes.filter((change) => change.file === file);
    return inDocumentOrder(its, document as unknown as Json) as Change[]; // a document is JSON, and what is ordered stays what it is
  });
}
