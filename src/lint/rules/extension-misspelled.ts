import { didYouMean } from '../../core/nearest.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { intendedExtension } from '../extension-keys.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

export const extensionMisspelled: LintRule = {
  code: 'extension-misspelled',
  severity: 'warning',
  summary: 'The names of extensions are spelled as they are documented.',
  why: 'A misspelled extension does nothing, and nobody says so: the label, the visibility or the drop-down is not there.',
  source: `${extensionsPage}; 214 misspelled keys in 1,018 published connectors`,
  published: { files: 1, of: 161 },
  codes: [],
  examples: {
    bad: [
      {
        definition: { '/paths/~1queues/get/parameters/0/x-ms-visibilty': 'internal' },
        at: ['/paths/~1queues/get/parameters/0/x-ms-visibilty'],
      },
      {
        definition: { '/definitions/Ticket/x-ms-summary title': 'Ticket' },
        at: ['/definitions/Ticket/x-ms-summary title'],
      },
    ],
    good: [{ definition: { '/x-contoso-team': 'help desk' }, at: [] }],
  },
  check({ extensionKeys, extensionNames }, report) {
    const meant = new Map<string, string>();
    for (const name of extensionNames) {
      const to = intendedExtension(name);
      if (to !== undefined) meant.set(name, to);
    }
    if (meant.size === 0) return {};
    for (const { key, owner } of extensionKeys) {
      const to = meant.get(key);
      if (to === undefined) continue;
      const message = `${shorten(key)} is no extension.${didYouMean(to, [to])}`;
      report(child(owner, key), message, { fix: { rename: child(owner, key), to } });
    }
    return {};
  },
};
