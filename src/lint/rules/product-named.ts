import { shorten } from '../../core/shorten.js';
import { having } from '../having.js';
import type { LintRule } from '../rule.js';
import { certificationPage } from '../sources.js';

const product = /\b(?:power ?(?:apps?|automate|bi|pages|platform|virtual agents?)|microsoft flow|copilot studio)\b/i;

export const productNamed: LintRule = {
  code: 'product-named',
  severity: 'note',
  certification: 'warning',
  summary: 'No text names a product of the Power Platform.',
  why: 'The same connector is offered in all of them, and the texts are translated; certification refuses such names.',
  source: certificationPage,
  published: { files: 23, of: 1018 },
  codes: ['ValueContainsRestrictedWords'],
  examples: {
    bad: [
      {
        definition: { '/info/description': 'Reads the tickets of Contoso in Power Automate.' },
        at: ['/info/description'],
      },
      {
        definition: { '/paths/~1queues/get/summary': 'List the queues for PowerApps' },
        at: ['/paths/~1queues/get/summary'],
      },
    ],
    good: [{ definition: { '/info/description': 'Reads how much power the apps of Contoso take.' }, at: [] }],
  },
  check({ definition: { info } }, report) {
    const look = (text = '', key: string, pointer: string) => {
      const name = product.exec(text)?.[0];
      if (name !== undefined)
        report(`${pointer}/${key}`, `The ${key} names ${shorten(name)}, expected no product of the Power Platform.`);
    };
    look(info.title, 'title', '/info');
    look(info.description, 'description', '/info');
    return {
      operation: having(['summary', 'description'], ({ summary, description }, { pointer }) => {
        look(summary, 'summary', pointer);
        look(description, 'description', pointer);
      }),
    };
  },
};
