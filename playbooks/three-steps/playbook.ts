import { array, object, string, type Connector } from '../../src/index.js';
import { addTask, fn, forEach, parseJson, text, type BuiltWorkflow } from '../../src/playbooks.js';
import { ask } from '../answer.js';
import { completionOf } from '../completion.js';
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

/** Asks a model once for three steps to investigate an incident: each is a task. */
export function threeSteps(connector: Connector): BuiltWorkflow {
  return once({
    name: 'three-steps',
    tag: 'ai-steps:v1',
    parameters: [model, maxTokens],
    steps: ({ body, id }) => {
      const data = incidentData(body);
      const asked = ask({
        title: 'Ask for steps',
        completion: completionOf(connector),
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
            details: text`<p>${fn.html(fn.coalesce(step.at('rationale'), ''))}</p>`,
          }),
        ],
      });
      return [...data.steps, ...asked.steps, onWholeAnswer(asked, id, [plan, tasks])];
    },
  });
}
