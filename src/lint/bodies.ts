import { child } from '../core/pointer.js';
import { resolveAs } from '../openapi/refs.js';
import type { Document, Schema } from '../openapi/types.js';
import type { OperationAt, ParameterAt } from '../openapi/walk.js';

/** A body of a request or an answer: its schema, which can be a reference, and where that stands. */
interface BodyAt {
  readonly schema: Schema;
  readonly pointer: string;
}

/** The bodies of an operation. */
export interface Bodies {
  /** What it takes. Of several, which no definition may have, the first. */
  readonly request: (BodyAt & { readonly parameter: ParameterAt['parameter'] }) | undefined;
  /** What it answers, by status, where that has a schema; references to responses followed. */
  readonly answers: readonly (BodyAt & { readonly status: string })[];
}

/** The bodies of an operation that takes `parameters`. */
export function bodiesOf(document: Document, at: OperationAt, parameters: readonly ParameterAt[]): Bodies {
  let request: Bodies['request'];
  for (const { parameter, pointer } of parameters) {
    if (parameter.in !== 'body') continue;
    request = { parameter, schema: parameter.schema, pointer: `${pointer}/schema` };
    break;
  }
  const answers: Bodies['answers'][number][] = [];
  const { responses } = at.operation;
  for (const status of Object.keys(responses)) {
    if (status.startsWith('x-')) continue;
    const pointer = child(`${at.pointer}/responses`, status);
    const answer = resolveAs(document, 'response', { node: responses[status], pointer });
    if (!answer?.node.schema) continue;
    answers.push({ status, schema: answer.node.schema, pointer: `${answer.pointer}/schema` });
  }
  return { request, answers };
}
