import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { Place } from '../../definition/extensions.js';
import { knownExtension } from '../extension-keys.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

/** What `dynamic-on-body-parameter` says in better words. */
const saidElsewhere: ReadonlySet<string> = new Set(['x-ms-dynamic-values', 'x-ms-dynamic-list']);

export const extensionMisplaced: LintRule = {
  code: 'extension-misplaced',
  severity: 'note',
  summary: 'An extension stands where it means something.',
  why: 'Elsewhere nothing reads it, and what it should do does not happen.',
  source: `${extensionsPage}; Microsoft's JSON Schema of definitions`,
  published: { files: 5, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1queues/get/x-ms-url-encoding': 'single' },
        at: ['/paths/~1queues/get/x-ms-url-encoding'],
      },
    ],
    good: [{ definition: { '/paths/~1queues/get/x-ms-visibility': 'internal' }, at: [] }],
  },
  check({ extensionKeys, extensionNames }, report) {
    const placesOf = new Map<string, readonly Place[]>();
    for (const name of extensionNames) {
      const known = knownExtension(name);
      if (known !== undefined && !known.ignored) placesOf.set(name, known.places);
    }
    for (const { key, owner, place } of extensionKeys) {
      const known = placesOf.get(key);
      if (known === undefined || place === undefined || known.includes(place)) continue;
      if (place === 'body-parameter' && saidElsewhere.has(key)) continue;
      const places = known.map((name) => name.replaceAll('-', ' ')).join(', ');
      report(child(owner, key), `${shorten(key)} does nothing here, expected it at: ${places}.`);
    }
    return {};
  },
};
