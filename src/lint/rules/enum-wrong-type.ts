import type { JsonArray } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { canonicalKey } from '../../openapi/canonical-key.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped, type Typed } from '../typed.js';
import { asType, fits } from '../typed-value.js';

export const enumWrongType: LintRule = {
  code: 'enum-wrong-type',
  severity: 'warning',
  summary: 'The values of an enum have the type that is declared beside it.',
  why: 'What the user chooses from the list is no value that the definition allows; other tools refuse it.',
  source: `${validatorPage} (InvalidEnumValue)`,
  published: { files: 0, of: 161 },
  codes: ['InvalidEnumValue'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets/post/parameters/1/schema/properties/severity/enum': ['low', 2, 3] },
        at: ['/paths/~1tickets/post/parameters/1/schema/properties/severity/enum/1'],
      },
    ],
    good: [
      { definition: { '/paths/~1tickets/post/parameters/1/schema/properties/severity/enum': ['low', '2'] }, at: [] },
    ],
  },
  check: (_subject, report) =>
    eachTyped(['enum'], (node, pointer) => {
      const { type, enum: values = [] } = node;
      const first = values.findIndex((value) => !fits(value, node));
      if (first === -1) return;
      const more = values.slice(first + 1).filter((value) => !fits(value, node)).length;
      const meant = meantBy(values, node);
      const others = more === 0 ? '' : `, as ${more === 1 ? 'is one more' : `are ${more} more`}`;
      const message = `The value ${shorten(values[first])} of the enum is no ${type}${others}, expected values of the declared type.`;
      report(`${pointer}/enum/${first}`, message, meant ? { fix: { set: `${pointer}/enum`, value: meant } } : {});
    }),
};

/** The values in the declared type; undefined where one has no such value, or two have the same. */
function meantBy(values: JsonArray, node: Typed): JsonArray | undefined {
  const meant = values
    .map((value) => (fits(value, node) ? value : asType(value, node.type)))
    .filter((value) => value !== undefined);
  return new Set(meant.map(canonicalKey)).size === values.length ? meant : undefined;
}
