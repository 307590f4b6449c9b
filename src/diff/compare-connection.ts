import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import { shorten } from '../core/shorten.js';
import { partPair } from './compare-document.js';
import type { Comparison, FilePlace, Pair } from './comparison.js';
import { connectionRules } from './connection-rules.js';
import type { Direction } from './impact.js';
import { matchNames } from './match-names.js';
import { report, reportKeyword } from './report.js';
import type { DiffRule } from './rule.js';
import { shapeRules } from './shape-rules.js';
import { wordingRules } from './wording-rules.js';
import { shownRules } from './shown-rules.js';
import { listEdit } from './value-rows.js';

/** Compares what a connection asks for, the policies, and the branding: `apiProperties.json`. */
export function compareConnections(comparison: Comparison): void {
  const [was, is] = [comparison.old, comparison.new].map(
    ({ properties }) => properties.properties as unknown as JsonObject,
  ) as [JsonObject, JsonObject]; // of two, two; what a file holds is JSON
  compareParameters(comparison, {
    was: objectIn(was, 'connectionParameters'),
    is: objectIn(is, 'connectionParameters'),
  });
  const pair = partPair(comparison, 'the connector', 'connects');
  for (const key of keysOf(was, is)) {
    if (key === 'connectionParameters') continue;
    const [from, to] = [own(was, key), own(is, key)];
    if (meansSame(from, to)) continue;
    const at = places(`/properties/${key}`, from, to);
    const [rule, direction] = topRows.get(key) ?? [wordingRules.editUnknown, 'shows'];
    reportKeyword(pair, rule, { ...at, noun: key, from, to, direction });
  }
}

const topRows: ReadonlyMap<string, readonly [DiffRule, Direction]> = new Map<string, readonly [DiffRule, Direction]>([
  ...['iconBrandColor', 'publisher', 'stackOwner'].map((key) => [key, [wordingRules.wordingChanged, 'shows']] as const),
  ['capabilities', [wordingRules.extensionChanged, 'shows']],
  ['policyTemplateInstances', [connectionRules.policyChanged, 'connects']],
  ['scriptOperations', [connectionRules.policyChanged, 'connects']],
  ['connectionParameterSets', [connectionRules.signInChanged, 'connects']],
]);

/** An empty list or object is as none; the order of a list of names does not count. */
function meansSame(from: Json | undefined, to: Json | undefined): boolean {
  return sameJson(meaning(from), meaning(to));
}

function meaning(value: Json | undefined): Json | undefined {
  if (isArray(value))
    return value.length === 0 ? undefined : value.every((item) => typeof item === 'string') ? [...value].sort() : value;
  return isObject(value) && Object.keys(value).length === 0 ? undefined : value;
}

function keysOf(...objects: readonly JsonObject[]): ReadonlySet<string> {
  return new Set(objects.flatMap((object) => Object.keys(object)));
}

function objectIn(object: JsonObject, key: string): JsonObject {
  const value = own(object, key);
  return isObject(value) ? value : {};
}

/** Where a key stands in both files; where it does not, the object that it would stand in. */
function places(
  pointer: string,
  from: Json | undefined,
  to: Json | undefined,
): { readonly was: FilePlace; readonly is: FilePlace } {
  const at = (value: Json | undefined): FilePlace => ({
    file: 'properties',
    pointer: value === undefined ? pointer.slice(0, pointer.lastIndexOf('/')) : pointer,
  });
  return { was: at(from), is: at(to) };
}

interface Parameter {
  readonly name: string;
  readonly node: JsonObject;
  readonly at: FilePlace;
}

function parametersIn(object: JsonObject): Parameter[] {
  return Object.entries(object).map(([name, value]) => ({
    name,
    node: isObject(value) ? value : {},
    at: { file: 'properties', pointer: child('/properties/connectionParameters', name) },
  }));
}

