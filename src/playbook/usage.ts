import { isObject, own, type Json } from '../core/json.js';
import { valueAt } from '../core/pointer.js';
import { responseContract, type ConnectorCall } from './connected.js';

/** What calls used, by name: what they are paid by, as the answers say it. */
export type Usage = Readonly<Record<string, number>>;

/** The member of an answer that says what a call used, where no connector says otherwise: a convention of many services. */
const MEMBER = 'usage';

/** What a call used: where its connector's contract says, or else the numbers of the answer's `usage`. Undefined where the answer does not say. */
export function usageOf(
  found: ConnectorCall | undefined,
  { statusCode, body }: { readonly statusCode: number; readonly body?: Json | undefined },
): Usage | undefined {
  const entries = declared(found, statusCode, body) ?? ofMember(body);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function declared(found: ConnectorCall | undefined, status: number, body: Json | undefined) {
  if (!found || !('at' in found.route)) return undefined;
  const { operationId } = found.route.at.operation;
  const pointers = responseContract(found.connected.connector, operationId ?? '', status)?.usage;
  if (pointers === undefined) return undefined;
  return Object.entries(pointers).flatMap(([name, pointer]) => numbered(name, valueAt(body, pointer)));
}

function ofMember(body: Json | undefined): (readonly [string, number])[] {
  const member = isObject(body) ? own(body, MEMBER) : undefined;
  return isObject(member) ? Object.entries(member).flatMap(([name, value]) => numbered(name, value)) : [];
}

function numbered(name: string, value: Json | undefined): (readonly [string, number])[] {
  return typeof value === 'number' ? [[name, value]] : [];
}

/** All of them together. */
export function usageSum(all: readonly Usage[]): Usage {
  const sums = new Map<string, number>();
  for (const one of all) for (const [name, count] of Object.entries(one)) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries(sums);
}
