import { isObject, own, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { parametersOf, type OperationAt } from '../openapi/walk.js';
import type { Operation, PathItem, Schema } from '../openapi/types.js';
import { compareByRows, say, visibilityEdit } from './compare-keywords.js';
import { compareMediaTypes, compareSchemes } from './compare-media-types.js';
import { compareParameters } from './compare-parameters.js';
import { compareAnswerSchemas, compareResponses } from './compare-responses.js';
import { meet, newPair, type Both, type Comparison, type OperationPair, type Pair } from './comparison.js';
import { sameByPlace } from './match-operations.js';
import { responseRules } from './response-rules.js';
import { operationRules } from './operation-rules.js';
import { report } from './report.js';
import { wordingRules } from './wording-rules.js';
import { shownRules } from './shown-rules.js';
import { bodyRules } from './body-rules.js';
import type { Row } from './value-rows.js';
import { keyword, plainView } from './view.js';

/** Compares an operation that both versions have. */
export function compareOperation(comparison: Comparison, operation: OperationPair, { was, is }: Sides): void {
  const pair = operationPair(comparison, operation);
  const [before, after] = [was, is].map((at) => ({ node: at.operation, pointer: at.pointer })) as [
    Both<Operation>['was'],
    Both<Operation>['is'],
  ]; // of two, two
  compareAddress(pair, { was, is });
  const views = { was: plainView(was.operation, was.pointer), is: plainView(is.operation, is.pointer) };
  compareByRows(comparison, pair, { ...views, rows, ignored: apart });
  const hidden = visibilityEdit(views, { hidden: shownRules.operationHidden, shown: shownRules.operationShown });
  if (hidden) say(pair, hidden, { ...views, key: 'x-ms-visibility' });
  const takes = {
    was: parametersOf(comparison.old.definition, was.item, was.operation),
    is: parametersOf(comparison.new.definition, is.item, is.operation),
  };
  compareParameters(comparison, pair, { operation, ...takes, names: sameByPlace(was.path, is.path) });
  const hasBody = [...takes.was, ...takes.is].some(
    ({ parameter }) => parameter.in === 'body' || parameter.in === 'formData',
  );
  compareMediaTypes(comparison, pair, { was: before, is: after, hasBody });
  compareSchemes(comparison, pair, { was: before, is: after });
  compareResponses(comparison, pair, { operation, was: before, is: after });
  compareEvent(comparison, pair, { operation, sides: { was, is } });
}

interface Sides {
  readonly was: OperationAt;
  readonly is: OperationAt;
}

/** What hangs on an operation as a whole. */
export function operationPair(comparison: Comparison, operation: OperationPair): Pair {
  const pair = newPair('shows');
  pair.uses.push({ from: operation, step: { kind: 'named', name: 'the operation' } });
  comparison.all.push(pair);
  return pair;
}

function compareAddress(pair: Pair, { was, is }: Sides): void {
  const at = { was: was.pointer, is: is.pointer };
  if (was.path !== is.path) {
    report(pair, operationRules.pathChanged, {
      ...at,
      said: `had the path ${shorten(was.path)} and has ${shorten(is.path)}.`,
    });
  }
  if (was.method !== is.method) {
    report(pair, operationRules.methodChanged, {
      ...at,
      said: `was called with ${was.method.toUpperCase()} and is called with ${is.method.toUpperCase()}.`,
    });
  }
}

/** What is compared apart from the rows. */
const apart: ReadonlySet<string> = new Set([
  'parameters',
  'responses',
  'consumes',
  'produces',
  'schemes',
  'security',
  'x-ms-visibility',
]);

const wording: Row = () => wordingRules.wordingChanged;
const trigger: Row = () => operationRules.triggerChanged;

const rows: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['operationId', () => operationRules.operationIdRenamed],
  [
    'deprecated',
    ({ was, is }) =>
      (keyword(was, 'deprecated') === true) === (keyword(is, 'deprecated') === true)
        ? undefined
        : shownRules.deprecationChanged,
  ],
  ['x-ms-api-annotation', () => shownRules.annotationChanged],
  ['x-ms-trigger', trigger],
  ['x-ms-trigger-metadata', trigger],
  [
    'x-ms-pageable',
    ({ was }) =>
      keyword(was, 'x-ms-pageable') === undefined ? responseRules.pagingAdded : responseRules.pagingChanged,
  ],
  ...['summary', 'description', 'tags', 'externalDocs', 'x-ms-summary', 'x-ms-trigger-hint'].map(
    (key): [string, Row] => [key, wording],
  ),
]);

/** Compares what a webhook trigger is told, which stands beside the operations of its path. */
function compareEvent(
  comparison: Comparison,
  pair: Pair,
  { operation, sides: { was, is } }: { readonly operation: OperationPair; readonly sides: Sides },
): void {
  const [before, after] = [eventOf(was.item), eventOf(is.item)];
  const at = { was: eventPointer(was), is: eventPointer(is) };
  if (before && after) {
    const use = { from: operation, step: { kind: 'event', name: '' } } as const;
    const both = { was: { node: before, pointer: at.was }, is: { node: after, pointer: at.is } };
    meet(comparison, both, { use, direction: 'receives', compare: (met) => compareEvents(comparison, met, both) });
  } else if (before) {
    const said = 'does not say any more what it is told.';
    report(pair, bodyRules.outputRemoved, { was: at.was, said, direction: 'receives' });
  } else if (after) {
    report(pair, bodyRules.outputAdded, { is: at.is, said: 'says what it is told.', direction: 'receives' });
  }
}

function eventOf(item: PathItem): JsonObject | undefined {
  const content = item['x-ms-notification-content'];
  return isObject(content) ? content : undefined;
}

const eventPointer = ({ pointer }: OperationAt): string =>
  `${pointer.slice(0, pointer.lastIndexOf('/'))}/x-ms-notification-content`;

const eventRows: ReadonlyMap<string, Row> = new Map([['description', wording]]);

function compareEvents(comparison: Comparison, pair: Pair, { was, is }: Both<JsonObject>): void {
  const views = { was: plainView(was.node, was.pointer), is: plainView(is.node, is.pointer) };
  compareByRows(comparison, pair, { ...views, rows: eventRows, ignored: new Set(['schema']) });
  const [before, after] = [was, is].map(({ node, pointer }) => {
    const schema = own(node, 'schema');
    return isObject(schema) ? { node: schema as unknown as Schema, pointer: `${pointer}/schema` } : undefined; // where a schema stands
  });
  compareAnswerSchemas(comparison, pair, { was: before, is: after, step: { kind: 'event', name: '' } });
}