function compareParameters(
  comparison: Comparison,
  { was, is }: { readonly was: JsonObject; readonly is: JsonObject },
): void {
  const { same, renamed, gone, fresh } = matchNames(parametersIn(was), parametersIn(is));
  const pairOf = ({ name }: Parameter) => partPair(comparison, `the connection parameter ${shorten(name)}`, 'connects');
  for (const [before, after] of [...same, ...renamed]) compareParameter(pairOf(before), before, after);
  for (const [before, after] of renamed) {
    const said = `is ${shorten(after.name)} now.`;
    report(pairOf(before), connectionRules.connectionParameterRenamed, { was: before.at, is: after.at, said });
  }
  for (const one of gone)
    report(pairOf(one), connectionRules.connectionParameterRemoved, { was: one.at, said: 'is gone.' });
  const { requiredConnectionParameterAdded, optionalConnectionParameterAdded } = connectionRules;
  for (const one of fresh) {
    const needed = isRequired(constraintsOf(one.node));
    const said = needed ? 'is new and required.' : 'is new and may be left empty.';
    report(pairOf(one), needed ? requiredConnectionParameterAdded : optionalConnectionParameterAdded, {
      is: one.at,
      said,
    });
  }
}

const constraintsOf = (node: JsonObject): JsonObject => objectIn(objectIn(node, 'uiDefinition'), 'constraints');
/** The service wants the text "true"; 7 of 739 published ones are a boolean. */
const isRequired = (constraints: JsonObject): boolean => String(own(constraints, 'required')).toLowerCase() === 'true';

/** What a key of a connection parameter means, by its path. */
const rows: ReadonlyMap<string, (from: Json | undefined, to: Json | undefined) => DiffRule | undefined> = new Map<
  string,
  (from: Json | undefined, to: Json | undefined) => DiffRule | undefined
>([
  ['type', () => connectionRules.connectionParameterRetyped],
  ['oAuthSettings', () => connectionRules.signInChanged],
  ['gatewaySettings', () => connectionRules.signInChanged],
  ['allowedValues', allowedEdit],
  ['uiDefinition/constraints/allowedValues', allowedEdit],
  ['defaultValue', defaultEdit],
  ['uiDefinition/constraints/default', defaultEdit],
  ['uiDefinition/constraints/required', requiredEdit],
  ['uiDefinition/constraints/hidden', () => shownRules.visibilityChanged],
]);

function allowedEdit(from: Json | undefined, to: Json | undefined): DiffRule | undefined {
  const values = (list: Json | undefined) =>
    isArray(list) ? list.map((item) => (isObject(item) ? (own(item, 'value') ?? null) : item)) : undefined;
  return listEdit(values(from), values(to), 'connects') ?? wordingRules.wordingChanged;
}

function defaultEdit(from: Json | undefined): DiffRule {
  return from === undefined ? shapeRules.defaultAdded : shapeRules.defaultChanged;
}

function requiredEdit(from: Json | undefined, to: Json | undefined): DiffRule | undefined {
  const [before, after] = [from, to].map((required) => isRequired({ required: required ?? null }));
  if (before === after) return undefined;
  return after ? shapeRules.madeRequired : shapeRules.madeOptional;
}

/** Which objects of a connection parameter are looked into, by their paths: others count as one value. */
const lookedInto: ReadonlySet<string> = new Set([
  '',
  'oAuthSettings',
  'gatewaySettings',
  'uiDefinition',
  'uiDefinition/constraints',
]);

function compareParameter(pair: Pair, was: Parameter, is: Parameter): void {
  const left: { readonly path: string; readonly from: JsonObject; readonly to: JsonObject }[] = [
    { path: '', from: was.node, to: is.node },
  ];
  for (const { path, from, to } of left) {
    for (const key of keysOf(from, to)) {
      const [before, after] = [own(from, key), own(to, key)];
      const way = path === '' ? key : `${path}/${key}`;
      if (meansSame(before, after)) continue;
      if (lookedInto.has(way)) {
        left.push({ path: way, from: isObject(before) ? before : {}, to: isObject(after) ? after : {} });
        continue;
      }
      const row = rows.get(way) ?? rows.get(path);
      const rule = row ? row(before, after) : wordingRules.wordingChanged;
      if (!rule) continue;
      const direction = rule.directions.includes('connects') ? 'connects' : 'shows';
      const [file, pointer] = ['properties', `/${way}`] as const;
      const at = {
        was: { file, pointer: was.at.pointer + (before === undefined ? above(pointer) : pointer) },
        is: { file, pointer: is.at.pointer + (after === undefined ? above(pointer) : pointer) },
      };
      reportKeyword(pair, rule, { ...at, noun: key, from: before, to: after, direction });
    }
  }
}

const above = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
