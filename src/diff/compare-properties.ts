import { shorten } from '../core/shorten.js';
import type { Located } from '../openapi/refs.js';
import type { Schema } from '../openapi/types.js';
import type { Views } from './compare-keywords.js';
import type { Both, Pair, Step } from './comparison.js';
import { matchNames, type Named } from './match-names.js';
import { report } from './report.js';
import { bodyRules } from './body-rules.js';
import { shapeRules } from './shape-rules.js';
import { propertiesOf, requiredOf, type View } from './view.js';

interface Property extends Named, Located<Schema> {
  readonly node: Schema;
  /** Another part of an `allOf` declares it too. */
  readonly again?: true;
}

/** Holds the schemas of a property that both versions have against each other. */
type Meet = (property: Both<Schema> & { readonly step: Step; readonly required: boolean }) => void;

/** Compares the properties of two objects, and which of them are required. */
export function compareProperties(pair: Pair, { was, is }: Views, meet: Meet): void {
  const [olds, news] = [propertiesIn(was), propertiesIn(is)];
  const required = { was: requiredOf(was), is: requiredOf(is) };
  if (olds.length === 0 && news.length === 0 && required.was.size + required.is.size === 0) return;
  const { same, renamed, gone, fresh } = matchNames(olds, news);
  for (const [before, after] of [...same, ...renamed]) {
    meet({ was: before, is: after, step: stepTo(before), required: required.is.has(after.name) });
    compareRequired(pair, { before, after, required });
  }
  for (const [before, after] of renamed) {
    const said = `is ${shorten(after.name)} now.`;
    report(pair, bodyRules.propertyRenamed, { was: before.pointer, is: after.pointer, said, step: stepTo(before) });
  }
  for (const one of gone) report(pair, goneRule(pair, one), { was: one.pointer, said: 'is gone.', step: stepTo(one) });
  for (const one of fresh) reportFresh(pair, one, required.is.has(one.name));
  compareUndeclared(pair, { was, is }, { declared: new Set([...olds, ...news].map(({ name }) => name)), required });
}

function propertiesIn(view: View): Property[] {
  return [...propertiesOf(view)].map(([name, at]) => ({ name, ...at }));
}

/** A name that was declared before has a NUL behind it. */
const stepTo = ({ name, again }: Property): Step => ({
  kind: 'field',
  name: again ? name.replaceAll('\u0000', '') : name,
});

function goneRule({ direction }: Pair, { again }: Property) {
  if (again) return shapeRules.compositionChanged;
  return direction === 'sends' ? bodyRules.inputRemoved : bodyRules.outputRemoved;
}

function reportFresh(pair: Pair, one: Property, isRequired: boolean): void {
  const step = stepTo(one);
  const at = { is: one.pointer, step };
  if (one.again) report(pair, shapeRules.compositionChanged, { ...at, said: 'is declared once more.' });
  else if (pair.direction !== 'sends') report(pair, bodyRules.outputAdded, { ...at, said: 'is new.' });
  else if (isRequired && one.node.readOnly !== true) {
    report(pair, bodyRules.requiredInputAdded, { ...at, said: 'is new and required.' });
  } else report(pair, bodyRules.optionalInputAdded, { ...at, said: 'is new and may be left out.' });
}

interface Required {
  readonly was: ReadonlySet<string>;
  readonly is: ReadonlySet<string>;
}

function compareRequired(
  pair: Pair,
  { before, after, required }: { readonly before: Property; readonly after: Property; readonly required: Required },
): void {
  const now = required.is.has(after.name);
  if (required.was.has(before.name) === now) return;
  const at = { was: before.pointer, is: after.pointer, step: stepTo(before) };
  if (now) report(pair, shapeRules.madeRequired, { ...at, said: 'is required, which it was not.' });
  else report(pair, shapeRules.madeOptional, { ...at, said: 'is not required any more.' });
}

/** Compares the required names that no property has. */
function compareUndeclared(
  pair: Pair,
  { was, is }: Views,
  { declared, required }: { readonly declared: ReadonlySet<string>; readonly required: Required },
): void {
  const at = { was: was.parts[0]?.pointer, is: is.parts[0]?.pointer };
  for (const name of required.is) {
    if (declared.has(name) || required.was.has(name)) continue;
    report(pair, shapeRules.madeRequired, {
      ...at,
      said: 'is required, which it was not.',
      step: { kind: 'field', name },
    });
  }
  for (const name of required.was) {
    if (declared.has(name) || required.is.has(name)) continue;
    report(pair, shapeRules.madeOptional, { ...at, said: 'is not required any more.', step: { kind: 'field', name } });
  }
}
