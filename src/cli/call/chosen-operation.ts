import { Fault } from '../../core/fault.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { Connector } from '../../definition/connector.js';
import { operations, type OperationAt } from '../../openapi/walk.js';

/**
 * The operation that is to be called: by its operationId, in any case where that names one only; else the only one that a workflow can call.
 * Throws a `Fault` where there is none, or several.
 */
export function chosenOperation({ name, definition }: Connector, given: string | undefined): OperationAt {
  const all = operations(definition);
  if (given === undefined) return onlyOne(name, all);
  const exact = all.find((one) => nameOf(one) === given);
  if (exact) return exact;
  const [alike, ...more] = all.filter((one) => nameOf(one).toLowerCase() === given.toLowerCase());
  if (alike && more.length === 0) return alike;
  const message = `${shorten(name)} has no operation ${shorten(given)}.${didYouMean(given, all.map(nameOf))}`;
  throw new Fault('not-found', message, { help: namesText(all) });
}

function onlyOne(name: string, all: readonly OperationAt[]): OperationAt {
  const callable = all.filter(
    ({ operation }) => operation['x-ms-visibility'] !== 'internal' && operation['x-ms-trigger'] === undefined,
  );
  const [only, ...more] = callable;
  if (only && more.length === 0) return only;
  const message = only
    ? `${shorten(name)} has ${callable.length} operations, expected the name of one.`
    : `${shorten(name)} has no action, expected the name of an operation.`;
  throw new Fault('called-wrongly', message, { help: namesText(all) });
}

/** What an operation is called here; one without an operationId by its method and path. */
export function nameOf({ operation, method, path }: OperationAt): string {
  return operation.operationId ?? `${method} ${path}`;
}

/** How many operations a help names. */
const MOST_NAMED = 20;

function namesText(all: readonly OperationAt[]): string {
  if (all.length === 0) return 'Its definition declares no operation.';
  const names = all.slice(0, MOST_NAMED).map((one) => shorten(nameOf(one)).slice(1, -1));
  const more = all.length > names.length ? ` and ${all.length - names.length} more` : '';
  return `It has ${names.join(', ')}${more}.`;
}
