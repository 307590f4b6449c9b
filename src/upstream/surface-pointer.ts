import { own } from '../core/json.js';
import { child, tokens } from '../core/pointer.js';
import type { Shape, Surface } from './surface.js';

/** A value of a version's operation. */
export interface PartPlace {
  /** The name that the connector has for the operation. */
  readonly operation: string;
  /** `parameters`, `request`, or the status of an answer. */
  readonly part: string;
  /** A pointer into the body, with `*` for items; of parameters it begins with their place and name. */
  readonly at: string;
}

/** Where a surface's file says something of a value: as far as the path leads without a choice of variants. */
export function surfacePointer(surface: Surface, { operation, part, at }: PartPlace): string {
  const found = own(surface.operations, operation);
  const base = child('/operations', operation);
  const path = tokens(at);
  if (part !== 'parameters') {
    const body = part === 'request' ? found?.request : own(found?.responses ?? {}, part);
    const pointer = part === 'request' ? child(base, part) : child(child(base, 'responses'), part);
    return body?.shape === undefined ? pointer : within(body.shape, { pointer: child(pointer, 'shape'), path });
  }
  const [place, name, ...inner] = path;
  const index = found?.parameters.findIndex((one) => one.in === place && one.name === name) ?? -1;
  const parameter = found?.parameters[index];
  const pointer = child(base, 'parameters');
  if (parameter === undefined) return pointer;
  return within(parameter.shape, { pointer: child(child(pointer, index), 'shape'), path: inner });
}

function within(
  shape: Shape,
  { pointer, path }: { readonly pointer: string; readonly path: readonly string[] },
): string {
  let [here, at] = [shape, pointer];
  for (const token of path) {
    const property = own(here.properties ?? {}, token);
    const { items, additional } = here;
    if (property !== undefined) [here, at] = [property, child(child(at, 'properties'), token)];
    else if (token === '*' && items !== undefined) [here, at] = [items, child(at, 'items')];
    else if (token === '*' && typeof additional === 'object') [here, at] = [additional, child(at, 'additional')];
    else return at;
  }
  return at;
}
