import { shorten } from '../../../core/shorten.js';
import { knownText } from '../../../workflow/sent.js';
import { eachText } from '../../secret-texts.js';
import { ask } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';

export const apiVersionOver: PlaybookRule = {
  code: 'api-version-over',
  severity: 'error',
  summary: 'No call names a version of an API that its service answers no more.',
  why: 'The call fails, each time.',
  source: 'the "retired" of the contract.json of a shipped connector, with its own source',
  published: 1,
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Ask': ask({
            uri: 'https://help.contoso.example/answers?api-version=2020-01-01-retired',
          }),
        },
        at: ['/definition/actions/Ask/inputs/uri'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Ask': ask({ uri: 'https://help.contoso.example/answers?api-version=2024-01-01' }),
        },
        at: [],
      },
    ],
  },
  check({ definition, pointer, retired }, report) {
    eachText(definition, { pointer }, (text, at) => {
      const version = /[?&]api-version=([\w.-]{1,40})/i.exec(text)?.[1];
      const host = version && /^https?:\/\/([^/?#]{1,253})/i.exec(knownText(text) ?? '')?.[1];
      const found = host && retired().find((one) => one.version === version && host.toLowerCase().endsWith(one.host));
      if (!found) return;
      report(
        at,
        `The address names the version ${shorten(found.version)}, which its service has answered no more since ${found.on}.`,
      );
    });
  },
};

/** What the examples of this rule take for retired. */
export const exampleRetired = [{ version: '2020-01-01-retired', host: '.contoso.example', on: '2021-01-01' }] as const;
