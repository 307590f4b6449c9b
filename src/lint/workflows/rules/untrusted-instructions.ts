import { isObject, own } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { expressionsIn } from '../../../workflow/refused/texts.js';
import { ask } from '../example-ask.js';
import { bodyOf, messagesIn } from '../model-calls.js';
import type { PlaybookRule } from '../rule.js';

const messages = (role: string) => ({
  messages: [{ role, content: "The title is @{triggerBody()?['title']}." }],
  max_tokens: 200,
});

export const untrustedInstructions: PlaybookRule = {
  code: 'untrusted-instructions',
  severity: 'warning',
  summary: 'The instructions of a language model hold nothing that others wrote.',
  why: 'Titles, descriptions and entities are written by attackers, too. In a message of the role "system" or "developer" the model takes their words for its rules.',
  source: 'facts of published playbooks: one pastes the incident into the instructions',
  published: 0,
  examples: {
    bad: [
      {
        change: { '/definition/actions/Ask': ask({}, messages('system')) },
        at: ['/definition/actions/Ask/inputs/body/messages/0/content'],
      },
    ],
    good: [{ change: { '/definition/actions/Ask': ask({}, messages('user')) }, at: [] }],
  },
  check({ modelCalls, texts, sourcesOf }, report) {
    const instructions = new Map<string, string>();
    for (const step of modelCalls) {
      for (const [index, message] of messagesIn(bodyOf(step)).entries()) {
        const role = isObject(message) ? own(message, 'role') : undefined;
        if (typeof role !== 'string' || !/^(?:system|developer)$/i.test(role)) continue;
        instructions.set(['inputs', 'body', 'messages', String(index), 'content'].reduce(child, step.pointer), role);
      }
    }
    for (const at of texts) {
      const role = instructions.get(at.pointer);
      const foreign = role && expressionsIn(at).find((one) => sourcesOf(one, at).length > 0);
      if (!role || !foreign) continue;
      const shown = shorten(at.text.slice(foreign.start, foreign.end));
      report(
        at.pointer,
        `The message of the role ${shorten(role)} has ${shown} in it, expected that in one of the role "user".`,
      );
    }
  },
};
