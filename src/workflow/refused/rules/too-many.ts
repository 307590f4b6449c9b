import { isObject, own, type Json, type JsonObject } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { objectAt } from '../../find.js';
import { limits } from '../limits.js';
import type { RefusalRule } from '../rule.js';
import { limitsPage } from '../sources.js';

/** As many members as a limit is, and one more. */
function oneMoreThan(limit: number, member: (index: number) => Json): JsonObject {
  return Object.fromEntries(Array.from({ length: limit + 1 }, (_, index) => [`M${index}`, member(index)]));
}

const compose = { type: 'Compose', inputs: 1, runAfter: {} };

export const tooMany: RefusalRule = {
  code: 'too-many-in-workflow',
  severity: 'error',
  summary: `A workflow has at most ${limits.actions} actions, ${limits.triggers} triggers, ${limits.variables} variables, ${limits.parameters} parameters, ${limits.outputs} outputs, and ${limits.cases} cases in a Switch.`,
  why: 'The service refuses to save the workflow.',
  source: limitsPage,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: {
          '/definition/actions': oneMoreThan(limits.actions, () => compose),
          '/definition/parameters/Language': undefined,
        },
        at: ['/definition/actions'],
      },
      {
        change: { '/definition/outputs': oneMoreThan(limits.outputs, (index) => ({ type: 'Int', value: index })) },
        at: ['/definition/outputs'],
      },
      {
        change: {
          '/definition/actions/Which': {
            type: 'Switch',
            expression: "@triggerBody()?['kind']",
            cases: oneMoreThan(limits.cases, (index) => ({ case: `${index}`, actions: {} })),
            runAfter: {},
          },
        },
        at: ['/definition/actions/Which/cases'],
      },
    ],
    good: [{ change: {}, at: [] }],
  },
  check({ definition, pointer, actions, triggers, variables }, report) {
    const tell = (at: string, { what, count, most }: { what: string; count: number; most: number }) => {
      if (count > most) report(at, `The workflow has ${count} ${what}, at most ${most} were expected.`);
    };
    tell(child(pointer, 'actions'), { what: 'actions', count: actions.length, most: limits.actions });
    tell(child(pointer, 'triggers'), { what: 'triggers', count: triggers.length, most: limits.triggers });
    tell(child(pointer, 'actions'), { what: 'variables', count: variables.declared.length, most: limits.variables });
    for (const what of ['parameters', 'outputs'] as const) {
      const count = Object.keys(objectAt(definition, what)).length;
      tell(child(pointer, what), { what, count, most: limits[what] });
    }
    for (const step of actions) {
      const cases = own(step.value, 'cases');
      if (!isObject(cases)) continue;
      const count = Object.keys(cases).length;
      tell(child(step.pointer, 'cases'), {
        what: `cases in "${step.name.slice(0, limits.nameLength)}"`,
        count,
        most: limits.cases,
      });
    }
  },
};
