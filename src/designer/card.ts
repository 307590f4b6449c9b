import { isObject } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { operations, type OperationAt } from '../openapi/walk.js';
import { answerOf } from './answer.js';
import type { Expansion } from './expand.js';
import type { Field } from './field.js';
import { inputsOf, type DroppedParameter } from './inputs.js';
import { reopening, type Reopen } from './reopened.js';
import { splitOf } from './split.js';
import { stepName, stepOf, type Step } from './step.js';
import type { Token } from './token.js';
import { tokensOf } from './tokens.js';
import { visibilityOf, type Visibility } from './visibility.js';

/** What the Logic Apps designer makes of an operation: what a person sees, what later steps can pick, and what is stored. */
export interface Card {
  readonly operationId: string;
  readonly kind: 'action' | 'trigger';
  readonly method: string;
  readonly path: string;
  /** Where the operation is declared: a JSON Pointer into the definition. */
  readonly pointer: string;
  readonly title: string;
  readonly description?: string;
  readonly visibility: Exclude<Visibility, 'internal'>;
  /** In the order in which they are shown; what is never shown is among them where it is sent. */
  readonly fields: readonly Field[];
  /** Parameters that nobody can fill in. */
  readonly dropped: readonly DroppedParameter[];
  /** The answer that the outputs come from: a status, `default`, or `notification`. */
  readonly answer?: string;
  readonly outputs: readonly Token[];
  readonly step: Step;
  /** The operation that the designer takes the stored step for, where it is another; null where it finds none. */
  readonly opensAs?: string | null;
  /** Why the designer cannot show the operation at all. */
  readonly failure?: string;
  /** Whether there is more than fields and outputs tell: they are cut at 2,000 each, and at 40,000 for a connector. */
  readonly isCut?: true;
}

/** Fields of one card, and outputs of one. The most that any of 161 published connectors has is 339. */
const maxParts = 2000;
/** Fields and outputs of all cards of a connector. The most that a published one has is 5,469. */
const maxPartsOfAll = 40_000;

/** The cards of a connector's operations, in document order. Internal operations have none, nor have those without an operationId. */
export function cardsOf(connector: Connector): readonly Card[] {
  const { definition, name: connection } = connector;
  const all = operations(definition);
  const reopen = reopening(all);
  let left = maxPartsOfAll;
  const expansion = (): Expansion => ({ document: definition, budget: { left: Math.min(maxParts, left) } });
  return all.flatMap((at) => {
    const { operationId } = at.operation;
    if (operationId === undefined || visibilityOf(at.operation) === 'internal') return [];
    const [inputs, outputs] = [expansion(), expansion()];
    const before = inputs.budget.left + outputs.budget.left;
    const card = cardOf(at, { inputs, outputs, reopen, connection, operationId });
    const after = [inputs, outputs].map(({ budget }) => Math.max(0, budget.left));
    left -= Math.min(left, before - after.reduce((sum, one) => sum + one));
    return [after.includes(0) ? { ...card, isCut: true as const } : card];
  });
}

interface Within {
  readonly inputs: Expansion;
  readonly outputs: Expansion;
  readonly reopen: Reopen;
  readonly connection: string;
  readonly operationId: string;
}

function cardOf(at: OperationAt, { inputs, outputs, reopen, connection, operationId }: Within): Card {
  const { operation, method, path, pointer } = at;
  const kind = operation['x-ms-trigger'] === undefined ? 'action' : 'trigger';
  const title = operation.summary || operationId;
  const name = stepName(operation, title);
  const { fields, dropped } = inputsOf(inputs, at);
  const answer = answerOf(outputs.document, at);
  const split = operation['x-ms-trigger'] === 'batch' ? splitOf(outputs, answer) : undefined;
  const owner = { action: kind === 'trigger' ? undefined : name, split: split?.key };
  const step = stepOf(at, { name, connection, fields, splitOn: split?.expression });
  const visibility = visibilityOf(operation);
  const opensAs = otherOpened(at, step, reopen);
  const failure = failureOf(at, fields);
  return {
    operationId,
    kind,
    method,
    path,
    pointer,
    title,
    ...(operation.description !== undefined && { description: operation.description }),
    visibility: visibility === 'internal' ? 'none' : visibility,
    fields,
    dropped,
    ...(answer && { answer: answer.status }),
    outputs: tokensOf(outputs, answer, owner),
    step,
    ...(opensAs !== undefined && { opensAs }),
    ...(failure !== undefined && { failure }),
  };
}

/** What the designer would take the step for, where that is not its own operation. */
function otherOpened(at: OperationAt, { definition }: Step, reopen: Reopen): string | null | undefined {
  const inputs = definition['inputs'];
  const path = isObject(inputs) ? inputs['path'] : undefined;
  const isCalledBack = definition['type'] === 'ApiConnectionWebhook';
  // a webhook is stored without its method, and looked for as a POST
  const found = reopen({ method: isCalledBack ? 'post' : at.method, path: String(path) });
  if (found?.operation.operationId === at.operation.operationId) return undefined;
  return found?.operation.operationId ?? null;
}

/**
 * Source: github:Azure/LogicAppsUX, libs/logic-apps-shared/src/parsers/lib/swagger/parser.ts (includePathItemParameters) and
 * libs/designer/src/lib/core/utils/swagger/operation.ts.
 */
function failureOf({ item, operation }: OperationAt, fields: readonly Field[]): string | undefined {
  if (item.parameters !== undefined && item.parameters.length > 0 && operation.parameters === undefined) {
    return 'The path has parameters and the operation has no list of its own: the designer stops with a TypeError, for every operation of the connector.';
  }
  if (operation['x-ms-headers'] !== undefined && fields.some(({ where }) => where === 'header')) {
    return 'The operation has x-ms-headers and a header parameter: the designer stops with "Invalid use of x-ms-header extension".';
  }
  return undefined;
}
