import { isArray } from '../../core/json.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import { enumHas } from '../../openapi/check-value-scalar.js';
import type { LintRule } from '../rule.js';
import { eachTyped } from '../typed.js';
import { fits } from '../typed-value.js';

export const defaultNotInEnum: LintRule = {
  code: 'default-not-in-enum',
  severity: 'warning',
  summary: 'A default is one of the values of its enum.',
  why: 'The designer fills the field with a value that it does not offer, and that the service most probably refuses.',
  source: 'OpenAPI 2.0, https://spec.openapis.org/oas/v2.0.html#schema-object (default)',
  published: { files: 2, of: 1018 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets/post/parameters/1/schema/properties/severity/default': 'middle' },
        at: ['/paths/~1tickets/post/parameters/1/schema/properties/severity/default'],
      },
    ],
    good: [{ definition: { '/paths/~1tickets/post/parameters/1/schema/properties/severity/default': 'high' }, at: [] }],
  },
  check(_subject, report) {
    let hints = 0;
    return eachTyped(['enum'], (node, pointer) => {
      const { default: value, enum: values } = node;
      if (value === undefined || values === undefined || !fits(value, node)) return;
      if (values.includes(value) || enumHas(values, value)) return; // the first is quicker, and nearly always enough
      if (isArray(value)) return; // such an enum is of the items
      const texts = values.filter((one) => typeof one === 'string');
      const near = typeof value === 'string' && hints++ < maxHints ? didYouMean(value, texts) : '';
      report(`${pointer}/default`, `The default ${shorten(value)} is none of the values of the enum.${near}`);
    });
  },
};

/** For how many defaults a near value is looked for: each is held against every value there is. */
const maxHints = 50;
