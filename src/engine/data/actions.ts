import { join } from './join.js';
import type { DataAction } from './outcome.js';
import { parseJson } from './parse-json.js';
import { query } from './query.js';
import { select } from './select.js';
import { table } from './table.js';

/** The actions that ask nobody and change nothing, by their type. */
export const dataActions: ReadonlyMap<string, DataAction> = new Map([
  ['Join', join],
  ['ParseJson', parseJson],
  ['Query', query],
  ['Select', select],
  ['Table', table],
]);
