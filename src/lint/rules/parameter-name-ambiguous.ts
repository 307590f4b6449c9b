import { isObject, own } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import { isReference } from '../../openapi/refs.js';
import type { Extensible, Reference } from '../../openapi/types.js';
import type { NodePlace } from '../../openapi/walk.js';
import { having } from '../having.js';
import { groupFilter, groupsBy } from '../example-groups.js';
import { membersOf, propertyOf } from '../members.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import type { Subject } from '../subject.js';

/** The extensions that call another operation, with arguments by name. */
const calls = ['x-ms-dynamic-values', 'x-ms-dynamic-list', 'x-ms-dynamic-schema', 'x-ms-dynamic-properties'] as const;

export const parameterNameAmbiguous: LintRule = {
  code: 'parameter-name-ambiguous',
  severity: 'warning',
  summary: 'The argument of a dynamic call is either a parameter of the operation or a property of its body, not both.',
  why: 'The designer cannot tell which of them is meant: the call lacks one, and the list stays empty.',
  source: `${validatorPage} (OperationParameterNameIsAmbiguous)`,
  published: { files: 0, of: 161 },
  codes: ['OperationParameterNameIsAmbiguous'],
  examples: {
    bad: [
      {
        definition: groupsBy('filter', 'filter'),
        at: [`${groupFilter}/x-ms-dynamic-values/parameters/filter`],
      },
    ],
    good: [{ definition: groupsBy('filter', 'kind'), at: [] }],
  },
  check(subject, report) {
    const ambiguous = new Map<string, ReadonlySet<string>>();
    const namesOf = (id: string) => {
      let names = ambiguous.get(id);
      if (names === undefined) ambiguous.set(id, (names = ambiguousNames(subject, id)));
      return names;
    };
    const check = (node: Extensible | Reference, { pointer }: NodePlace) => {
      if (isReference(node)) return;
      for (const name of calls) {
        const call = node[name];
        if (!isObject(call)) continue;
        const [id, values] = [own(call, 'operationId'), own(call, 'parameters')];
        if (typeof id !== 'string' || !isObject(values)) continue;
        for (const argument of Object.keys(values).filter((key) => namesOf(id).has(key))) {
          const message = `The argument ${shorten(argument)} is a parameter of ${shorten(id)} and a property of its body, expected one of them.`;
          report(child(`${pointer}/${name}/parameters`, argument), message);
        }
      }
    };
    return { parameter: having(calls, check), schema: having(calls, check) };
  },
};

/** What an operation has both a parameter and a property of its body for. */
function ambiguousNames({ definition, operationById, parameters, bodies }: Subject, id: string): ReadonlySet<string> {
  const operation = operationById.get(id)?.operation;
  const body = operation && bodies.get(operation)?.request;
  if (operation === undefined || body === undefined) return new Set();
  const members = membersOf(definition, body.schema) ?? [];
  const names = (parameters.get(operation) ?? []).flatMap(({ parameter }) =>
    parameter.in === 'body' ? [] : [parameter.name],
  );
  return new Set(names.filter((name) => propertyOf(members, name) !== undefined));
}
