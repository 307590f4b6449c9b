import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped } from '../typed.js';
import { asType, fits } from '../typed-value.js';

export const defaultWrongType: LintRule = {
  code: 'default-wrong-type',
  severity: 'warning',
  summary: 'A default has the type that is declared beside it.',
  why: 'The designer fills the field with it and sends it: the service gets a value of another type than it expects.',
  source: `${validatorPage} (DefaultValueMustMatchType)`,
  published: { files: 27, of: 1018 },
  codes: ['DefaultValueMustMatchType'],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/id/default': '1' },
        at: ['/definitions/Ticket/properties/id/default'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/id/default': 1 }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(['default'], (node, pointer) => {
      const { type, default: value } = node;
      if (value === undefined || fits(value, node)) return;
      const meant = asType(value, type);
      const message = `The default is ${shorten(value)}, expected a value of type ${type}.`;
      report(
        `${pointer}/default`,
        message,
        meant === undefined ? {} : { fix: { set: `${pointer}/default`, value: meant } },
      );
    }),
};
