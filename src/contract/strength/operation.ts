import { own } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { methods } from '../../openapi/types.js';
import { operations, type OperationAt } from '../../openapi/walk.js';
import { fact, type Fact } from './fact.js';
import { add, bodyFacts, once, type Lacking, type Layout } from './layout.js';
import { keyOf, knownTwice, parameterFacts, type ParameterFacts } from './parameter.js';
import { rerun, withoutMethod, withoutPath, withoutStatus, type Rerun } from './rerun.js';

/** A fact that is decided by testing exchanges again without it. */
export interface Retried {
  readonly fact: Fact;
  readonly isMissed: Rerun;
}

/** A declared status of an operation. */
export interface StatusFacts extends Retried {
  seen: boolean;
}

/** An operation, and what it declares beside the schemas of its bodies. */
export interface OperationFacts {
  readonly at: OperationAt;
  readonly path: Retried;
  /** To be asked after the path: without the only method of a path, nothing is left of the path. */
  readonly method: Retried;
  readonly parameters: readonly ParameterFacts[];
  /** That a request may have no body. */
  readonly noBody: Fact | undefined;
  readonly statuses: ReadonlyMap<string, StatusFacts>;
  seen: boolean;
}

/** All operations of a connector, laid out as far as their halves are tested, by pointer. */
export function operationsOf(layout: Layout): ReadonlyMap<string, OperationFacts> {
  const shared: Shared = { ...layout, parameters: new Map(), paths: new Map(), noBody: new Map() };
  return new Map(operations(layout.connector.definition).map((at) => [at.pointer, operationFacts(shared, at)]));
}

/** With what several operations may declare together, by pointer. */
interface Shared extends Layout {
  readonly parameters: Map<string, ParameterFacts>;
  readonly paths: Map<string, Retried>;
  readonly noBody: Map<string, Fact>;
}

function operationFacts(layout: Shared, at: OperationAt): OperationFacts {
  const { direction } = layout;
  const id = nameOf(at);
  let facts: OperationFacts | undefined;
  const lacking = () => (facts?.seen === true ? undefined : `Nothing recorded calls ${id}.`);
  const ways = waysTo(layout, at, lacking);
  const request = direction === 'response' ? noRequest : requestFacts(layout, at, lacking);
  const statuses = direction === 'request' ? new Map<string, never>() : responseFacts(layout, at, lacking);
  facts = { at, ...ways, ...request, statuses, seen: false };
  return facts;
}

/** An operation for a reader. */
function nameOf({ operation, method, path }: OperationAt): string {
  return operation.operationId ?? `${method.toUpperCase()} ${path}`;
}

function waysTo(layout: Shared, at: OperationAt, lacking: Lacking): Pick<OperationFacts, 'path' | 'method'> {
  const { connector, direction, paths } = layout;
  const says = () => lacking() ?? `Nothing recorded tells ${nameOf(at)} from the operation that would take its place.`;
  const path = once(paths, at.path, () => ({
    fact: add(layout, fact('path', child('/paths', at.path), says)),
    isMissed: rerun(() => withoutPath(connector, at), direction),
  }));
  const isOnly = methods.filter((name) => at.item[name] !== undefined).length === 1;
  const method = {
    fact: add(layout, fact('method', at.pointer, says)),
    isMissed: isOnly ? () => path.fact.noticed : rerun(() => withoutMethod(connector, at), direction),
  };
  return { path, method };
}

const noRequest = { parameters: [], noBody: undefined };

function requestFacts(
  layout: Shared,
  at: OperationAt,
  lacking: Lacking,
): Pick<OperationFacts, 'parameters' | 'noBody'> {
  const { connector, plans } = layout;
  const { parameters, body } = plans.request(at);
  const twice = knownTwice(connector.definition, at);
  const label = nameOf(at);
  const found = parameters.map((one) =>
    once(layout.parameters, one.pointer, () => parameterFacts(one, { ...layout, label, lacking })),
  );
  for (const { parameter, name } of found) if (name && twice.has(keyOf(parameter))) layout.facts.delete(name);
  if (body === undefined) return { parameters: found, noBody: undefined };
  const says = () => lacking() ?? `Nothing recorded lacks the body (${label} request).`;
  const pointer = body.pointer.slice(0, -'/schema'.length);
  const noBody = body.required
    ? undefined
    : once(layout.noBody, pointer, () => add(layout, fact('optional', pointer, says)));
  bodyFacts(layout, body, { label: `${label} request`, lacking });
  return { parameters: found, noBody };
}

function responseFacts(layout: Layout, at: OperationAt, lacking: Lacking): ReadonlyMap<string, StatusFacts> {
  const { connector, plans } = layout;
  const { operation } = at;
  const statuses = new Map<string, StatusFacts>();
  const expected = own(connector.contract.operations, operation.operationId ?? '')?.responses ?? {};
  for (const status of new Set([...Object.keys(operation.responses), ...Object.keys(expected)])) {
    if (status !== 'default' && !/^\d{3}$/.test(status)) continue; // an extension, or a range, which the contract test does not read
    const label = `${nameOf(at)} ${status}`;
    const isDeclared = Object.hasOwn(operation.responses, status);
    const facts = isDeclared ? statusFacts(layout, { at, status }, lacking) : undefined;
    if (facts) statuses.set(status, facts);
    const missing = () =>
      lacking() ?? (facts?.seen === false ? `Nothing recorded has the status ${status} (${nameOf(at)}).` : undefined);
    // No status is 0: that is what `default` stands for, and nothing else.
    const plan = plans.response(at, status === 'default' ? 0 : Number(status));
    if (plan?.body) bodyFacts(layout, plan.body, { label, lacking: missing });
  }
  return statuses;
}

function statusFacts(
  layout: Layout,
  { at, status }: { readonly at: OperationAt; readonly status: string },
  lacking: Lacking,
): StatusFacts {
  const { connector, direction } = layout;
  const hasOther = status !== 'default' && Object.hasOwn(at.operation.responses, 'default');
  const says = () =>
    lacking() ??
    (facts.seen
      ? `Nothing recorded tells the status ${status} from the default (${nameOf(at)}).`
      : `Nothing recorded has the status ${status} (${nameOf(at)}).`);
  const facts: StatusFacts = {
    fact: add(layout, fact('status', child(`${at.pointer}/responses`, status), says)),
    isMissed: hasOther ? rerun(() => withoutStatus(connector, at, status), direction) : () => true,
    seen: false,
  };
  return facts;
}
