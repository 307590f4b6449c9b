import { shorten } from '../../../core/shorten.js';
import type { RefusalRule } from '../rule.js';

/** What a Consumption workflow takes in no name of an action, but for control characters. */
const refused = /[<>%&\\?/]|\p{Cc}/u;

const compose = { type: 'Compose', inputs: 1, runAfter: {} };

export const stepNameCharacters: RefusalRule = {
  code: 'step-name-characters',
  severity: 'warning',
  summary: 'The name of a trigger or an action has none of < > % & \\ ? / and no control characters.',
  why: 'The service refuses to save a Consumption workflow; a Standard one may have them.',
  source:
    'blog.sandro-pereira.com, "Logic App Consumption and Standard have different Action name restrictions"; no page of Microsoft says so',
  when: 'save',
  examples: {
    bad: [{ change: { '/definition/actions/Why?': compose }, at: ['/definition/actions/Why?'] }],
    good: [{ change: { '/definition/actions/Add_comment_to_incident_(V3)': compose }, at: [] }],
  },
  check({ steps }, report) {
    for (const { name, kind, pointer } of steps) {
      const [character] = refused.exec(name) ?? [];
      if (character === undefined) continue;
      const message = `The name ${shorten(name)} of the ${kind} has the character ${shorten(character)}, expected one that Consumption workflows take.`;
      report(pointer, message);
    }
  },
};
