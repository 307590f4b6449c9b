import type { Json } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import type { Located } from '../openapi/refs.js';
import type { Schema } from '../openapi/types.js';
import { compareKeywords, type Views } from './compare-keywords.js';
import { compareProperties } from './compare-properties.js';
import { meet, type Both, type Comparison, type Pair, type Use } from './comparison.js';
import { report } from './report.js';
import { bodyRules } from './body-rules.js';
import { shapeRules } from './shape-rules.js';
import { wordingRules } from './wording-rules.js';
import { inner, keywordPointer, schemaAt, schemaView } from './view.js';

/** Holds two schemas against each other, references followed: now, or never again where that was done. `pair` is what they belong to. */
export function meetSchemas(
  comparison: Comparison,
  pair: Pair,
  { was, is, use, required }: Both<Schema> & { readonly use: Use; readonly required?: boolean },
): void {
  if (isLeaf(was.node) && isLeaf(is.node) && sameJson(was.node as Json, is.node as Json)) return; // schemas are JSON
  const before = schemaAt(comparison.old.definition, was.node, was.pointer);
  const after = schemaAt(comparison.new.definition, is.node, is.pointer);
  if (before && after) {
    const both = { was: before, is: after };
    const compare = (met: Pair) => compareSchemas(comparison, met, both);
    meet(comparison, both, { use, direction: pair.direction, compare, ...(required !== undefined && { required }) });
  } else if (before || after || was.node.$ref !== is.node.$ref) {
    const said = 'refers to something that is not there.';
    report(pair, wordingRules.editUnknown, {
      was: was.pointer,
      is: is.pointer,
      said,
      direction: 'shows',
      step: use.step,
    });
  }
}

/** Whether nothing of a schema stands elsewhere or hangs on it. Most schemas of a definition are such, and most of them have not changed. */
function isLeaf(schema: Schema): boolean {
  const { $ref, properties, items, additionalProperties, allOf } = schema;
  return (
    $ref === undefined &&
    properties === undefined &&
    items === undefined &&
    additionalProperties === undefined &&
    allOf === undefined
  );
}

function compareSchemas(comparison: Comparison, pair: Pair, both: Both<Schema>): void {
  const was = schemaView(comparison.old.definition, both.was);
  const is = schemaView(comparison.new.definition, both.is);
  for (const { node } of [...was.parts, ...is.parts]) comparison.seen.add(node);
  const views = { was, is };
  if (!compareKeywords(comparison, pair, views)) return;
  compareProperties(pair, views, ({ step, ...property }) => {
    meetSchemas(comparison, pair, { ...property, use: { from: pair, step } });
  });
  compareItems(comparison, pair, views);
  compareRest(comparison, pair, views);
}

/** A schema that says nothing is as none. */
function saying(schema: Located<Schema> | boolean | undefined): Located<Schema> | undefined {
  return typeof schema === 'object' && Object.keys(schema.node).length > 0 ? schema : undefined;
}

/** Compares what is said of the items of an array. */
export function compareItems(comparison: Comparison, pair: Pair, views: Views): void {
  const [before, after] = [inner(views.was, 'items'), inner(views.is, 'items')];
  const step = { kind: 'item', name: '' } as const;
  if (typeof before === 'object' && typeof after === 'object') {
    meetSchemas(comparison, pair, { was: before, is: after, use: { from: pair, step } });
    return;
  }
  const [was, is] = [saying(before), saying(after)];
  const read = pair.direction === 'receives';
  const { furtherValuesRefused, furtherValuesAllowed } = shapeRules;
  const { outputAdded, outputRemoved } = bodyRules;
  if (was) {
    const rule = read ? outputRemoved : furtherValuesAllowed;
    const at = { was: was.pointer, is: read ? undefined : views.is.parts[0]?.pointer };
    report(pair, rule, { ...at, said: 'have no schema any more.', step });
  } else if (is) {
    const rule = read ? outputAdded : furtherValuesRefused;
    const at = { was: read ? undefined : views.was.parts[0]?.pointer, is: is.pointer };
    report(pair, rule, { ...at, said: 'have a schema, which they had not.', step });
  }
}

function compareRest(comparison: Comparison, pair: Pair, views: Views): void {
  const [before, after] = [inner(views.was, 'additionalProperties'), inner(views.is, 'additionalProperties')];
  if (typeof before === 'object' && typeof after === 'object') {
    const use: Use = { from: pair, step: { kind: 'rest', name: '' } };
    meetSchemas(comparison, pair, { was: before, is: after, use });
    return;
  }
  const [was, is] = [before, after].map((value) => value !== false && (saying(value) ?? true));
  if (was === is) return;
  const refused = is === false || was === true;
  const said = refused
    ? `takes ${is === false ? 'no' : 'only certain'} properties beside those that it declares.`
    : `takes ${is === true ? 'any' : 'certain'} properties beside those that it declares.`;
  report(pair, refused ? shapeRules.furtherValuesRefused : shapeRules.furtherValuesAllowed, {
    was: keywordPointer(views.was, 'additionalProperties'),
    is: keywordPointer(views.is, 'additionalProperties'),
    said,
  });
}
