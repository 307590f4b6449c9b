import { own } from '../../core/json.js';
import { nearest } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import { eachTyped } from '../typed.js';

/** By type, the formats of Microsoft's own JSON Schema of connector definitions (apiDefinition.swagger.schema.json). */
const formats: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
  string: ['byte', 'binary', 'date', 'date-time', 'password', 'date-no-tz', 'email', 'html', 'uri', 'uuid'],
};
const all = Object.values(formats).flat();

export const formatUnknown: LintRule = {
  code: 'format-unknown',
  severity: 'note',
  certification: 'warning',
  summary: 'A format is one that connectors know, of its type.',
  why: 'Any other format is as good as none: the designer shows a plain field, and an expression gets no date or number of the size that was meant.',
  source: `${validatorPage} (UnrecognizedTypeFormat)`,
  published: { files: 2, of: 161 },
  codes: ['UnrecognizedTypeFormat'],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/subject/format': 'datetime' },
        at: ['/definitions/Ticket/properties/subject/format'],
      },
      {
        definition: { '/definitions/Ticket/properties/subject/format': 'int32' },
        at: ['/definitions/Ticket/properties/subject/format'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/subject/format': 'date-time' }, at: [] }],
  },
  check: (_subject, report) =>
    eachTyped(['format'], ({ type, format }, pointer) => {
      if (format === undefined) return;
      const known = type === undefined ? all : (own(formats, type) ?? []);
      if (known.includes(format)) return;
      const near = nearest(format, known);
      const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
      const whose = type === undefined ? '' : ` of type ${type}`;
      const fix =
        near?.toLowerCase() === format.toLowerCase() ? { fix: { set: `${pointer}/format`, value: near } } : {};
      report(`${pointer}/format`, `The format ${shorten(format)}${whose} is none that connectors know.${hint}`, fix);
    }),
};
