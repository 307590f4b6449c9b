import {
  action,
  errors,
  inBody,
  response,
  schemaOf,
  type OverlayNode,
  type Schema,
  type Surface,
  type ValueParameter,
} from '../src/index.js';
import { CompletionAnswer, CompletionRequest, expectedAnswer, narrowing } from './completion.js';
import { operationOf } from './surfaces.js';

/** What differs between services. */
export interface CompletionOptions {
  readonly surface: Surface;
  readonly path: string;
  /** Beside the body. */
  readonly parameters: readonly ValueParameter[];
  readonly request: OverlayNode;
  readonly response: OverlayNode;
  /** What every answer must hold; {@link expectedAnswer} unless said otherwise. */
  readonly expected?: Schema;
}

/** The action `Completion`, and what of its version nobody has described yet. */
export interface Completion {
  readonly action: ReturnType<typeof completionAction>;
  /** Patterns of properties that the version has and the overlay does not know: for a person to look at. */
  readonly unreviewed: readonly string[];
}

/** Makes the action of a version: its surface, in the words of the overlays, with the core that all versions have. */
export function completion(options: CompletionOptions): Completion {
  const { surface } = options;
  const upstream = operationOf(surface, 'completion');
  const asked = schemaOf(upstream.request?.shape ?? {}, {
    overlay: options.request,
    direction: 'request',
    shapes: surface.shapes,
  });
  const answered = schemaOf(upstream.responses['200']?.shape ?? {}, {
    overlay: options.response,
    direction: 'response',
    shapes: surface.shapes,
  });
  return {
    action: completionAction(options, { asked, answered }),
    unreviewed: [...asked.unreviewed, ...answered.unreviewed],
  };
}

/** A body's schema, and what the API allows beyond it. */
interface Body {
  readonly schema: Schema;
  readonly wider: Readonly<Record<string, Schema>>;
}

function completionAction(
  { path, parameters, expected = expectedAnswer }: CompletionOptions,
  { asked, answered }: { readonly asked: Body; readonly answered: Body },
) {
  const beyond = Object.keys(answered.wider).length > 0 && { wider: answered.wider };
  return action({
    operationId: 'Completion',
    method: 'post',
    path,
    summary: 'Completion',
    description: 'Sends messages to a model and gives its answer.',
    visibility: 'important',
    parameters: [
      ...parameters,
      inBody(narrowing(CompletionRequest, asked.schema), {
        title: 'Request',
        description: 'What to ask the model, and how.',
      }),
    ],
    responses: {
      200: response('The answer of the model.', narrowing(CompletionAnswer, answered.schema)),
      ...errors(400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504),
    },
    contract: { request: { wider: asked.wider }, responses: { 200: { expect: expected, ...beyond } } },
  });
}
