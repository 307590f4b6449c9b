import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

export const internalWithoutDefault: LintRule = {
  code: 'internal-without-default',
  severity: 'warning',
  summary: 'What is required and internal has a default.',
  why: 'The designer never shows it, so nobody can fill it in, and it is not sent.',
  source: `${extensionsPage}#x-ms-visibility; 4 of 1,018 published connectors have such a property`,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets/post/parameters/0/default': undefined },
        at: ['/paths/~1tickets/post/parameters/0'],
      },
      {
        definition: { '/paths/~1tickets/post/parameters/1/schema/properties/subject/x-ms-visibility': 'internal' },
        at: ['/paths/~1tickets/post/parameters/1/schema/properties/subject'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets/post/parameters/1/schema/properties/subject/x-ms-visibility': 'internal',
          '/paths/~1tickets/post/parameters/1/schema/properties/subject/default': 'No subject',
        },
        at: [],
      },
    ],
  },
  check: ({ isInput }, report) => ({
    parameter: having(['x-ms-visibility'], (node, { pointer, operation }) => {
      if (isReference(node) || node.in === 'body' || isInternal(operation)) return;
      if (node.required !== true || !isInternal(node) || node.default !== undefined) return;
      if (node['x-ms-trigger-value'] !== undefined) return; // it is filled from the last answer
      report(pointer, message(`The ${node.in} parameter`, node.name));
    }),
    schema: having(['required'], (node, { pointer, operation }) => {
      if (isReference(node) || isInternal(node) || isInternal(operation) || !isInput(node)) return;
      const required = new Set(node.required);
      for (const [name, property] of Object.entries(node.properties ?? {})) {
        if (!required.has(name) || isReference(property) || !isInternal(property)) continue;
        if (property.default !== undefined || property.properties !== undefined) continue;
        if (property['x-ms-notification-url'] === true || property.readOnly === true) continue;
        report(child(`${pointer}/properties`, name), message('The property', name));
      }
    }),
  }),
};

const message = (what: string, name: string) =>
  `${what} ${shorten(name)} is required, internal and has no default, expected one.`;
