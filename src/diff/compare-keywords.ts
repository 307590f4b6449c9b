import type { Json } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import { extensions } from '../definition/extensions.js';
import type { Comparison, Pair } from './comparison.js';
import { report, reportKeyword } from './report.js';
import type { DiffRule } from './rule.js';
import { sameWritten } from './same-written.js';
import { shapeRules } from './shape-rules.js';
import { wordingRules } from './wording-rules.js';
import { shownRules } from './shown-rules.js';
import { typeEdit } from './types.js';
import { ofType, valueRows, type Row } from './value-rows.js';
import { valueRules } from './value-rules.js';
import { contradictions, keyword, keywordPointer, keywordsOf, type View } from './view.js';

/** The views of a value in both versions. */
export interface Views {
  readonly was: View;
  readonly is: View;
}

/** Compares what is said of a value itself. Gives whether its type is as it was: of another one, or of one that only one version has, what is inside is said with it. */
export function compareKeywords(
  comparison: Comparison,
  pair: Pair,
  { was, is, ignored = new Set() }: Views & { readonly ignored?: ReadonlySet<string> },
): boolean {
  const retyped = typeEdit(was, is);
  if (retyped && !ignored.has('type')) say(pair, retyped, { was, is, key: 'type' });
  const others = retyped === valueRules.typeChanged;
  for (const key of keywordsOf(was, is)) {
    if (key === 'type' || ignored.has(key) || (others && ofType.has(key)) || (retyped && key === 'format')) continue;
    if (sameJson(keyword(was, key), keyword(is, key))) continue;
    if (key === 'x-ms-visibility') comparison.last.push(() => compareVisibility(pair, { was, is }));
    else compareByRow(comparison, pair, { was, is, rows: valueRows, key });
  }
  const [before, after] = [contradictions(was), contradictions(is)];
  if (!sameJson(before, after)) {
    const said = `says ${before.length} things twice or more and otherwise, and now ${after.length} others.`;
    report(pair, shapeRules.compositionChanged, { was: was.parts[0]?.pointer, is: is.parts[0]?.pointer, said });
  }
  return retyped === undefined;
}

/** The kind of edit of a key that has no row of its own. What it holds may be written with references. */
function unknownKey(comparison: Comparison, key: string, { was, is }: Views): DiffRule | undefined {
  if (sameWritten(comparison, keyword(was, key), keyword(is, key))) return undefined;
  return Object.hasOwn(extensions, key) ? wordingRules.extensionChanged : wordingRules.editUnknown;
}

/** Compares the keys of an object that is no value by rows. */
export function compareByRows(
  comparison: Comparison,
  pair: Pair,
  {
    was,
    is,
    rows,
    ignored,
  }: Views & { readonly rows: ReadonlyMap<string, Row>; readonly ignored: ReadonlySet<string> },
): void {
  for (const key of keywordsOf(was, is)) {
    if (ignored.has(key) || sameJson(keyword(was, key), keyword(is, key))) continue;
    compareByRow(comparison, pair, { was, is, rows, key });
  }
}

function compareByRow(
  comparison: Comparison,
  pair: Pair,
  { was, is, rows, key }: Views & { readonly rows: ReadonlyMap<string, Row>; readonly key: string },
): void {
  const row = rows.get(key);
  const rule = row ? row({ was, is, direction: pair.direction }) : unknownKey(comparison, key, { was, is });
  if (rule) say(pair, rule, { was, is, key });
}

/** What the designer shows of a value, whether it is sent or received. */
const forDesigner: ReadonlySet<string> = new Set([
  'title',
  'description',
  'x-ms-summary',
  'x-ms-enum-values',
  'x-ms-editor',
  'x-ms-editor-options',
]);

/** Notes that a keyword differs. */
export function say(
  pair: Pair,
  rule: DiffRule,
  { was, is, key, subject }: Views & { readonly key: string; readonly subject?: string },
): void {
  const isShown = rule === wordingRules.wordingChanged && pair.direction !== 'connects' && forDesigner.has(key);
  reportKeyword(pair, rule, {
    was: keywordPointer(was, key),
    is: keywordPointer(is, key),
    noun: key,
    from: keyword(was, key),
    to: keyword(is, key),
    ...(isShown && { direction: 'shows' }),
    ...(subject !== undefined && { subject }),
  });
}

/** What hides a value, and what an operation or a value that is not hidden can have. An empty one is none. */
const visibilityOf = (view: View): Json | undefined => keyword(view, 'x-ms-visibility') || undefined;

/** What a change of `x-ms-visibility` means, by what is hidden or shown. */
export function visibilityEdit(
  { was, is }: Views,
  rules: { readonly hidden: DiffRule; readonly shown: DiffRule },
): DiffRule | undefined {
  const [from, to] = [visibilityOf(was), visibilityOf(is)];
  if (from === to) return undefined;
  if (to === 'internal') return rules.hidden;
  return from === 'internal' ? rules.shown : shownRules.visibilityChanged;
}

/** Last of all: only then it is known whether some use of the pair is required. */
function compareVisibility(pair: Pair, views: Views): void {
  const missed = pair.direction === 'sends' && pair.required;
  const { requiredInputHidden, valueHidden, valueShown } = shownRules;
  const rule = visibilityEdit(views, { hidden: missed ? requiredInputHidden : valueHidden, shown: valueShown });
  if (rule) say(pair, rule, { ...views, key: 'x-ms-visibility' });
}
