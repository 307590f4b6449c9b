import { child } from '../core/pointer.js';
import { resolveAs } from '../openapi/refs.js';
import type { Document, Response, Schema } from '../openapi/types.js';
import { notificationSchema, type OperationAt } from '../openapi/walk.js';

/** What the outputs of an operation are made from. */
export interface Answer {
  /** A status, `default`, or `notification`: what a webhook is told. */
  readonly status: string;
  readonly schema: Schema | undefined;
  readonly headers: NonNullable<Response['headers']>;
  readonly pointer: string;
}

/**
 * The answer that the designer looks at: the only one if it is no error; else 200, 201 or `default`, in this order; else none.
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/common/outputprocessor.ts.
 */
export function answerOf(document: Document, { item, operation, method, pointer }: OperationAt): Answer | undefined {
  const told = notificationSchema(item);
  if (told && isWebhook({ item, operation, method })) {
    const at = `${pointer.slice(0, -method.length - 1)}/x-ms-notification-content`;
    return { status: 'notification', schema: told, headers: {}, pointer: at };
  }
  const status = statusOf(Object.keys(operation.responses));
  if (status === undefined) return undefined;
  const found = resolveAs(document, 'response', {
    node: operation.responses[status],
    pointer: child(`${pointer}/responses`, status),
  });
  return found && { status, schema: found.node.schema, headers: found.node.headers ?? {}, pointer: found.pointer };
}

/** Whether a service calls the workflow back. What stands beside the subscription, such as its deletion, is a plain call. */
export function isWebhook({ item, operation, method }: Pick<OperationAt, 'item' | 'operation' | 'method'>): boolean {
  if (item['x-ms-notification-content'] === undefined) return false;
  return operation['x-ms-trigger'] !== undefined || method === 'post';
}

/** Of the statuses that an operation answers with, the one that the designer makes outputs from: the only one if it is no error, else the first of these. */
export function statusOf(keys: readonly string[]): string | undefined {
  const statuses = keys.some((key) => key.startsWith('x-')) ? keys.filter((key) => !key.startsWith('x-')) : keys;
  const [only] = statuses;
  if (statuses.length === 1 && only?.startsWith('2')) return only;
  for (const status of shownStatuses) if (statuses.includes(status)) return status;
  return undefined;
}
const shownStatuses = ['200', '201', 'default'];
