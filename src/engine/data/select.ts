import { columnsFailed } from './columns-failed.js';
import { done } from './guarded.js';
import { member, overItems, without } from './items.js';
import type { DataAction } from './outcome.js';

/** `Select`: for each item of `from` what `select` comes to, a text, an object of texts or anything else that holds expressions. */
export const select: DataAction = (inputs) =>
  overItems({
    type: 'select',
    once: without(inputs, 'select'),
    perItem: [{ pointer: '/select', value: member(inputs, 'select') }],
    recorded: (once) => ({ ...once, select: member(inputs, 'select') }),
    itemFailed: columnsFailed,
    make: ({ items, each }) => done(items.map((item) => each(0, item))),
  });
