import type { Extensible } from '../openapi/types.js';

/** What `x-ms-visibility` says of a field or token; `none` where it says nothing that is known. */
export type Visibility = 'important' | 'none' | 'advanced' | 'internal';

/** The visibility of a node, or the one that it inherits from the object that holds it. Case does not count, as in the designer. */
export function visibilityOf(node: Extensible, inherited: Visibility = 'none'): Visibility {
  const given = node['x-ms-visibility'];
  if (typeof given !== 'string' || given === '') return inherited;
  const name = given.toLowerCase();
  return name === 'important' || name === 'advanced' || name === 'internal' ? name : 'none';
}

/** Required first, then important, then what says nothing, then advanced; otherwise in the order in which they are given. */
export function inDesignerOrder<Item extends { readonly required: boolean; readonly visibility: Visibility }>(
  items: readonly Item[],
): readonly Item[] {
  return items.toSorted((one, other) => rank(one) - rank(other));
}

function rank({ required, visibility }: { readonly required: boolean; readonly visibility: Visibility }): number {
  if (required) return 0;
  if (visibility === 'important') return 1;
  return visibility === 'advanced' ? 3 : 2;
}
