import { array, object, string } from '../../src/index.js';
import {
  addTask,
  fn,
  forEach,
  parseJson,
  playbook,
  type Playbook,
  type WorkflowParameter,
} from '../../src/playbooks.js';
import type { Common } from '../about.js';
import { ask } from '../answer.js';
import type { Asking } from '../completion.js';
import { incidentData } from '../incident-data.js';
import { once } from '../once.js';
import { maxTokens, model } from '../settings.js';
import { strict } from '../strict.js';
import { onWholeAnswer } from '../whole-answer.js';

/** How many tasks an incident gets at most, whatever the model says. */
const MOST_STEPS = 5;

const Plan = strict({ steps: array(strict({ title: string(), rationale: string() })) });
/** What is read of it: an answer that lacks a part does not fail the run. */
const PlanRead = object({ steps: array(object({ title: string(), rationale: string() })) });

/** What differs between the ways in which the model is asked. */
interface Variant {
  readonly name: string;
  readonly parameters?: readonly WorkflowParameter[];
  readonly about: Common;
}

/** Asks a model once for three steps to investigate an incident: each is a task. */
export function threeSteps(asking: Asking, { name, parameters = [], about }: Variant): Playbook {
  const workflow = once({
    name,
    tag: 'ai-steps:v1',
    parameters: [model, maxTokens, ...parameters],
    steps: ({ body, id }) => {
      const data = incidentData(body);
      const asked = ask({
        title: 'Ask for steps',
        asking,
        instructions:
          'You help a security analyst. Give the three most useful steps to investigate the incident, in order.',
        data: data.text,
        answer: { name: 'steps', schema: Plan },
      });
      const plan = parseJson('Read the steps', asked.content, { schema: PlanRead });
      const steps = fn.take(fn.coalesce(plan.body.at('steps'), []), MOST_STEPS);
      const tasks = forEach('For each step', steps, {
        steps: (step) => [
          addTask('Add a task', {
            incident: id,
            task: fn.plain(fn.take(fn.coalesce(step.at('title'), 'Step'), 150)),
            details: fn.html(fn.coalesce(step.at('rationale'), '')),
          }),
        ],
      });
      return [...data.steps, ...asked.steps, onWholeAnswer(asked, id, [plan, tasks])];
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
