import { isArray, type Json } from '../core/json.js';
import { canonicalKey } from '../openapi/canonical-key.js';
import { bounds } from './bounds.js';
import type { Direction } from './impact.js';
import { parameterRules } from './parameter-rules.js';
import type { DiffRule } from './rule.js';
import { setChange } from './sets.js';
import { shapeRules } from './shape-rules.js';
import { wordingRules } from './wording-rules.js';
import { shownRules } from './shown-rules.js';
import { formatEdit } from './types.js';
import { boundRules } from './bound-rules.js';
import { valueRules } from './value-rules.js';
import { keyword, type View } from './view.js';

/** A keyword whose value differs: what both views say, and in which direction. */
interface Differing {
  readonly was: View;
  readonly is: View;
  readonly direction: Direction;
}

/** What a keyword that differs means: the kind of edit, or undefined where both mean the same. */
export type Row = (differing: Differing) => DiffRule | undefined;

const wording: Row = () => wordingRules.wordingChanged;
const dynamic: Row = () => shownRules.dynamicChanged;

/** What each keyword of a value means. One that is not here is known to the table of extensions only, or to nobody. */
export const valueRows: ReadonlyMap<string, Row> = new Map<string, Row>([
  ['format', ({ was, is }) => formatEdit(was, is)],
  ['enum', enumEdit],
  ['default', defaultEdit],
  ...[...bounds].map(([key, compare]): [string, Row] => [key, ({ was, is }) => compare(was, is)]),
  ['x-nullable', flag('x-nullable', { set: boundRules.nullAllowed, dropped: boundRules.nullRefused })],
  ['readOnly', sent(flag('readOnly', { set: shapeRules.readOnlySet, dropped: shapeRules.readOnlyDropped }))],
  ['discriminator', () => shapeRules.compositionChanged],
  [
    'allowEmptyValue',
    flag('allowEmptyValue', { set: parameterRules.emptyValueAllowed, dropped: parameterRules.emptyValueRefused }),
  ],
  ['collectionFormat', orElse('collectionFormat', 'csv', parameterRules.collectionFormatChanged)],
  ['x-ms-url-encoding', orElse('x-ms-url-encoding', 'single', parameterRules.urlEncodingChanged)],
  [
    'x-ms-notification-url',
    sent(
      flag('x-ms-notification-url', {
        set: shownRules.notificationUrlChanged,
        dropped: shownRules.notificationUrlChanged,
      }),
    ),
  ],
  ...[
    'x-ms-dynamic-values',
    'x-ms-dynamic-list',
    'x-ms-dynamic-schema',
    'x-ms-dynamic-properties',
    'x-ms-dynamic-tree',
  ].map((key): [string, Row] => [key, dynamic]),
  ...['title', 'description', 'x-ms-summary', 'example', 'examples', 'externalDocs', 'xml'].map(
    (key): [string, Row] => [key, wording],
  ),
  ...['x-ms-enum-values', 'x-ms-editor', 'x-ms-editor-options', 'x-ms-test-value'].map((key): [string, Row] => [
    key,
    wording,
  ]),
]);

/** Keywords that mean nothing where the type is another one: the edit of the type says it all. */
export const ofType: ReadonlySet<string> = new Set([
  ...bounds.keys(),
  'format',
  'enum',
  'default',
  'collectionFormat',
  'discriminator',
  'x-ms-enum-values',
  'example',
]);

function enumEdit({ was, is, direction }: Differing): DiffRule | undefined {
  return listEdit(keyword(was, 'enum'), keyword(is, 'enum'), direction);
}

/** The edit between two lists of allowed values; without a list all are allowed. Of a list with other values what is graver in the direction counts. */
export function listEdit(from: Json | undefined, to: Json | undefined, direction: Direction): DiffRule | undefined {
  const { enumNarrowed, enumWidened } = valueRules;
  if (!isArray(from)) return isArray(to) ? enumNarrowed : undefined;
  if (!isArray(to)) return enumWidened;
  const change = setChange(from.map(canonicalKey), to.map(canonicalKey));
  if (change === undefined) return undefined;
  if (change === 'other') return direction === 'receives' ? enumWidened : enumNarrowed;
  return change === 'less' ? enumNarrowed : enumWidened;
}

function defaultEdit({ was, direction }: Differing): DiffRule {
  if (direction !== 'sends') return wordingRules.wordingChanged;
  return keyword(was, 'default') === undefined ? shapeRules.defaultAdded : shapeRules.defaultChanged;
}

function flag(key: string, { set, dropped }: { readonly set: DiffRule; readonly dropped: DiffRule }): Row {
  return ({ was, is }) => {
    const now = keyword(is, key) === true;
    if ((keyword(was, key) === true) === now) return undefined;
    return now ? set : dropped;
  };
}

/** A row for what is sent; of what is received the keyword says nothing. */
function sent(row: Row): Row {
  return (differing) => (differing.direction === 'sends' ? row(differing) : wordingRules.wordingChanged);
}

function orElse(key: string, absent: Json, rule: DiffRule): Row {
  return ({ was, is }) => ((keyword(was, key) ?? absent) === (keyword(is, key) ?? absent) ? undefined : rule);
}
