import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import { bareType, isMediaType } from '../media-type.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

/** What the platform can send. */
const supported = ['application/json', 'text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'];

export const mediaTypeUnsupported: LintRule = {
  code: 'media-type-unsupported',
  severity: 'note',
  certification: 'warning',
  summary: 'An operation consumes media types that connectors can send: JSON, plain text, and the two kinds of form.',
  why: 'The designer writes none of the others: what the user gives is sent as it is, if at all.',
  source: `${validatorPage} (MimeTypeNotSupported)`,
  published: { files: 48, of: 1018 },
  codes: ['MimeTypeNotSupported'],
  examples: {
    bad: [{ definition: { '/consumes/-': 'application/xml' }, at: ['/consumes/1'] }],
    good: [{ definition: { '/consumes/-': 'application/json; charset=utf-8' }, at: [] }],
  },
  check(_subject, report) {
    const look = (consumes: readonly string[] = [], pointer: string) => {
      consumes.forEach((type, index) => {
        if (supported.includes(bareType(type)) || !isMediaType(type)) return;
        report(
          `${pointer}/consumes/${index}`,
          `The media type is ${shorten(type)}, expected one of ${supported.join(', ')}.`,
        );
      });
    };
    return {
      document: ({ consumes }) => look(consumes, ''),
      operation: having(['consumes'], ({ consumes }, { pointer }) => look(consumes, pointer)),
    };
  },
};
