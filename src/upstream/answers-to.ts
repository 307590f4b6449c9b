import { own, type Json } from '../core/json.js';
import type { Exchange } from '../http/exchange.js';
import type { OperationSurface, Shape, Surface } from './surface.js';

/** A recorded answer, and what its surface says of it. */
export interface Answered {
  /** The name that the connector has for the operation. */
  readonly operation: string;
  /** The status as the surface has it. */
  readonly part: string;
  readonly value: Json;
  readonly shape: Shape;
}

/**
 * The operation of a surface that a recorded request belongs to, and the shape of its answer. Undefined where there is none, or the answer is no JSON.
 * The host and whatever stands before the path are the customer's: only the end of the recorded path counts.
 */
export function answersTo({ operations }: Surface, { request, response }: Exchange): Answered | undefined {
  if (response?.body.kind !== 'json') return undefined;
  const segments = segmentsOf(request.url);
  for (const [operation, { method, path, responses }] of Object.entries(operations)) {
    if (method !== request.method.toLowerCase() || !endsIn(segments, path)) continue;
    const found = answerOf(responses, response.status);
    if (found !== undefined) return { operation, ...found, value: response.body.value };
  }
  return undefined;
}

function segmentsOf(url: string): readonly string[] {
  const path = url.replace(/[?#].*$/s, '').replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i, '');
  return path.split('/').filter((segment) => segment !== '');
}

function endsIn(segments: readonly string[], template: string): boolean {
  const wanted = template.split('/').filter((segment) => segment !== '');
  const start = segments.length - wanted.length;
  return start >= 0 && wanted.every((part, index) => part.includes('{') || part === segments[start + index]);
}

function answerOf(
  responses: OperationSurface['responses'],
  status: number,
): Pick<Answered, 'part' | 'shape'> | undefined {
  const parts = [String(status), `${String(status).charAt(0)}XX`, `${String(status).charAt(0)}xx`, 'default'];
  const part = parts.find((name) => own(responses, name) !== undefined);
  const shape = part === undefined ? undefined : own(responses, part)?.shape;
  return part === undefined || shape === undefined ? undefined : { part, shape };
}
