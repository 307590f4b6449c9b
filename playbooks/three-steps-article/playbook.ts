import { addTask, fn, playbook, text, type Playbook } from '../../src/playbooks.js';
import { withKey } from '../about.js';
import { ask, unlessWhole } from '../answer.js';
import type { Asking } from '../completion.js';
import { FENCE, incidentData } from '../incident-data.js';
import { lines } from '../lines.js';
import { once } from '../once.js';
import { maxTokens, model } from '../settings.js';

/** As the article has it. */
const SYSTEM =
  'You are a helpful Microsoft Sentinel assistant specialized in cybersecurity. Help the user with their security incident questions.';

/**
 * The playbook of the article "Sentinel and OpenAI Chat API with gpt-3.5-turbo and gpt-4": three steps are asked for at once, then each by itself
 * with the answer before it, and becomes a task.
 */
export function threeStepsArticle(asking: Asking): Playbook {
  const workflow = once({
    name: 'three-steps-article',
    tag: 'ai-steps-article:v1',
    parameters: [model, maxTokens],
    steps: ({ body, id }) => {
      const data = incidentData(body);
      const before = [
        { role: 'system', content: `${SYSTEM} ${FENCE}` },
        { role: 'user', content: text`What are 3 recommended steps to investigate this incident: ${data.text}` },
      ] as const;
      const initial = ask(asking, 'Initial completion', { messages: before });
      const each = [1, 2, 3].flatMap((step) => {
        const asked = ask(asking, `Step ${step} completion`, {
          messages: [
            ...before,
            { role: 'assistant', content: initial.content },
            { role: 'user', content: `Only give me step ${step}.` },
          ],
        });
        const task = addTask(`Add step ${step}`, {
          incident: id,
          task: `Step ${step}`,
          details: lines(fn.inert(asked.content)),
        });
        return [...asked.steps, unlessWhole(asked, id), task];
      });
      return [...data.steps, ...initial.steps, unlessWhole(initial, id), ...each];
    },
  });
  return playbook(workflow, {
    ...withKey,
    title: 'Three steps to investigate an incident, as the article has it',
    description:
      'Asks a model for three steps to investigate an incident, then for each of them by itself, with the first answer in the conversation, and adds it as a task. It costs four calls; three-steps gives the same with one.',
    version: '1.0.0',
    lastUpdateTime: '2026-11-22T00:00:00Z',
    mended: [
      'The question was the description alone, which is null for incidents of a workspace that is connected to Defender: the model is told title, description, tactics, alerts and entities, and any of them may be null.',
      'The description stood in the question as it was, so whoever caused the incident could give orders: it is sent as JSON, and said to be data.',
      'At 200 tokens an answer was cut off in the middle: how many it may have is a parameter, and an answer that is cut off, refused, filtered or empty ends the run as failed, with a comment.',
      'max_tokens is refused by newer models: the playbook sends max_completion_tokens where the connector has it.',
      'The loops went over the choices, of which there is one, and fail on null: the first is taken.',
      'The text of the model stood in the HTML of the task as it was: it is escaped, and no link comes of it.',
      'A call that failed left no trace: a comment names the step, and the run ends as failed.',
      'A second run added everything again: the tag, which the article puts on at the end, is put on first, and an incident that has it is left alone.',
    ],
  });
}
