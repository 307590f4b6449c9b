import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { intendedExtension, isUnknownExtension } from '../extension-keys.js';
import type { LintRule } from '../rule.js';
import { extensionsPage } from '../sources.js';

export const extensionUnknown: LintRule = {
  code: 'extension-unknown',
  severity: 'note',
  summary: 'Every extension that begins with "x-ms-" is one that connectors have.',
  why: "Nothing reads it: it is another tool's, or of a platform that connectors do not run on.",
  source: `${extensionsPage}; Microsoft's JSON Schema of definitions, and 1,018 published connectors`,
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [{ definition: { '/x-ms-parameterized-host': {} }, at: ['/x-ms-parameterized-host'] }],
    good: [{ definition: { '/x-logo': 'https://www.contoso.com/logo.png' }, at: [] }],
  },
  check({ extensionKeys, extensionNames }, report) {
    const unknown = new Set<string>();
    for (const name of extensionNames) {
      if (isUnknownExtension(name) && intendedExtension(name) === undefined) unknown.add(name);
    }
    if (unknown.size === 0) return {};
    for (const { key, owner } of extensionKeys) {
      if (!unknown.has(key)) continue;
      report(child(owner, key), `${shorten(key)} is no extension of connectors, expected one of the documented ones.`);
    }
    return {};
  },
};
