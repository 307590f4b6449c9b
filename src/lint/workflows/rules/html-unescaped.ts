import { shorten } from '../../../core/shorten.js';
import { ask, asked } from '../example-ask.js';
import { expressionsInHtml, isEscaped, isPlainValue } from '../html.js';
import type { PlaybookRule } from '../rule.js';

const text = '/definition/actions/Each/actions/Answer/inputs/body/text';

export const htmlUnescaped: PlaybookRule = {
  code: 'html-unescaped',
  severity: 'warning',
  summary: 'What is put between HTML is escaped: "<" at least is replaced.',
  why: 'Titles, entities and the answers of models are written by others, attackers among them: a "<" in one of them breaks the comment, hides what follows, or shows what somebody else wants to be seen.',
  source: 'measured: 7 of 13 playbooks put text as it is into HTML',
  published: 4,
  examples: {
    bad: [
      { change: { [text]: "<p>Seen: @{items('Each')?['text']}</p>" }, at: [text] },
      { change: { [text]: "@concat('<b>', triggerBody()?['title'], '</b>')" }, at: [text] },
    ],
    good: [
      { change: { [text]: "<p>Seen: @{replace(string(items('Each')?['text']), '<', '&lt;')}</p>" }, at: [] },
      { change: { [text]: "<p>Number @{triggerBody()?['ticketNumber']}</p>" }, at: [] },
      { change: { [text]: "Seen: @{items('Each')?['text']}" }, at: [] },
      { change: { '/definition/actions/Ask': ask({}, asked("Is 1 < 2? @{triggerBody()?['title']}")) }, at: [] },
    ],
  },
  check({ texts, sourcesOf }, report) {
    for (const at of texts) {
      const raw = expressionsInHtml(at).find((expression) => {
        if (isEscaped(expression) || isPlainValue(expression)) return false;
        return sourcesOf(expression, at).some(({ step }) => step.type !== 'Table');
      });
      if (raw === undefined) continue;
      const shown = shorten(at.text.slice(raw.start, raw.end));
      report(at.pointer, `The HTML has ${shown} in it as it is, expected replace() of "<" around it.`);
    }
  },
};
