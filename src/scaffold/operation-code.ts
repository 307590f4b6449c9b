import { action } from '../build/operation.js';
import { pollingTrigger, webhookTrigger } from '../build/trigger.js';
import { plainOperation } from '../build/verbatim.js';
import { isObject, type Json, type JsonObject } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import type { OperationContract } from '../definition/connector.js';
import type { Method, Operation, Parameter, Reference, Schema } from '../openapi/types.js';
import { fitting, known, visibility } from './extension-shapes.js';
import { array, built, closed, literal, maybe, optional, record, type Made, type Options } from './made.js';
import { parameterCode } from './parameter-code.js';
import { responsesCode } from './response-code.js';
import { schemaCode } from './schema-code.js';
import type { Scope } from './scope.js';
import { text } from './shapes.js';

/** An operation where it stands in a definition, with what else is known of it. */
export interface PlacedOperation {
  readonly method: Method;
  readonly path: string;
  readonly operation: Operation;
  /** What stands beside it as what it receives, where it is a webhook trigger. */
  readonly notification: Json | undefined;
  readonly contract: OperationContract | undefined;
}

/** An operation as code of the builders: an action or a trigger, and where those say no, a plain operation. */
export function operationCode(scope: Scope, placed: PlacedOperation): Made {
  const { operation } = placed;
  const node = operation as unknown as JsonObject; // an operation that was read is JSON
  const made = isBuildable(placed) ? attempted(scope, placed) : undefined;
  if (made === undefined) return plainCode(scope, placed);
  const seen = (made.value as { readonly operation: JsonObject }).operation; // what action gave
  return closed(made, node, saidOf(seen, scope, operation));
}

/** What counts of an operation that was made: without an empty list of parameters, where the connector leaves that out; parameters are what was wanted. */
function saidOf(seen: JsonObject, { unsaid }: Scope, { parameters }: Operation): JsonObject {
  if (parameters !== undefined) return { ...seen, parameters: parameters as unknown as Json }; // each is held against its own
  const { parameters: _none, ...rest } = seen;
  return unsaid.includes('parameters') ? rest : seen;
}

/** Whether the types of the builders take it: inline parameters, a summary, a path whose parameters are its own. */
function isBuildable({ path, operation }: PlacedOperation): boolean {
  const { operationId, summary, description, parameters = [], responses } = operation;
  const isWhole = [operationId, summary, description].every((each) => each !== undefined);
  const areInline = parameters.every((each) => !('$ref' in each)) && Object.values(responses).every(isInline);
  return isWhole && areInline && /^\/[^{}]*(\{[^{}]+\}[^{}]*)*$/.test(path);
}

function isInline(answer: unknown): boolean {
  return isObject(answer) && !('$ref' in answer) && typeof answer['description'] === 'string';
}

/** The best builder that takes it; undefined where each says no. */
function attempted(scope: Scope, placed: PlacedOperation): Made | undefined {
  const { operation, notification } = placed;
  const { 'x-ms-trigger': trigger, 'x-ms-trigger-hint': hint, 'x-ms-trigger-metadata': metadata } = operation;
  const triggerOptions: Options = [
    ['batch', trigger === 'batch' ? literal(true) : undefined],
    ['hint', maybe(fitting(operation, 'x-ms-trigger-hint', text))],
  ];
  const isTrigger = (trigger === 'single' || trigger === 'batch') && (hint === undefined || typeof hint === 'string');
  const event = notificationCode(scope, notification);
  const said = isTrigger ? ['x-ms-trigger', 'x-ms-trigger-hint'] : [];
  if (isTrigger && event && metadata === undefined) {
    const options: Options = [...triggerOptions, ['notification', event]];
    const made = tried('webhookTrigger', webhookTrigger, [...optionsOf(scope, placed, said), ...options]);
    if (made) return made;
  }
  if (notification !== undefined) return undefined;
  if (isTrigger && sameJson(metadata, { kind: 'query', mode: 'polling' })) {
    const options = [...optionsOf(scope, placed, [...said, 'x-ms-trigger-metadata']), ...triggerOptions];
    return tried('pollingTrigger', pollingTrigger, options);
  }
  return tried('action', action, optionsOf(scope, placed, []));
}

function tried(name: string, builder: unknown, options: Options): Made | undefined {
  try {
    return built(name, builder, optional(options, { open: true }));
  } catch {
    return undefined; // the builders refuse a path whose parameters stand elsewhere
  }
}

function notificationCode(scope: Scope, notification: Json | undefined): Made | undefined {
  if (!isObject(notification) || Object.keys(notification).length !== 2) return undefined;
  const { description, schema } = notification;
  if (typeof description !== 'string' || !isObject(schema)) return undefined;
  return record([
    ['description', literal(description)],
    ['schema', schemaCode(scope, schema as Schema)], // as the definition says
  ]);
}

/** Everything that an action takes. `said`: extensions that have an option of their own. */
function optionsOf(
  scope: Scope,
  { method, path, operation, contract }: PlacedOperation,
  said: readonly string[],
): Options {
  const node = operation as unknown as JsonObject; // it was read: JSON
  const { parameters = [] } = operation;
  const rest = Object.fromEntries(Object.entries(node).filter(([key]) => !said.includes(key)));
  return [
    ['operationId', maybe(operation.operationId)],
    ['method', literal(method)],
    ['path', literal(path)],
    ['summary', maybe(operation.summary)],
    ['description', maybe(operation.description)],
    ['visibility', maybe(fitting(operation, 'x-ms-visibility', visibility))],
    ['deprecated', maybe(operation.deprecated)],
    ['tags', maybe(operation.tags)],
    ['consumes', maybe(operation.consumes)],
    ['produces', maybe(operation.produces)],
    ['security', maybe(operation.security)],
    ['parameters', parameters.length === 0 ? undefined : parametersCode(scope, parameters)],
    ['responses', responsesCode(scope, operation.responses)],
    ['contract', contract && contractFits(operation, contract) ? literal(contract as unknown as Json) : undefined], // as above
    ['extensions', maybe(known('ofOperations', rest))],
  ];
}

/** Whether it is of statuses that the operation declares: of others the connector's contract tells. */
function contractFits({ responses }: Operation, contract: OperationContract): boolean {
  return Object.keys(contract.responses ?? {}).every((status) => Object.hasOwn(responses, status));
}

function parametersCode(scope: Scope, parameters: readonly (Parameter | Reference)[]): Made {
  return array(
    parameters.map((each) =>
      '$ref' in each ? literal({ ...each }) : (scope.shared(each) ?? parameterCode(scope, each)),
    ),
  );
}

function plainCode(scope: Scope, { method, path, operation, notification, contract }: PlacedOperation): Made {
  const node = operation as unknown as JsonObject; // as above
  const { parameters, responses } = operation;
  const own: Options = Object.entries(node).map(([key, value]) => {
    if (key === 'parameters' && parameters) return [key, parametersCode(scope, parameters)];
    if (key === 'responses') return [key, responsesCode(scope, responses)];
    return [key, literal(value)];
  });
  const options: Options = [
    ['method', literal(method)],
    ['path', literal(path)],
    ...own,
    ['notification', maybe(notification)],
    ['contract', maybe(contract as unknown as Json | undefined)], // as above
  ];
  return built('plainOperation', plainOperation, optional(options, { open: true }));
}
