import { labelOf } from '../definition/label.js';
import type { Schema } from '../openapi/types.js';
import type { OverlayNode } from './overlay.js';
import type { Shape } from './surface.js';

/** What a description says of a deprecated property when the overlay has no better words. */
const DEPRECATED = 'The service has deprecated it.';

/** The words about a value: label, description, visibility. A property's label is made from its name where the overlay has none. */
export function wordsOf(shape: Shape, node: OverlayNode & { readonly name?: string }, isUnreviewed = false): Schema {
  const title = node.title ?? (node.name === undefined ? undefined : labelOf(node.name));
  const visibility = isUnreviewed ? 'advanced' : node.visibility;
  const description = [node.description, shape.deprecated && (node.deprecated ?? DEPRECATED)].filter(Boolean).join(' ');
  return {
    // The designer reads `title` first and this else; the published rules ask for this one.
    ...(title !== undefined && { 'x-ms-summary': title }),
    ...(description !== '' && { description }),
    ...(visibility !== undefined && { 'x-ms-visibility': visibility }),
  };
}
