import { isObject, own } from '../../../core/json.js';
import { child } from '../../../core/pointer.js';
import { shorten } from '../../../core/shorten.js';
import { isSecretName } from '../../../http/secret-names.js';
import { objectAt } from '../../../workflow/find.js';
import { ask, hiding } from '../example-ask.js';
import { namesIn } from '../key-sources.js';
import type { PlaybookRule } from '../rule.js';
import { reviews, securingPage } from '../sources.js';

export const keyInParameter: PlaybookRule = {
  code: 'key-in-parameter',
  severity: 'error',
  summary: 'A parameter that holds a key, a token or a password has the type SecureString or SecureObject.',
  why: 'The value of any other parameter is shown to everybody who may read the workflow, and kept in its deployments.',
  source: `${securingPage}; ${reviews}`,
  published: 0,
  examples: {
    bad: [
      {
        change: {
          '/definition/parameters/Access': { type: 'String' },
          '/definition/actions/Ask': {
            ...ask({ headers: { 'api-key': "@parameters('Access')" } }),
            ...hiding('inputs'),
          },
        },
        at: ['/definition/parameters/Access/type'],
      },
    ],
    good: [
      {
        change: {
          '/definition/parameters/Access': { type: 'securestring' },
          '/definition/actions/Ask': {
            ...ask({ headers: { 'api-key': "@parameters('Access')" } }),
            ...hiding('inputs'),
          },
        },
        at: [],
      },
    ],
  },
  check({ keyPlaces, definition, pointer }, report) {
    const used = new Map<string, string>();
    for (const { text, step, kind, name } of keyPlaces) {
      const how = `${shorten(step.name)} sends it as the ${kind} ${shorten(name)}`;
      for (const parameter of namesIn(text, 'parameters')) used.set(parameter.toLowerCase(), how);
    }
    for (const [name, declared] of Object.entries(objectAt(definition, 'parameters'))) {
      const why = used.get(name.toLowerCase()) ?? (isSecretName(name) ? 'its name says so' : undefined);
      const type = isObject(declared) ? own(declared, 'type') : undefined;
      if (why === undefined || name.startsWith('$') || typeof type !== 'string' || !/^(string|object)$/i.test(type))
        continue;
      const message = `The parameter ${shorten(name)} of type ${shorten(type)} holds a secret: ${why}; expected "Secure${type}".`;
      report(child(child(child(pointer, 'parameters'), name), 'type'), message);
    }
  },
};
