import { isObject, own, type Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { LintRule } from '../rule.js';
import type { Subject } from '../subject.js';
import type { OperationAt } from '../../openapi/walk.js';

const at = '/x-ms-capabilities/testConnection';

export const testConnectionUnfit: LintRule = {
  code: 'test-connection-unfit',
  severity: 'warning',
  summary: 'The operation that tests a connection is a GET, and all that it requires is given.',
  why: 'It is called when a connection is made, with nobody there to fill anything in: the connection seems broken.',
  source: 'https://learn.microsoft.com/connectors/custom-connectors/test-connection',
  published: { files: 0, of: 161 },
  codes: [],
  examples: {
    bad: [
      { definition: { '/x-ms-capabilities': { testConnection: { operationId: 'GetTicket' } } }, at: [at] },
      {
        definition: {
          '/x-ms-capabilities': { testConnection: { operationId: 'CreateTicket', parameters: { body: {} } } },
        },
        at: [at],
      },
    ],
    good: [
      {
        definition: { '/x-ms-capabilities': { testConnection: { operationId: 'GetTicket', parameters: { id: 1 } } } },
        at: [],
      },
    ],
  },
  check(subject, report) {
    const capabilities = subject.definition['x-ms-capabilities'];
    const test = isObject(capabilities) ? own(capabilities, 'testConnection') : undefined;
    if (!isObject(test)) return {};
    const id = own(test, 'operationId');
    const called = typeof id === 'string' ? subject.operationById.get(id) : undefined;
    if (typeof id !== 'string') report(at, 'The test of a connection names no operation, expected an "operationId".');
    else if (called && called.method !== 'get') {
      report(
        at,
        `The operation ${shorten(id)} tests the connection by ${called.method.toUpperCase()}, expected a GET.`,
      );
    } else if (called) {
      for (const name of missing(subject, called, own(test, 'parameters'))) {
        report(
          at,
          `The operation ${shorten(id)} tests the connection and requires ${shorten(name)}, expected a value for it here.`,
        );
      }
    }
    return {};
  },
};

/** The parameters that an operation requires and that neither a default nor a test gives. */
function missing({ parameters }: Subject, { operation }: OperationAt, given: Json | undefined): string[] {
  const values = isObject(given) ? given : {};
  return (parameters.get(operation) ?? []).flatMap(({ parameter }) => {
    const hasDefault = parameter.in !== 'body' && parameter.default !== undefined;
    return parameter.required === true && !hasDefault && !Object.hasOwn(values, parameter.name) ? [parameter.name] : [];
  });
}
