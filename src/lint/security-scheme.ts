import { child } from '../core/pointer.js';
import type { Document, SecurityScheme } from '../openapi/types.js';

/** A security scheme, its name, and where it stands. */
interface SchemeAt {
  readonly name: string;
  readonly scheme: SecurityScheme;
  readonly pointer: string;
}

/** The scheme that a custom connector takes: the first of `securityDefinitions`. Undefined where there is none. */
export function takenScheme({ securityDefinitions = {} }: Document): SchemeAt | undefined {
  const [first] = Object.entries(securityDefinitions);
  return first && { name: first[0], scheme: first[1], pointer: child('/securityDefinitions', first[0]) };
}
