import type { JsonObject } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import { limits } from '../limits.js';
import { chainOf } from '../order.js';
import type { RefusalRule } from '../rule.js';
import { templateFailed } from '../said.js';
import { limitsPage, measured } from '../sources.js';

/** A scope with as many levels of scopes in it. */
function scopes(levels: number): JsonObject {
  const inner = levels === 1 ? {} : { [`Level_${levels}`]: scopes(levels - 1) };
  return { type: 'Scope', actions: inner, runAfter: { Say: ['Succeeded'] } };
}

/** The same, each after nothing, but for the first. */
function nested(levels: number): JsonObject {
  const text = JSON.stringify(scopes(levels)).replaceAll('{"Say":["Succeeded"]}', '{}');
  return JSON.parse(text) as JsonObject; // it was written just now
}

export const nestedTooDeep: RefusalRule = {
  code: 'nested-too-deep',
  severity: 'error',
  summary: `No action stands in more than ${limits.nesting} others.`,
  why: 'The service refuses to save the workflow.',
  source: `${limitsPage}; ${measured}`,
  when: 'save',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Level': nested(limits.nesting + 2) },
        at: [
          `/definition/actions/Level${Array.from({ length: limits.nesting + 1 }, (_, index) => `/actions/Level_${limits.nesting + 2 - index}`).join('')}`,
        ],
      },
    ],
    good: [{ change: { '/definition/actions/Level': nested(limits.nesting + 1) }, at: [] }],
  },
  check({ actions }, report) {
    for (const step of actions) {
      const level = chainOf(step).length - 1;
      if (level !== limits.nesting + 1) continue;
      const message = `${shorten(step.name)} stands in ${level} other actions, at most ${limits.nesting} were expected.`;
      const words = `The template actions '${step.name}' are nested at level '${level}' which exceeds the maximum nesting limit of '${limits.nesting}'.`;
      report(step.pointer, message, { said: templateFailed(words) });
    }
  },
};
