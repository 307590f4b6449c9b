import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import { isMediaType } from '../media-type.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const lists = ['consumes', 'produces'] as const;

export const mediaTypeInvalid: LintRule = {
  code: 'media-type-invalid',
  severity: 'warning',
  summary: 'What stands in "consumes" and "produces" are media types, such as "application/json".',
  why: 'The request has a header that no service understands.',
  source: `${validatorPage} (MimeTypeNotValid)`,
  published: { files: 0, of: 161 },
  codes: ['MimeTypeNotValid'],
  examples: {
    bad: [
      { definition: { '/consumes/-': 'json' }, at: ['/consumes/1'] },
      { definition: { '/paths/~1queues/get/produces': ['application json'] }, at: ['/paths/~1queues/get/produces/0'] },
    ],
    good: [{ definition: { '/paths/~1queues/get/produces': ['application/vnd.contoso.v1+json'] }, at: [] }],
  },
  check(_subject, report) {
    const look = (node: Readonly<Partial<Record<(typeof lists)[number], readonly string[]>>>, pointer: string) => {
      for (const list of lists) {
        node[list]?.forEach((type, index) => {
          if (isMediaType(type)) return;
          report(
            `${pointer}/${list}/${index}`,
            `${shorten(type)} is no media type, expected one such as "application/json".`,
          );
        });
      }
    };
    return { document: (node) => look(node, ''), operation: having(lists, (node, { pointer }) => look(node, pointer)) };
  },
};
