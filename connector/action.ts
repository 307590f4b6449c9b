import {
  action,
  errors,
  inBody,
  narrowing,
  response,
  type OverlayNode,
  type Schema,
  type UpstreamBody,
  type UpstreamParts,
  type ValueParameter,
} from '../src/index.js';
import { CompletionAnswer, CompletionRequest, expectedAnswer, usageFields } from './completion.js';

/** What differs between services. */
export interface CompletionWords {
  readonly request: OverlayNode;
  readonly response: OverlayNode;
  /** What every answer must hold; {@link expectedAnswer} unless said otherwise. */
  readonly expected?: Schema;
  /** What we say of the parameters outside the body. */
  readonly parameters?: Readonly<Record<string, OverlayNode>>;
}

/** What the connector uses of the upstream operation that answers, and what we say of it. */
export function completionUpstream({ request, response, expected = expectedAnswer, parameters = {} }: CompletionWords) {
  return { request, parameters, responses: { 200: { overlay: response, expect: expected } } };
}

/** Makes the action `Completion` of a version, with the core that all versions have. */
export function completionAction(
  {
    operation,
    request,
    responses,
  }: Pick<UpstreamParts, 'operation' | 'request'> & { readonly responses: { readonly 200: UpstreamBody } },
  { path = operation.path, parameters = [] }: { path?: string; parameters?: readonly ValueParameter[] } = {},
) {
  return action({
    operationId: 'Completion',
    method: 'post',
    path,
    summary: 'Completion',
    description: 'Sends messages to a model and gives its answer.',
    visibility: 'important',
    parameters: [
      ...parameters,
      inBody(narrowing(CompletionRequest, request.schema), {
        title: 'Request',
        description: 'What to ask the model, and how.',
      }),
    ],
    responses: {
      200: response('The answer of the model.', narrowing(CompletionAnswer, responses[200].schema)),
      ...errors(400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504),
    },
    contract: { request: request.contract, responses: { 200: { ...responses[200].contract, usage: usageFields } } },
  });
}
