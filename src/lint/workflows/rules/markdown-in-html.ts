import { shorten } from '../../../core/shorten.js';
import { ask } from '../example-ask.js';
import { expressionsInHtml, isPreformatted } from '../html.js';
import type { PlaybookRule } from '../rule.js';

const text = '/definition/actions/Told/inputs';
const told = {
  type: 'Compose',
  inputs: "<p>@{replace(string(body('Ask')?['answer']), '<', '&lt;')}</p>",
  runAfter: { Ask: ['Succeeded'] },
};

export const markdownInHtml: PlaybookRule = {
  code: 'markdown-in-html',
  severity: 'note',
  summary: 'What a language model writes is not put into an element of HTML.',
  why: 'Models answer in Markdown: within <p> its stars and hashes stay as they are, and all lines run into one.',
  source: 'the first article: its tasks and comments; comments of Microsoft Sentinel render both',
  published: 3,
  examples: {
    bad: [{ change: { '/definition/actions/Ask': ask(), '/definition/actions/Told': told }, at: [text] }],
    good: [
      {
        change: {
          '/definition/actions/Ask': ask(),
          '/definition/actions/Told': { ...told, inputs: told.inputs.replaceAll('p>', 'pre>') },
        },
        at: [],
      },
      {
        change: {
          '/definition/actions/Ask': ask(),
          '/definition/actions/Told': { ...told, inputs: "@body('Ask')?['answer']" },
        },
        at: [],
      },
    ],
  },
  check({ texts, sourcesOf, modelCalls }, report) {
    for (const at of texts) {
      const answer = expressionsInHtml(at).find(
        (one) => sourcesOf(one, at).some(({ step }) => modelCalls.has(step)) && !isPreformatted(at, one),
      );
      if (answer === undefined) continue;
      const shown = shorten(at.text.slice(answer.start, answer.end));
      report(
        at.pointer,
        `The HTML has ${shown} in it, which a language model writes as Markdown, expected it by itself.`,
      );
    }
  },
};
