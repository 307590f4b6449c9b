import { own } from '../../core/json.js';
import { valueAt } from '../../core/pointer.js';
import type { Connector } from '../../definition/connector.js';
import type { RecordedResponse } from '../../http/exchange.js';
import type { OperationAt } from '../../openapi/walk.js';

/** What a call used, by the names that the connector's contract gives; those that the answer does not have are left out. Undefined where none is there. */
export function usageOf(
  { contract }: Connector,
  { operation }: OperationAt,
  { status, body }: RecordedResponse,
): Readonly<Record<string, number>> | undefined {
  const responses = own(contract.operations, operation.operationId ?? '')?.responses ?? {};
  const key = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((one) => Object.hasOwn(responses, one));
  const answer = body.kind === 'json' ? body.recorded : undefined;
  const usage = own(responses, key ?? '')?.usage ?? {};
  const entries = Object.entries(usage).flatMap(([name, pointer]) => {
    const value = valueAt(answer, pointer);
    return typeof value === 'number' ? [[name, value] as const] : [];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
