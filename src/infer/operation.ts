import { finding, type Finding } from '../core/finding.js';
import { child } from '../core/pointer.js';
import type { OperationContract } from '../definition/connector.js';
import type { BodyParameter, Operation, Parameter, Schema } from '../openapi/types.js';
import { answersOf } from './answers.js';
import { depthOf } from './depth.js';
import { callSentence, summaryOf } from './operation-words.js';
import { namedParameter, pathParameter } from './outside-body.js';
import { inferRules } from './rules.js';
import { schemaOf } from './schema.js';
import { settle } from './settle.js';
import { pathOf, type Call } from './templates.js';
import type { Traffic } from './traffic.js';

/** An operation that was inferred, and what `contract.json` says of it. */
export interface InferredOperation {
  readonly operation: Operation;
  readonly contract: OperationContract | undefined;
  /** The version of the API that it sends, where it sends one. */
  readonly version: string | undefined;
}

/** What is known when an operation is made. */
export interface Context {
  readonly operationId: string;
  /** The query parameter that carries the key of the connection, where one does. */
  readonly keyName: string | undefined;
  readonly report: (found: Finding) => void;
}

/** Makes an operation of what was seen of it. `call` is below the base path. */
export function operationOf(call: Call, { operationId, keyName, report }: Context): InferredOperation {
  const { method, segments, traffic } = call;
  const path = pathOf(segments);
  const pointer = `${child('/paths', path)}/${method}`;
  const summary = summaryOf(method, segments);
  const message = `The summary and the description of ${operationId} are made from its path: write what it does.`;
  report(finding(inferRules.toBeWritten, { pointer: `${pointer}/description`, message }));
  const wider = new Map<string, Schema>();
  const parameters = parametersOf(call, { pointer, keyName, report, wider });
  const { responses, contract, produces } = answersOf(traffic.answers, { pointer, report });
  const operation: Operation = {
    summary,
    description: callSentence(method, path),
    operationId,
    ...(traffic.accepted.other > 0 && { consumes: [...traffic.accepted.types].sort() }),
    ...(produces && { produces }),
    ...(parameters.length > 0 && { parameters }),
    responses,
  };
  const isSaid = wider.size > 0 || Object.keys(contract).length > 0;
  return { operation, contract: isSaid ? contractOf(wider, contract) : undefined, version: versionIn(parameters) };
}

/** The default of the parameter that no user sees: only a version is inferred to be one. */
function versionIn(parameters: readonly Parameter[]): string | undefined {
  const constant = parameters.find((parameter) => parameter['x-ms-visibility'] === 'internal');
  return constant?.in === 'body' || typeof constant?.default !== 'string' ? undefined : constant.default;
}

function contractOf(
  wider: ReadonlyMap<string, Schema>,
  responses: NonNullable<OperationContract['responses']>,
): OperationContract {
  return {
    ...(wider.size > 0 && { request: { wider: Object.fromEntries(wider) } }),
    ...(Object.keys(responses).length > 0 && { responses }),
  };
}

interface Listing {
  readonly pointer: string;
  readonly keyName: string | undefined;
  readonly report: (found: Finding) => void;
  readonly wider: Map<string, Schema>;
}

function parametersOf({ method, segments, traffic }: Call, listing: Listing): readonly Parameter[] {
  const parameters: Parameter[] = [];
  const at = () => ({ pointer: `${listing.pointer}/parameters/${parameters.length}`, report: listing.report });
  for (const segment of segments) if ('name' in segment) parameters.push(pathParameter(segment, at()));
  for (const [name, values] of byName(traffic.query)) {
    if (name === listing.keyName) continue;
    parameters.push(namedParameter({ name, in: 'query', values, of: traffic.count }, at()));
  }
  for (const [name, values] of byName(traffic.headers)) {
    parameters.push(namedParameter({ name, in: 'header', values, of: traffic.withHeaders }, at()));
  }
  const body = bodyOf(traffic, { ...listing, ...at(), hasBody: method !== 'get' && method !== 'head' });
  return body === undefined ? parameters : [...parameters, body];
}

const byName = <Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** The body of the requests that the API took; where there is none, of those that it refused. */
function bodyOf(
  { accepted, refused }: Traffic,
  { pointer, report, wider, hasBody }: Listing & { readonly hasBody: boolean },
): BodyParameter | undefined {
  const { count, json, other, types, shape } = accepted.count > 0 ? accepted : refused;
  if (json + other === 0) return undefined;
  if (!hasBody || json === 0) {
    const what = hasBody ? [...types].sort().join(', ') || 'A text' : 'The body of a request that can have none';
    report(
      finding(inferRules.bodyNotDescribed, { pointer, message: `${what} is not described: write the parameters.` }),
    );
    return undefined;
  }
  const settled = settle(shape);
  const depth = depthOf(settled, `${pointer}/schema`, report);
  const spot = { pointer: `${pointer}/schema`, pattern: '', level: 0, always: true };
  const making = { isRequest: true, depth, report, wider };
  const schema = schemaOf(settled, spot, making);
  return { name: 'body', in: 'body', description: 'What is sent.', required: json === count, schema };
}
