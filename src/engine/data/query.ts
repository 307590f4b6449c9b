import type { Json } from '../../core/json.js';
import { Failure, shownWritten } from '../../expression/failure.js';
import { typeName } from '../../expression/value.js';
import { done } from './guarded.js';
import { member, overItems, without } from './items.js';
import type { DataAction } from './outcome.js';

/** `Query`: the items of `from` for which `where` is true. */
export const query: DataAction = (inputs) => {
  const where = member(inputs, 'where');
  const written = typeof where === 'string' ? shownWritten(where) : '';
  return overItems({
    type: 'query',
    once: without(inputs, 'where'),
    perItem: [{ pointer: '/where', value: where }],
    recorded: (once) => ({ ...once, where }),
    // Azure/LogicAppsUX#6199
    itemFailed: (action, message) =>
      `The execution of template action '${action}' failed: The evaluation of 'query' action 'where' expression '${written}' failed: '${message}'.`,
    make: ({ action, items, each }) => {
      const isWanted = (item: Json) => {
        const answer = each(0, item);
        if (typeof answer === 'boolean') return answer;
        const is = `the result of the evaluation of 'where' expression '${written}' is of type '${typeName(answer)}'`;
        throw new Failure(
          `The execution of template action '${action}' failed: ${is}. The result must be of type 'Boolean'.`,
        );
      };
      return done(items.filter(isWanted));
    },
  });
};
