import { shorten } from '../../../core/shorten.js';
import { isSecretParameter } from '../../../http/secret-names.js';
import { ask, hiding } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';
import { securingPage } from '../sources.js';

export const keyInAddress: PlaybookRule = {
  code: 'key-in-address',
  severity: 'warning',
  summary: 'No key is sent as a part of an address.',
  why: 'Servers and proxies on the way write addresses into their logs.',
  source: `${securingPage}; RFC 6750 section 2.3`,
  published: 0,
  examples: {
    bad: [
      {
        change: {
          '/definition/parameters/Key': { type: 'SecureString' },
          '/definition/actions/Ask': {
            ...ask({ uri: "https://contoso.com/run?code=@{parameters('Key')}" }),
            ...hiding('inputs'),
          },
        },
        at: ['/definition/actions/Ask/inputs/uri'],
      },
    ],
    good: [
      {
        change: { '/definition/actions/Ask': ask({ uri: "https://contoso.com/run?page=@{triggerBody()?['id']}" }) },
        at: [],
      },
    ],
  },
  check({ texts }, report) {
    for (const { parts, path, pointer } of texts) {
      const [inputs, key] = path;
      if (inputs !== 'inputs' || (key !== 'uri' && key !== 'path') || path.length > 2) continue;
      for (const [index, part] of parts.entries()) {
        const next = parts[index + 1];
        if (typeof part !== 'string' || next === undefined || typeof next === 'string') continue;
        const name = /[?&]([\w-]{1,80})=$/.exec(part)?.[1];
        if (name === undefined || !isSecretParameter(name)) continue;
        report(pointer, `The address has a key in the query parameter ${shorten(name)}, expected it in a header.`);
      }
    }
  },
};
