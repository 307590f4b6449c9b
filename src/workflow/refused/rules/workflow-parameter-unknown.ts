import { isObject, own } from '../../../core/json.js';
import { shorten } from '../../../core/shorten.js';
import { hinting } from '../../../core/hinting.js';
import type { RefusalRule } from '../rule.js';
import { measured } from '../sources.js';

export const workflowParameterUnknown: RefusalRule = {
  code: 'workflow-parameter-unknown',
  severity: 'error',
  summary: 'Every parameter that an expression reads is declared in the definition.',
  why: 'Each run fails that comes to the expression.',
  source: `${measured}; a Standard workflow without "parameters" has them in another file`,
  when: 'run',
  serviceCode: 'InvalidTemplate',
  examples: {
    bad: [
      {
        change: { '/definition/actions/Read/inputs/queries/in': "@parameters('language_')" },
        at: ['/definition/actions/Read/inputs/queries/in'],
      },
    ],
    good: [{ change: { '/definition/actions/Read/inputs/queries/in': "@parameters('language')" }, at: [] }],
  },
  check({ functionCalls, definition }, report) {
    const declared = own(definition, 'parameters');
    if (!isObject(declared)) return;
    const names = Object.keys(declared);
    const hint = hinting();
    const known = new Set(names.map((name) => name.toLowerCase()));
    for (const { at, name, function: of } of functionCalls) {
      if (of !== 'parameters' || name === undefined || name.startsWith('$') || known.has(name.toLowerCase())) continue;
      const said = `The workflow parameter '${name}' is not found.`;
      const message = `The parameter ${shorten(name)} is not declared, expected one of the definition's.${hint(name, () => names)}`;
      report(at.pointer, message, { said });
    }
  },
};
