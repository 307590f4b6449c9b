import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { isSecretName } from '../../../http/secret-names.js';
import type { DeclaredVariable } from '../../../workflow/refused/variables.js';
import { ask, hiding } from '../example-ask.js';
import { namesIn } from '../key-sources.js';
import type { PlaybookRule } from '../rule.js';
import { reviews, securingPage } from '../sources.js';

const key = { name: 'access', type: 'string', value: 'TO BE FILLED IN' };

export const keyInVariable: PlaybookRule = {
  code: 'key-in-variable',
  severity: 'error',
  summary: 'No variable holds a key, a token or a password.',
  why: 'Whoever may read the workflow or one of its runs reads the key: a variable is never hidden. A connection keeps it, or Key Vault, or a managed identity needs none.',
  source: `${securingPage}; ${reviews}`,
  published: 1,
  examples: {
    bad: [
      {
        change: {
          '/definition/actions/Count/inputs/variables/-': key,
          '/definition/actions/Ask': {
            ...ask({ headers: { 'api-key': "@variables('access')" } }),
            ...hiding('inputs'),
          },
        },
        at: ['/definition/actions/Count/inputs/variables/1/value'],
      },
      {
        change: {
          '/definition/actions/Count/inputs/variables/-': { name: 'clientSecret', type: 'string' },
          '/definition/actions/Say/inputs': "@concat(variables('count'), variables('clientSecret'))",
        },
        at: ['/definition/actions/Count/inputs/variables/1'],
      },
    ],
    good: [
      {
        change: {
          '/definition/parameters/Key': { type: 'SecureString' },
          '/definition/actions/Ask': { ...ask({ headers: { 'api-key': "@parameters('Key')" } }), ...hiding('inputs') },
        },
        at: [],
      },
    ],
  },
  check({ keyPlaces, variables }, report) {
    const told = new Set<DeclaredVariable>();
    const tell = (declared: DeclaredVariable, why: string) => {
      if (told.has(declared)) return;
      told.add(declared);
      const { name, value, pointer } = declared;
      const message = `The variable ${shorten(name)} holds a secret: ${why}; expected it in a connection, or a parameter of the type SecureString.`;
      report(value === undefined ? pointer : child(pointer, 'value'), message);
    };
    for (const { text, step, kind, name } of keyPlaces) {
      for (const variable of namesIn(text, 'variables')) {
        const declared = variables.byName.get(variable.toLowerCase());
        if (declared) tell(declared, `${shorten(step.name)} sends it as the ${kind} ${shorten(name)}`);
      }
    }
    for (const declared of variables.declared) {
      if (isSecretName(declared.name) && declared.value !== '') tell(declared, 'its name says so');
    }
  },
};
