import { finding, type Place } from '../core/finding.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import { asWritten } from '../openapi/as-written.js';
import type { Change } from './change.js';
import type { Comparison, Edit, FilePlace, OperationPair, Pair } from './comparison.js';
import { hitsOf, waysTo, type Way } from './hits.js';
import { impactOf } from './impact.js';
import { leadingToEdits, operationsReaching } from './reach.js';
import { sentence, subjectOf, subjectOfSteps } from './words.js';

/** What the files of a version are called. */
export interface FileNames {
  readonly definition: string;
  readonly properties: string;
}

/** What the files of both versions are called. */
export interface VersionFiles {
  readonly old: FileNames;
  readonly new: FileNames;
}

interface Found {
  readonly pair: Pair;
  readonly edit: Edit;
  operations: readonly OperationPair[];
}

/** The edits of all pairs as changes, those that are the same edit of several operations as one. In no order. */
export function changesOf(
  comparison: Comparison,
  { operations, files }: { readonly operations: readonly OperationPair[]; readonly files: VersionFiles },
): Change[] {
  const leading = leadingToEdits(comparison.all);
  const reaching = operationsReaching(leading, operations);
  const order = new Map(operations.map((operation, index) => [operation, index]));
  const folded = new Map<string, Found[]>();
  for (const pair of leading) {
    for (const edit of pair.edits) {
      const key = [edit.rule.code, edit.direction, placeKey(edit.was), placeKey(edit.is), edit.step?.name].join('\n');
      const found = { pair, edit, operations: reaching.get(pair) ?? [] };
      const known = folded.get(key);
      if (known) known.push(found);
      else folded.set(key, [found]);
    }
  }
  return [...folded.values()].flatMap((all) => {
    const names = new Set(all.flatMap((one) => one.operations));
    const sorted = [...names].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
    return changeOf(comparison, all, { operations: sorted, files });
  });
}

/** Pairs with the same edit whose ways are told apart: each has operations of its own, but in definitions that hold each other very many. */
const MOST_FOLLOWED = 64;

const placeKey = (place: FilePlace | undefined): string => (place ? `${place.file}#${place.pointer}` : '');

function changeOf(
  comparison: Comparison,
  all: readonly Found[],
  { operations, files }: { readonly operations: readonly OperationPair[]; readonly files: VersionFiles },
): Change[] {
  const [first] = all;
  if (!first) return [];
  const { edit } = first;
  const { severity, bump } = impactOf(edit.rule, edit.direction);
  const ways = all.slice(0, MOST_FOLLOWED).map((found) => waysTo(found.pair));
  const subject = edit.subject ?? subjectIn(ways[0] ?? [], first, operations[0]);
  const is = edit.is && placed(comparison.new, edit.is, files.new);
  const was = edit.was && placed(comparison.old, edit.was, files.old);
  const [operation] = operations;
  const change: Change = {
    ...finding(edit.rule, {
      ...(is ?? was ?? { pointer: '' }),
      message: `${sentence(subject)}${ofOperations(subject, operations)} ${edit.said}`,
      ...(is && was && { declared: was }),
      ...(operation && { operation: operation.name }),
      ...(operations.length > 1 && { count: operations.length }),
    }),
    severity,
    effect: edit.rule.effect,
    direction: edit.direction,
    breaking: bump === 'major',
    bump,
    subject,
    ...(operation && { operations: operations.map(({ name }) => name) }),
    hits: all.flatMap((one, index) =>
      hitsOf(one.pair, one.edit, { operations: one.operations, ways: ways[index] ?? [] }),
    ),
  };
  return [change];
}

/** The subject as the first of the operations has it, which the message names. */
function subjectIn(ways: readonly Way[], { pair, edit }: Found, operation: OperationPair | undefined): string {
  const way = ways.find((one) => one.operation === operation);
  if (!way) return subjectOf(pair, edit.step);
  const steps = way.steps.flatMap((step) => ('kind' in step ? [step] : []));
  return subjectOfSteps(edit.step ? [...steps, edit.step] : steps, pair.direction);
}

function ofOperations(subject: string, [first, ...others]: readonly OperationPair[]): string {
  if (!first) return '';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return subject === 'the operation' ? ` ${shorten(first.name)}${more}` : ` of ${shorten(first.name)}${more}`;
}

/** The place in the file as it is written; where reading has put something in, what is around it. */
function placed(connector: Connector, { file, pointer }: FilePlace, files: FileNames): Place {
  const root = file === 'definition' ? connector.definition : connector.properties;
  let at = pointer;
  let written = asWritten(root, at);
  while (written === undefined) {
    at = at.slice(0, at.lastIndexOf('/'));
    written = asWritten(root, at);
  }
  return { file: files[file], pointer: written };
}
