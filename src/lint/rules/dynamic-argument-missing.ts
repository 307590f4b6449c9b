import { shorten } from '../../core/shorten.js';
import { partsOf } from '../../openapi/schema-parts.js';
import type { Operation } from '../../openapi/types.js';
import { argumentsOf } from '../dynamic-calls.js';
import { queueCall, withArea } from '../example-dynamic.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import type { Subject } from '../subject.js';

export const dynamicArgumentMissing: LintRule = {
  code: 'dynamic-argument-missing',
  severity: 'warning',
  summary: 'A dynamic call gives all that the called operation requires and has no default for.',
  why: 'The service refuses the call, and the designer shows an error in place of the list or the fields.',
  source: `${validatorPage} (OperationMissingRequiredProperty)`,
  published: { files: 0, of: 161 },
  codes: ['OperationMissingRequiredProperty'],
  examples: {
    bad: [{ definition: withArea({ required: true }), at: [queueCall] }],
    good: [
      { definition: withArea({}), at: [] },
      { definition: { ...withArea({ required: true }), [`${queueCall}/parameters/area`]: 'north' }, at: [] },
    ],
  },
  check(subject, report) {
    const known = new Map<Operation, readonly Need[]>();
    for (const call of subject.dynamicCalls) {
      const operation = call.target?.operation;
      if (operation === undefined) continue;
      let needs = known.get(operation);
      if (needs === undefined) known.set(operation, (needs = needed(subject, operation)));
      const body = subject.bodies.get(operation)?.request?.parameter.name;
      const given = new Set(argumentsOf(call).flatMap(({ name }) => namesGiven(name, body)));
      if (body !== undefined && given.has(body)) continue;
      for (const { name, pointer } of needs) {
        if (given.has(name)) continue;
        const message = `The call of ${shorten(operation.operationId)} does not give ${shorten(name)}, which the operation requires.`;
        report(call.pointer, message, { declared: pointer });
      }
    }
    return {};
  },
};

/** Something that a request must have. */
interface Need {
  readonly name: string;
  readonly pointer: string;
}

/** What an argument gives by its name: a parameter, a property of the body, or something in one. */
function namesGiven(argument: string, body: string | undefined): readonly string[] {
  const way = body !== undefined && argument.startsWith(`${body}/`) ? argument.slice(body.length + 1) : argument;
  return [argument, way, way.split('/', 1)[0] ?? way, way.split('.', 1)[0] ?? way];
}

function needed({ definition, parameters, bodies }: Subject, operation: Operation): readonly Need[] {
  const needs: Need[] = [];
  for (const { parameter, pointer } of parameters.get(operation) ?? []) {
    const { in: where, name, required } = parameter;
    if (where !== 'body' && required === true && parameter.default === undefined) needs.push({ name, pointer });
  }
  const body = bodies.get(operation)?.request;
  if (body?.parameter.required !== true) return needs;
  for (const { schema, properties } of partsOf(definition, body.schema).parts) {
    for (const name of schema.required ?? []) {
      const inner = properties?.get(name)?.schema;
      if (inner === undefined) continue;
      const hasDefault = partsOf(definition, inner).parts.some((part) => part.schema.default !== undefined);
      if (!hasDefault) needs.push({ name, pointer: body.pointer });
    }
  }
  return needs;
}
