import { own, type Json } from '../core/json.js';
import { child } from '../core/pointer.js';
import { sameJson } from '../core/same-json.js';
import { shorten } from '../core/shorten.js';
import { compareByRows } from './compare-keywords.js';
import { newPair, type Comparison, type Pair } from './comparison.js';
import { securityRules } from './security-rules.js';
import { report } from './report.js';
import { wordingRules } from './wording-rules.js';
import type { Row } from './value-rows.js';
import { methods } from '../openapi/types.js';
import { plainView, type View } from './view.js';

const wording: Row = () => wordingRules.wordingChanged;

/** Keys of the root that are compared elsewhere, or for each operation. */
const apart: ReadonlySet<string> = new Set([
  'swagger',
  'info',
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'security',
  'securityDefinitions',
  'paths',
  'definitions',
  'parameters',
  'responses',
]);

const rootRows: ReadonlyMap<string, Row> = new Map([
  ['tags', wording],
  ['externalDocs', wording],
  ['x-ms-connector-metadata', wording],
  ['x-ms-docs', wording],
]);

const infoRows: ReadonlyMap<string, Row> = new Map(
  ['title', 'description', 'version', 'termsOfService', 'contact', 'license'].map((key) => [key, wording]),
);

/** A part of a document that is about no operation, by what messages call it. */
export function partPair(comparison: Comparison, name: string, direction: Pair['direction']): Pair {
  const pair = newPair(direction);
  pair.uses.push({ from: undefined, step: { kind: 'named', name } });
  comparison.all.push(pair);
  return pair;
}

/** Compares what a definition says beside its operations and what these use. */
export function compareDocuments(comparison: Comparison): void {
  const [was, is] = [comparison.old.definition, comparison.new.definition];
  compareAddresses(comparison);
  const root = partPair(comparison, 'the definition', 'shows');
  compareByRows(comparison, root, { was: plainView(was, ''), is: plainView(is, ''), rows: rootRows, ignored: apart });
  const info = { was: plainView(was.info, '/info'), is: plainView(is.info, '/info') };
  compareByRows(comparison, partPair(comparison, 'the info', 'shows'), { ...info, rows: infoRows, ignored: new Set() });
  comparePaths(comparison, root);
}

const at = (document: object, key: string): string => (Object.hasOwn(document, key) ? `/${key}` : '');

/** Where each customer has a host of their own, the one of the definition only stands for it. */
function compareAddresses(comparison: Comparison): void {
  const [old, other] = [comparison.old, comparison.new];
  const [was, is] = [old.definition, other.definition];
  const pair = partPair(comparison, 'the connector', 'connects');
  const both = (flag: 'openHost' | 'openBasePath') => old.contract[flag] === true && other.contract[flag] === true;
  const rule = (open: boolean) => (open ? wordingRules.wordingChanged : securityRules.addressChanged);
  if (was.host?.toLowerCase() !== is.host?.toLowerCase()) {
    const said = `had the host ${shorten(was.host)} and has ${shorten(is.host)}.`;
    report(pair, rule(both('openHost')), { was: at(was, 'host'), is: at(is, 'host'), said });
  }
  if ((was.basePath || '/') !== (is.basePath || '/')) {
    const said = `had the base path ${shorten(was.basePath || '/')} and has ${shorten(is.basePath || '/')}.`;
    report(pair, rule(both('openBasePath')), { was: at(was, 'basePath'), is: at(is, 'basePath'), said });
  }
}

/** What stands among the methods of a path, or among the paths, and is none. */
const ofPath: ReadonlySet<string> = new Set([...methods, 'parameters', 'x-ms-notification-content']);

function comparePaths(comparison: Comparison, root: Pair): void {
  const [was, is] = [comparison.old.definition.paths, comparison.new.definition.paths];
  for (const [path, item] of Object.entries(was)) {
    const other = own(is, path);
    if (path.startsWith('x-') || !other) continue;
    const views: { was: View; is: View } = {
      was: plainView(item, child('/paths', path)),
      is: plainView(other, child('/paths', path)),
    };
    if (hasMore(item) || hasMore(other)) {
      const pair = partPair(comparison, `the path ${shorten(path)}`, 'shows');
      compareByRows(comparison, pair, { ...views, rows: new Map(), ignored: ofPath });
    }
  }
  const names = new Set([...Object.keys(was), ...Object.keys(is)].filter((name) => name.startsWith('x-')));
  for (const name of names) {
    const [from, to] = [own(was, name), own(is, name)] as (Json | undefined)[]; // under an `x-` stands anything
    if (sameJson(from, to)) continue;
    const pointer = child('/paths', name);
    const place = { was: from === undefined ? undefined : pointer, is: to === undefined ? undefined : pointer };
    report(root, wordingRules.editUnknown, { ...place, said: `has another ${shorten(name)} among its paths.` });
  }
}

const hasMore = (item: object): boolean => Object.keys(item).some((key) => !ofPath.has(key));
