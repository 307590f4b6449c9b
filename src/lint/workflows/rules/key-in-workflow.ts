import { shorten } from '../../../core/shorten.js';
import { ask, hiding } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';
import { eachText, isNamedSecret, looksSecret } from '../../secret-texts.js';
import { securingPage } from '../sources.js';

/** A key that is none: it has the shape of one. */
const sampleKey = `sk-${'0123456789abcdef'.repeat(2)}`;

export const keyInWorkflow: PlaybookRule = {
  code: 'key-in-workflow',
  severity: 'error',
  summary: 'No key, token or password stands in a workflow.',
  why: 'Everybody who may read the workflow or one of its runs reads it, and it stays in the history of the repository.',
  source: securingPage,
  published: 0,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Tell/inputs/body/hint': `Use ${sampleKey}.` },
        at: ['/definition/actions/Tell/inputs/body/hint'],
      },
      {
        change: { '/definition/actions/Ask': { ...ask({ headers: { 'api-key': 'c0ffee' } }), ...hiding('inputs') } },
        at: ['/definition/actions/Ask/inputs/headers/api-key'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Ask': { ...ask({ headers: { 'api-key': '<your key>' } }), ...hiding('inputs') },
        },
        at: [],
      },
    ],
  },
  check({ keyPlaces, definition, pointer }, report) {
    const named = new Set<string>();
    for (const { kind, name, value, pointer: at } of keyPlaces) {
      if (!isNamedSecret(name, value)) continue;
      named.add(at);
      report(at, `The value of the ${kind} ${shorten(name)} looks like a secret, expected none in a workflow.`);
    }
    eachText(definition, { pointer }, (text, at) => {
      if (!named.has(at) && looksSecret(text)) {
        report(
          at,
          'A text looks like a secret, expected none in a workflow: a connection or a secure parameter keeps it.',
        );
      }
    });
  },
};
