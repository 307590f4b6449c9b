import { own } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import { objectAt } from '../../../workflow/find.js';
import { knownText } from '../../../workflow/sent.js';
import { hiding } from '../example-ask.js';
import type { PlaybookRule } from '../rule.js';
import { isHidden } from '../secure-data.js';
import { reviews, securingPage } from '../sources.js';

const read = {
  type: 'Http',
  inputs: {
    method: 'GET',
    uri: 'https://contoso.vault.azure.net/secrets/tickets?api-version=7.4',
    authentication: { type: 'ManagedServiceIdentity', audience: 'https://vault.azure.net' },
  },
  runAfter: { Read: ['Succeeded'] },
};

export const outputsNotSecured: PlaybookRule = {
  code: 'outputs-not-secured',
  severity: 'error',
  summary: 'An action that reads a secret from Key Vault hides its outputs.',
  why: 'The secret stands in clear text in the history of each run.',
  source: `${securingPage}; ${reviews}`,
  published: 0,
  examples: {
    bad: [{ change: { '/definition/actions/Secret': read }, at: ['/definition/actions/Secret'] }],
    good: [{ change: { '/definition/actions/Secret': { ...read, ...hiding('outputs') } }, at: [] }],
  },
  check({ actions, calls }, report) {
    const ofVault = new Set(
      calls.filter(({ api, key }) => /^keyvault/i.test(api.name ?? key ?? '')).map(({ step }) => step),
    );
    for (const step of actions) {
      const inputs = objectAt(step.value, 'inputs');
      const address = own(inputs, ofVault.has(step) ? 'path' : 'uri');
      const text = typeof address === 'string' ? (knownText(address) ?? '') : '';
      const isSecret = ofVault.has(step)
        ? /\/secrets\/.+\/value/i.test(text)
        : /\.vault\.[^/?]+\/secrets\//i.test(text);
      if (!isSecret || isHidden(step, 'outputs')) continue;
      const message = `${shorten(step.name)} reads a secret and does not hide its outputs, expected "secureData" with "outputs".`;
      report(step.pointer, message);
    }
  },
};
