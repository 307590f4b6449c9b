import { isArray, isObject, type Json, type JsonArray } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { ITEM_WORK, MAX_TEXT_LENGTH } from '../../expression/limits.js';
import { textOf } from '../../expression/text.js';
import { columnsFailed } from './columns-failed.js';
import { done, failed } from './guarded.js';
import { member, overItems, without, type ItemsWork } from './items.js';
import type { DataAction, Outcome } from './outcome.js';
import { csvTable, htmlTable, type TableTexts } from './table-text.js';
import { tooLong } from './too-long.js';

/**
 * `Table`: CSV or HTML of the items of `from`. Without `columns`, they are all keys of all items, in the order in which they turn up; a column has
 * a `header` and, evaluated for each item, a `value`.
 */
export const table: DataAction = (inputs) => {
  const columns = member(inputs, 'columns');
  const custom = isArray(columns) && columns.length > 0 ? columns : undefined;
  const headers = custom?.map((column) => without(column, 'value'));
  return overItems({
    type: 'table',
    once: headers && isObject(inputs) ? { ...inputs, columns: headers } : inputs,
    perItem: (custom ?? []).map((column, index) => ({
      pointer: `/columns/${index}/value`,
      value: member(column, 'value'),
    })),
    recorded: (once) => (custom ? { ...once, columns: withValues(member(once, 'columns'), custom) } : once),
    itemFailed: columnsFailed,
    make: (work) => {
      const columns = member(work.inputs, 'columns');
      if (!isArray(columns) || columns.length === 0) return automatic(work);
      const valueOf = (index: number, item: Json) =>
        custom ? work.each(index, item) : member(columns[index] ?? null, 'value');
      return written(work, {
        header: columns.map((column) => textOf(member(column, 'header'), work.spend)),
        cell: valueOf,
      });
    },
  });
};

/** Headers that were evaluated, with the values as they stand in the workflow. */
function withValues(headers: Json, columns: JsonArray): Json {
  if (!isArray(headers)) return headers;
  return headers.map((header, index) => {
    const column = columns[index] ?? null;
    if (!isObject(header) || !isObject(column) || !Object.hasOwn(column, 'value')) return header;
    return { ...header, value: member(column, 'value') };
  });
}

/** A table before its cells are texts. */
interface Cells {
  readonly header: readonly string[];
  /** The value of a row in the n-th column. */
  readonly cell: (index: number, item: Json) => Json;
}

function automatic(work: ItemsWork): Outcome {
  const rows = work.items.filter(isObject);
  if (rows.length < work.items.length) {
    const unless = "unless the 'from' property value is an array of objects";
    return failed('BadRequest', `The property 'columns' must be specified ${unless}.`);
  }
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return written(work, { header, cell: (index, item) => member(item, header[index] ?? '') });
}

function written({ inputs, items, spend }: ItemsWork, { header, cell }: Cells): Outcome {
  const format = member(inputs, 'format');
  const write = typeof format === 'string' ? writers.get(format.toUpperCase()) : undefined;
  if (!write) {
    const is = `The 'format' property value in the 'table' action inputs is ${shorten(format)}`;
    return failed('BadRequest', `${is}. The value must be 'CSV' or 'HTML'.`);
  }
  spend(ITEM_WORK * header.length * (items.length + 1));
  const rows = items.map((item) => header.map((_, index) => textOf(cell(index, item), spend)));
  const text = write({ header, rows });
  return text.length > MAX_TEXT_LENGTH ? tooLong(text.length) : done(text);
}

const writers: ReadonlyMap<string, (texts: TableTexts) => string> = new Map([
  ['CSV', csvTable],
  ['HTML', htmlTable],
]);
