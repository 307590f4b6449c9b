import { own } from '../../core/json.js';
import { MAX_TEXT_LENGTH } from '../../expression/limits.js';
import { textOf } from '../../expression/text.js';
import { typeName } from '../../expression/value.js';
import { done, failed } from './guarded.js';
import { overItems } from './items.js';
import type { DataAction } from './outcome.js';
import { tooLong } from './too-long.js';

/** `Join`: the items of `from` as texts, `joinWith` between them. */
export const join: DataAction = (inputs) =>
  overItems({
    type: 'join',
    once: inputs,
    make: ({ items, inputs: given, spend }) => {
      const between = own(given, 'joinWith') ?? null;
      if (typeof between !== 'string') {
        const is = `The 'joinWith' property value in the 'join' action inputs is of type '${typeName(between)}'`;
        return failed('BadRequest', `${is}. The value must be of type 'String'.`);
      }
      spend(between.length * items.length);
      const texts = items.map((item) => textOf(item, spend));
      const text = texts.join(between);
      return text.length > MAX_TEXT_LENGTH ? tooLong(text.length) : done(text);
    },
  });
