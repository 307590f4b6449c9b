import { shorten } from '../core/shorten.js';
import type { ParameterAt } from '../openapi/walk.js';
import type { BodyParameter, Parameter } from '../openapi/types.js';
import { compareKeywords } from './compare-keywords.js';
import { compareItems, meetSchemas } from './compare-schema.js';
import { meet, type Both, type Comparison, type OperationPair, type Pair, type Step } from './comparison.js';
import { matchNames, type Named } from './match-names.js';
import { parameterRules } from './parameter-rules.js';
import { report } from './report.js';
import { shapeRules } from './shape-rules.js';
import { wordingRules } from './wording-rules.js';
import { keywordPointer, plainView } from './view.js';

interface At extends Named {
  readonly node: Parameter;
  readonly pointer: string;
}

/** Compares what an operation takes. `names` are the path parameters that stand at the same place of the two path templates. */
export function compareParameters(
  comparison: Comparison,
  pair: Pair,
  {
    operation,
    was,
    is,
    names,
  }: {
    readonly operation: OperationPair;
    readonly was: readonly ParameterAt[];
    readonly is: readonly ParameterAt[];
    readonly names: ReadonlyMap<string, string>;
  },
): void {
  const [olds, news] = [was.map(named), is.map(named)];
  const key = (one: At) => keyOf(one.node, one.node.name);
  const renamedInPath = (one: At) =>
    one.node.in === 'path' ? keyOf(one.node, names.get(one.name) ?? one.name) : key(one);
  const isOld = new Set(olds);
  const { same, renamed, gone, fresh } = matchNames(olds, news, (one) =>
    isOld.has(one) ? renamedInPath(one) : key(one),
  );
  const { moved, left } = movedOf(gone, fresh);
  for (const [before, after] of [...same, ...renamed, ...moved]) {
    const use = { from: operation, step: stepTo(before.node) };
    const both: Both<Parameter> = { was: before, is: after };
    const compare = (met: Pair) => compareParameter(comparison, met, both);
    const required = after.node.required ?? false;
    meet(comparison, both, { use, direction: 'sends', required, compare });
  }
  for (const [before, after] of renamed) {
    const at = { was: `${before.pointer}/name`, is: `${after.pointer}/name`, step: stepTo(before.node) };
    report(pair, parameterRules.parameterRenamed, { ...at, said: `is ${shorten(after.name)} now.` });
  }
  for (const [before, after] of moved) {
    const at = { was: `${before.pointer}/in`, is: `${after.pointer}/in`, step: stepTo(before.node) };
    report(pair, parameterRules.parameterMoved, { ...at, said: `is a ${after.node.in} parameter now.` });
  }
  for (const one of left.gone) {
    report(pair, parameterRules.parameterRemoved, { was: one.pointer, said: 'is gone.', step: stepTo(one.node) });
  }
  for (const one of left.fresh) reportFresh(pair, one);
}

const named = ({ parameter, pointer }: ParameterAt): At => ({ name: parameter.name, node: parameter, pointer });

/** A body is the body whatever its name; the names of headers have no case. */
function keyOf({ in: place }: Parameter, name: string): string {
  if (place === 'body') return 'body';
  return `${place} ${place === 'header' ? name.toLowerCase() : name}`;
}

function stepTo({ in: place, name }: Parameter): Step {
  return place === 'body' ? { kind: 'body', name: '' } : { kind: 'parameter', name, in: place };
}

/** Those that stand elsewhere, under the same name. */
function movedOf(gone: readonly At[], fresh: readonly At[]) {
  const byName = new Map(fresh.filter(({ node }) => node.in !== 'body').map((one) => [one.name, one]));
  const moved: [At, At][] = [];
  for (const one of gone) {
    const other = one.node.in === 'body' ? undefined : byName.get(one.name);
    if (!other) continue;
    byName.delete(one.name);
    moved.push([one, other]);
  }
  const taken = new Set(moved.flat());
  const rest = (items: readonly At[]) => items.filter((one) => !taken.has(one));
  return { moved, left: { gone: rest(gone), fresh: rest(fresh) } };
}

function reportFresh(pair: Pair, { node, pointer }: At): void {
  const at = { is: pointer, step: stepTo(node) };
  if (node.required === true)
    report(pair, parameterRules.requiredParameterAdded, { ...at, said: 'is new and required.' });
  else report(pair, parameterRules.optionalParameterAdded, { ...at, said: 'is new and may be left out.' });
}

/** What is compared apart from the keywords. */
const apart: ReadonlySet<string> = new Set(['name', 'in', 'required', 'schema']);

/** Compares two parameters whose names and places were compared. */
export function compareParameter(comparison: Comparison, pair: Pair, { was, is }: Both<Parameter>): void {
  comparison.seen.add(was.node).add(is.node);
  const views = { was: plainView(was.node, was.pointer), is: plainView(is.node, is.pointer) };
  const comparable = compareKeywords(comparison, pair, { ...views, ignored: apart });
  compareRequired(pair, views, { was, is });
  if (was.node.in === 'body' && is.node.in === 'body')
    compareBody(comparison, pair, { was, is } as Both<BodyParameter>); // just asked
  else if (comparable) compareItems(comparison, pair, views);
}

function compareRequired(pair: Pair, views: Parameters<typeof compareItems>[2], { was, is }: Both<Parameter>): void {
  const now = is.node.required === true;
  if ((was.node.required === true) === now) return;
  const at = { was: keywordPointer(views.was, 'required'), is: keywordPointer(views.is, 'required') };
  if (now) report(pair, shapeRules.madeRequired, { ...at, said: 'is required, which it was not.' });
  else report(pair, shapeRules.madeOptional, { ...at, said: 'is not required any more.' });
}

function compareBody(comparison: Comparison, pair: Pair, { was, is }: Both<BodyParameter>): void {
  if (was.node.name !== is.node.name) {
    const said = `was called ${shorten(was.node.name)} and is called ${shorten(is.node.name)}.`;
    report(pair, wordingRules.wordingChanged, { was: `${was.pointer}/name`, is: `${is.pointer}/name`, said });
  }
  const schemas = {
    was: { node: was.node.schema, pointer: `${was.pointer}/schema` },
    is: { node: is.node.schema, pointer: `${is.pointer}/schema` },
  };
  const use = { from: pair, step: { kind: 'body', name: '' } } as const;
  meetSchemas(comparison, pair, { ...schemas, use, required: is.node.required ?? false });
}
