import { array, object, string } from '../../src/index.js';
import { addTask, fn, forEach, parseJson, playbook, type Playbook } from '../../src/playbooks.js';
import type { Variant } from '../about.js';
import { ask, unlessWhole } from '../answer.js';
import type { Asking } from '../completion.js';
import { FENCE, incidentData } from '../incident-data.js';
import { once } from '../once.js';
import { maxTokens, model } from '../settings.js';
import { strict } from '../strict.js';

/** How many tasks an incident gets at most, whatever the model says. */
const MOST_STEPS = 5;

const Plan = strict({ steps: array(strict({ title: string(), rationale: string() })) });
/** What is read of it: an answer that lacks a part does not fail the run. */
const PlanRead = object({ steps: array(object({ title: string(), rationale: string() })) });

const INSTRUCTIONS =
  'You help a security analyst. Give the three most useful steps to investigate the incident, in order.';

/** Asks a model once for three steps to investigate an incident: each is a task. */
export function threeSteps(asking: Asking, { name, parameters = [], about }: Variant): Playbook {
  const workflow = once({
    name,
    tag: 'ai-steps:v1',
    parameters: [model, maxTokens, ...parameters],
    steps: ({ body, id }) => {
      const data = incidentData(body);
      const asked = ask(asking, 'Ask for steps', {
        messages: [
          { role: 'system', content: `${INSTRUCTIONS} ${FENCE}` },
          { role: 'user', content: data.text },
        ],
        answer: { name: 'steps', schema: Plan },
      });
      const plan = parseJson('Read the steps', asked.content, { schema: PlanRead });
      const steps = fn.take(fn.coalesce(plan.body.at('steps'), []), MOST_STEPS);
      const tasks = forEach('For each step', steps, {
        steps: (step) => [
          addTask('Add a task', {
            incident: id,
            task: fn.take(fn.plain(fn.coalesce(step.at('title'), 'Step')), 150),
            details: fn.inert(fn.coalesce(step.at('rationale'), '')),
          }),
        ],
      });
      return [...data.steps, ...asked.steps, unlessWhole(asked, id), plan, tasks];
    },
  });
  return playbook(workflow, {
    ...about,
    title: 'Three steps to investigate an incident',
    description:
      'Asks a model once what to do about an incident, and adds each of its steps as a task. An incident is done once: a tag says so. Where the model gives no whole answer, or a step fails, a comment says why.',
    version: '1.0.0',
    lastUpdateTime: '2026-11-22T00:00:00Z',
  });
}
