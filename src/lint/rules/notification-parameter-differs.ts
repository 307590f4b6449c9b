import { isObject, own, type JsonObject } from '../../core/json.js';
import { sameJson } from '../../core/same-json.js';
import { shorten } from '../../core/shorten.js';
import type { Operation, ValueParameter } from '../../openapi/types.js';
import type { ParameterAt } from '../../openapi/walk.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

const subscribed = '/paths/~1hooks/post/parameters/1';

export const notificationParameterDiffers: LintRule = {
  code: 'notification-parameter-differs',
  severity: 'warning',
  summary:
    'A trigger and the webhook that notifies it have the same type and visibility for parameters of the same name.',
  why: 'The designer asks once and sends the answer to both: one of them gets another type than it expects, or nothing.',
  source: `${validatorPage} (ParamtersWithSameNameMustHaveSameTypeAndVisibility)`,
  published: { files: 0, of: 161 },
  codes: ['ParamtersWithSameNameMustHaveSameTypeAndVisibility'],
  examples: {
    bad: [{ definition: withQueue({ type: 'integer', format: 'int32' }), at: [subscribed] }],
    good: [{ definition: withQueue({ type: 'string' }), at: [] }],
  },
  check({ operations, operationById, parameters }, report) {
    const judged = new Set<Operation>();
    for (const { operation } of operations) {
      const notification = operation['x-ms-notification'];
      const id = isObject(notification) ? own(notification, 'operationId') : undefined;
      const webhook = typeof id === 'string' ? operationById.get(id)?.operation : undefined;
      if (webhook === undefined || judged.has(webhook)) continue;
      judged.add(webhook);
      const fetched = new Map(values(parameters.get(operation)).map(({ parameter }) => [parameter.name, parameter]));
      for (const { parameter, pointer } of values(parameters.get(webhook))) {
        const other = fetched.get(parameter.name);
        if (other === undefined || isSame(parameter, other)) continue;
        const message = `The parameter ${shorten(parameter.name)} has another type or visibility than in ${shorten(operation.operationId ?? 'the trigger')}, expected the same: one field fills both.`;
        report(pointer, message);
      }
    }
    return {};
  },
};

interface ValueAt {
  readonly parameter: ValueParameter;
  readonly pointer: string;
}

function values(parameters: readonly ParameterAt[] = []): ValueAt[] {
  return parameters.flatMap(({ parameter, pointer }) => (parameter.in === 'body' ? [] : [{ parameter, pointer }]));
}

function isSame(one: ValueParameter, other: ValueParameter): boolean {
  return one.type === other.type && sameJson(one['x-ms-visibility'], other['x-ms-visibility']);
}

/** A trigger that fetches new tickets when the webhook says that there are some; both take a queue, which for the webhook is of this type. */
function withQueue(type: JsonObject): Readonly<Record<string, JsonObject>> {
  const queue = { name: 'queue', in: 'query', description: 'Tickets of which queue.', 'x-ms-summary': 'Queue' };
  const get = {
    operationId: 'WhenTicketsAreCreated',
    summary: 'When tickets are created',
    description: 'This operation triggers when tickets are created.',
    'x-ms-trigger': 'batch',
    'x-ms-notification': { operationId: 'WhenATicketIsCreated' },
    parameters: [{ ...queue, type: 'string' }],
    responses: {
      '200': { description: 'The tickets.', schema: { type: 'array', items: { $ref: '#/definitions/Ticket' } } },
      '500': { description: 'The service failed.' },
    },
  };
  return { '/paths/~1created': { get }, [subscribed]: { ...queue, ...type } };
}
