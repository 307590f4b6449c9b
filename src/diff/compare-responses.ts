import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { resolve, type Located } from '../openapi/refs.js';
import type { Document, Operation, Response } from '../openapi/types.js';
import { compareKeywords } from './compare-keywords.js';
import { compareItems, meetSchemas } from './compare-schema.js';
import { meet, type Both, type Comparison, type OperationPair, type Pair, type Step } from './comparison.js';
import { matchNames, signature } from './match-names.js';
import { responseRules } from './response-rules.js';
import { report } from './report.js';
import { bodyRules } from './body-rules.js';
import { wordingRules } from './wording-rules.js';
import { plainView } from './view.js';

interface At extends Located<Response> {
  readonly status: string;
}

/** Compares what an operation answers with. */
export function compareResponses(
  comparison: Comparison,
  pair: Pair,
  { operation, was, is }: Both<Operation> & { readonly operation: OperationPair },
): void {
  const olds = responsesOf(comparison.old.definition, was);
  const news = responsesOf(comparison.new.definition, is);
  const same = [...olds].flatMap(([status, before]) => {
    const after = news.get(status);
    return after ? [[before, after] as const] : [];
  });
  const gone = [...olds.values()].filter(({ status }) => !news.has(status));
  const fresh = [...news.values()].filter(({ status }) => !olds.has(status));
  const moved = movedOf(gone, fresh);
  for (const [before, after] of [...same, ...moved]) {
    const use = { from: operation, step: stepTo(before) };
    const both = { was: before, is: after };
    meet(comparison, both, { use, direction: 'receives', compare: (met) => compareResponse(comparison, met, both) });
  }
  for (const [before, after] of moved) {
    const said = `comes with the status ${after.status} now.`;
    report(pair, responseRules.statusMoved, {
      was: before.pointer,
      is: after.pointer,
      said,
      step: stepTo(before),
      direction: 'receives',
    });
  }
  const taken = new Set<At>(moved.flat());
  for (const one of gone)
    if (!taken.has(one)) reportOne(pair, one, { was: one.pointer, said: 'is not listed any more.' });
  for (const one of fresh) if (!taken.has(one)) reportOne(pair, one, { is: one.pointer, said: 'is listed newly.' });
}

const stepTo = ({ status }: At): Step => ({ kind: 'response', name: status });

function responsesOf(document: Document, { node, pointer }: Located<Operation>): ReadonlyMap<string, At> {
  const found = new Map<string, At>();
  for (const [status, response] of Object.entries(node.responses)) {
    if (status.startsWith('x-')) continue;
    const at = resolve<Response>(document, response, child(child(pointer, 'responses'), status));
    if (at) found.set(status, { status, ...at });
  }
  return found;
}

const isSuccess = ({ status }: At): boolean => /^2|^default$/.test(status);

/** A success that is the only one gone and the only one that is new; else an answer with a schema that is under another status. */
function movedOf(gone: readonly At[], fresh: readonly At[]): (readonly [At, At])[] {
  const [success, second] = gone.filter(isSuccess);
  const [other, another] = fresh.filter(isSuccess);
  const isCertain = success && other && !second && !another;
  const first: (readonly [At, At])[] = isCertain ? [[success, other]] : [];
  const failures = (items: readonly At[]) =>
    items
      .filter((one) => !isSuccess(one) && one.node.schema)
      .map((one) => ({ name: signature(one.node), node: one.node, at: one }));
  const { same } = matchNames(failures(gone), failures(fresh));
  return [...first, ...same.map(([before, after]) => [before.at, after.at] as const)];
}

function reportOne(
  pair: Pair,
  one: At,
  at: { readonly was?: string; readonly is?: string; readonly said: string },
): void {
  const { responseRemoved, responseAdded } = responseRules;
  const withSchema = at.was === undefined ? responseAdded : responseRemoved;
  const rule = one.node.schema ? withSchema : wordingRules.wordingChanged;
  report(pair, rule, { ...at, step: stepTo(one), direction: 'receives' });
}

const apart: ReadonlySet<string> = new Set(['schema', 'headers']);

/** Compares two answers. */
export function compareResponse(comparison: Comparison, pair: Pair, { was, is }: Both<Response>): void {
  comparison.seen.add(was.node).add(is.node);
  const views = { was: plainView(was.node, was.pointer), is: plainView(is.node, is.pointer) };
  compareKeywords(comparison, pair, { ...views, ignored: apart });
  compareAnswerSchemas(comparison, pair, {
    was: was.node.schema && { node: was.node.schema, pointer: `${was.pointer}/schema` },
    is: is.node.schema && { node: is.node.schema, pointer: `${is.pointer}/schema` },
    step: { kind: 'response', name: pair.uses[0]?.step.name ?? '' },
  });
  compareHeaders(comparison, pair, { was, is });
}

/** Compares the schemas of what is received; either may be missing. */
export function compareAnswerSchemas(
  comparison: Comparison,
  pair: Pair,
  {
    was,
    is,
    step,
  }: { readonly [Side in 'was' | 'is']: Both<NonNullable<Response['schema']>>[Side] | undefined } & {
    readonly step: Step;
  },
): void {
  if (was && is) meetSchemas(comparison, pair, { was, is, use: { from: pair, step } });
  else if (was) report(pair, bodyRules.outputRemoved, { was: was.pointer, said: 'has no schema any more.' });
  else if (is) report(pair, bodyRules.outputAdded, { is: is.pointer, said: 'has a schema, which it had not.' });
}

function compareHeaders(comparison: Comparison, pair: Pair, { was, is }: Both<Response>): void {
  const { same, renamed, gone, fresh } = matchNames(headersOf(was), headersOf(is), ({ name }) => name.toLowerCase());
  const { outputRemoved, outputAdded, propertyRenamed } = bodyRules;
  for (const [before, after] of [...same, ...renamed]) {
    const both = { was: before, is: after };
    const step = { kind: 'header', name: before.name } as const;
    const compare = (met: Pair) => {
      const views = { was: plainView(before.node, before.pointer), is: plainView(after.node, after.pointer) };
      if (compareKeywords(comparison, met, views)) compareItems(comparison, met, views);
    };
    meet(comparison, both, { use: { from: pair, step }, direction: pair.direction, compare });
  }
  for (const [before, after] of renamed) {
    const step = { kind: 'header', name: before.name } as const;
    report(pair, propertyRenamed, {
      was: before.pointer,
      is: after.pointer,
      said: `is ${shorten(after.name)} now.`,
      step,
    });
  }
  for (const one of gone)
    report(pair, outputRemoved, { was: one.pointer, said: 'is gone.', step: { kind: 'header', name: one.name } });
  for (const one of fresh)
    report(pair, outputAdded, { is: one.pointer, said: 'is new.', step: { kind: 'header', name: one.name } });
}

function headersOf({ node, pointer }: Located<Response>) {
  return Object.entries(node.headers ?? {}).map(([name, header]) => ({
    name,
    node: header,
    pointer: child(`${pointer}/headers`, name),
  }));
}
