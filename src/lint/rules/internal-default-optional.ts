import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import { having } from '../having.js';
import { isInternal } from '../internal.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const internalDefaultOptional: LintRule = {
  code: 'internal-default-optional',
  severity: 'warning',
  summary: 'What is internal and has a default is required.',
  why: 'What is optional and internal is not sent: the default never reaches the service.',
  source: `${validatorPage} (InternalPropertyWithDefaultOptional, PropertyMustBeRequired); 12 of 1,018 published connectors have such a parameter`,
  published: { files: 1, of: 161 },
  codes: ['InternalPropertyWithDefaultOptional', 'PropertyMustBeRequired'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets/post/parameters/0/required': undefined },
        at: ['/paths/~1tickets/post/parameters/0'],
      },
      {
        definition: { '/paths/~1tickets/post/parameters/1/schema/properties/severity/x-ms-visibility': 'internal' },
        at: ['/paths/~1tickets/post/parameters/1/schema/properties/severity'],
      },
    ],
    good: [
      {
        definition: {
          '/paths/~1tickets/post/parameters/1/schema/properties/severity/x-ms-visibility': 'internal',
          '/paths/~1tickets/post/parameters/1/schema/required': ['subject', 'severity'],
        },
        at: [],
      },
    ],
  },
  check: ({ isInput }, report) => ({
    parameter: having(['x-ms-visibility'], (node, { pointer }) => {
      if (isReference(node) || node.in === 'body' || node.required === true) return;
      if (!isInternal(node) || node.default === undefined || node['x-ms-trigger-value'] !== undefined) return;
      const fix = { set: `${pointer}/required`, value: true };
      report(pointer, message(`The ${node.in} parameter`, node.name), { fix });
    }),
    schema: having(['properties'], (node, { pointer }) => {
      if (isReference(node) || !isInput(node)) return;
      const required = new Set(node.required);
      const unsent = Object.entries(node.properties ?? {}).filter(
        ([name, property]) =>
          !required.has(name) && isInternal(property) && property.default !== undefined && property.readOnly !== true,
      );
      if (unsent.length === 0) return;
      const fix = { set: `${pointer}/required`, value: [...required, ...unsent.map(([name]) => name)] };
      for (const [name] of unsent) report(child(`${pointer}/properties`, name), message('The property', name), { fix });
    }),
  }),
};

const message = (what: string, name: string) =>
  `${what} ${shorten(name)} is internal and has a default, but is optional, expected "required": the default is not sent.`;
