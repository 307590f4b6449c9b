import type { Finding } from '../../core/finding.js';
import type { Connector } from '../../definition/connector.js';
import type { Exchange } from '../../http/exchange.js';
import type { Operation, PathItem } from '../../openapi/types.js';
import type { OperationAt } from '../../openapi/walk.js';
import { contractTest, type ContractTest } from '../contract.js';
import { exchangeRules } from '../exchange-rules.js';
import type { Direction } from '../matched.js';
import { blockedIn } from './blocked.js';
import { mismatchRules } from '../rules.js';

/** Whether an exchange gives another finding than it gave before. */
export type Rerun = (exchange: Exchange, before: readonly Finding[]) => boolean;

/** Holds exchanges against a connector that is changed as a whole, which is made for the first of them. Few facts need it, and few exchanges each. */
export function rerun(changed: () => Connector, direction: Direction): Rerun {
  let found: readonly Finding[] = [];
  let test: ContractTest | undefined;
  return (exchange, before) => {
    test ??= contractTest(changed(), { direction, watch: ({ findings }) => void (found = findings) });
    return test.add(exchange) === 'unmatched' || hasNews(found, before, exchange);
  };
}

function hasNews(found: readonly Finding[], before: readonly Finding[], { pointers }: Exchange): boolean {
  const known = new Set(before.map(sameness));
  const bodies = [pointers.requestBody, pointers.responseBody].map((at) => ({ at, blocked: blockedIn(before, at) }));
  return found.some((one) => {
    if (one.code === mismatchRules['unreadable-schema'].code || known.has(sameness(one))) return false;
    return !bodies.some(
      ({ at, blocked }) =>
        blocked !== undefined && one.pointer.startsWith(at) && blocked.covers(one.pointer.slice(at.length)),
    );
  });
}

/** The message tells the parameters of one address apart; that of a status lists the others, which is no news. */
function sameness({ code, pointer, message }: Finding): string {
  return JSON.stringify([code, pointer, code === exchangeRules.undeclaredStatus.code ? '' : message]);
}

/** The connector without a path. */
export function withoutPath(connector: Connector, { path }: OperationAt): Connector {
  const { definition } = connector;
  return { ...connector, definition: { ...definition, paths: without(definition.paths, path) } };
}

/** The connector without one method of a path. */
export function withoutMethod(connector: Connector, { path, method, item }: OperationAt): Connector {
  return withItem(connector, path, without(item as Record<string, unknown>, method) as PathItem); // the same but for one method
}

/** The connector without one status of an operation. */
export function withoutStatus(
  connector: Connector,
  { path, method, item, operation }: OperationAt,
  status: string,
): Connector {
  const changed: Operation = { ...operation, responses: without(operation.responses, status) };
  return withItem(connector, path, { ...item, [method]: changed });
}

function withItem(connector: Connector, path: string, item: PathItem): Connector {
  const { definition } = connector;
  const entries = Object.entries(definition.paths).map(([key, one]) => [key, key === path ? item : one] as const);
  return { ...connector, definition: { ...definition, paths: Object.fromEntries(entries) } };
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
