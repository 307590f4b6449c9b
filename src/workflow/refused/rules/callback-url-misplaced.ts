import { shorten } from '../../../core/shorten.js';
import { isOfOpenType } from '../open-values.js';
import type { RefusalRule } from '../rule.js';
import { functionsPage } from '../sources.js';

export const callbackUrlMisplaced: RefusalRule = {
  code: 'callback-url-misplaced',
  severity: 'error',
  summary: 'listCallbackUrl() stands in a webhook: a trigger or an action that waits to be called back.',
  why: 'Nothing else has an address to be called back at: the expression fails.',
  source: functionsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      { change: { '/definition/actions/Say/inputs': '@listCallbackUrl()' }, at: ['/definition/actions/Say/inputs'] },
    ],
    good: [
      {
        change: {
          '/definition/actions/Say': {
            type: 'HttpWebhook',
            inputs: {
              subscribe: { method: 'POST', uri: 'https://contoso.com/hooks', body: { url: '@listCallbackUrl()' } },
            },
            runAfter: { Each: ['Succeeded'] },
          },
        },
        at: [],
      },
    ],
  },
  check({ functionCalls }, report) {
    for (const { at, function: of } of functionCalls) {
      const { step } = at;
      // of a trigger any may be one of a service's own webhooks
      if (of !== 'listcallbackurl' || step?.kind === 'trigger') continue;
      if (step && isOfOpenType(step)) continue;
      if (step && /webhook|notification|workflow|agent/i.test(step.type)) continue;
      const where = step === undefined ? 'the outputs' : `${shorten(step.name)} of type ${shorten(step.type)}`;
      const said = "The template function 'listCallbackUrl' is not expected at this location.";
      report(at.pointer, `listCallbackUrl() stands in ${where}, expected it in a webhook.`, { said });
    }
  },
};
