import { shorten } from '../../../core/shorten.js';
import { ask } from '../example-ask.js';
import { eachText } from '../../secret-texts.js';
import type { PlaybookRule } from '../rule.js';

const id = '11111111-2222-3333-4444-555555555555';
const PATH = /\/subscriptions\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})/i;
const NOBODYS = /^0{8}-(?:0{4}-){3}0{12}$/;

export const subscriptionHardCoded: PlaybookRule = {
  code: 'subscription-hard-coded',
  severity: 'warning',
  summary: 'The definition of a workflow names no subscription.',
  why: 'It runs in one place only, and tells everybody who gets the playbook where that is.',
  source: 'facts of published playbooks: one names its author’s subscription',
  published: 0,
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Ask': ask({ uri: `https://management.azure.com/subscriptions/${id}/resourceGroups` }),
        },
        at: ['/definition/actions/Ask/inputs/uri'],
      },
    ],
    good: [
      {
        change: {
          '/definition/actions/Ask': ask({
            uri: "https://management.azure.com/subscriptions/@{triggerBody()?['subscriptionId']}",
          }),
        },
        at: [],
      },
    ],
  },
  check({ definition, pointer }, report) {
    eachText(definition, { pointer }, (text, at) => {
      const found = PATH.exec(text)?.[1];
      if (found === undefined || NOBODYS.test(found)) return;
      report(at, `The text names the subscription ${shorten(found)}, expected a parameter, or what the trigger says.`);
    });
  },
};
