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
    action: completionAction(options, { asked: asked.schema, answered: answered.schema, wider: asked.wider }),
    unreviewed: [...asked.unreviewed, ...answered.unreviewed],
  };
}

interface Schemas {
  readonly asked: Schema;
  readonly answered: Schema;
  readonly wider: Readonly<Record<string, Schema>>;
}

function completionAction({ path, parameters }: CompletionOptions, { asked, answered, wider }: Schemas) {
  return action({
    operationId: 'Completion',
    method: 'post',
    path,
    summary: 'Completion',
    description: 'Sends messages to a model and gives its answer.',
    visibility: 'important',
    parameters: [
      ...parameters,
      inBody(narrowing(CompletionRequest, asked), { title: 'Request', description: 'What to ask the model, and how.' }),
    ],
    responses: {
      200: response('The answer of the model.', narrowing(CompletionAnswer, answered)),
      ...errors(400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504),
    },
    contract: { request: { wider }, responses: { 200: { expect: expectedAnswer } } },
  });
}
