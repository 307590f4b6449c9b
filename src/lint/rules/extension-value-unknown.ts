import type { Json } from '../../core/json.js';
import { didYouMean, nearest } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { Extensible, Reference } from '../../openapi/types.js';
import { isReference } from '../../openapi/refs.js';
import type { NodePlace } from '../../openapi/walk.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

/** The extensions that have one of a few words, and those words. */
const words = {
  'x-ms-visibility': ['important', 'advanced', 'internal'],
  'x-ms-trigger': ['single', 'batch'],
  'x-ms-url-encoding': ['single', 'double'],
  'x-ms-media-kind': ['image', 'audio'],
} as const;
const names = Object.keys(words) as (keyof typeof words)[]; // its own keys

export const extensionValueUnknown: LintRule = {
  code: 'extension-value-unknown',
  severity: 'warning',
  summary: 'An extension that takes one of a few words has one of them, in lower case.',
  why: 'Another word is as good as none: what should be hidden shows, and a trigger is an action.',
  source: `${extensionsPage}#x-ms-visibility; 109 values in published connectors are "", "Advanced" or "Internal"`,
  published: { files: 4, of: 1018 },
  codes: ['JsonValueNotInEnum'],
  examples: {
    bad: [
      {
        definition: { '/definitions/Ticket/properties/id/x-ms-visibility': 'Advanced' },
        at: ['/definitions/Ticket/properties/id/x-ms-visibility'],
      },
      { definition: { '/paths/~1hooks/post/x-ms-trigger': 'multiple' }, at: ['/paths/~1hooks/post/x-ms-trigger'] },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/id/x-ms-visibility': 'advanced' }, at: [] }],
  },
  check(_subject, report) {
    const look = (node: Extensible | Reference, { pointer }: NodePlace) => {
      if (isReference(node)) return;
      for (const name of names) {
        const value: Json | undefined = node[name];
        const known: readonly string[] = words[name];
        if (value === undefined || (typeof value === 'string' && known.includes(value))) continue;
        const near = typeof value === 'string' && value !== '' ? nearest(value.trim(), known) : undefined;
        const at = `${pointer}/${name}`;
        const message = `${shorten(name)} is ${shorten(value)}, expected one of ${known.map((word) => shorten(word)).join(', ')}.`;
        if (near === undefined || typeof value !== 'string') report(at, message);
        else
          report(at, `${shorten(name)} is ${shorten(value)}.${didYouMean(value.trim(), known)}`, {
            fix: { set: at, value: near },
          });
      }
    };
    const call = having(names, look);
    return { operation: call, parameter: call, schema: call, pathItem: call, header: call };
  },
};
