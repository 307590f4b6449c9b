import type { Position, SourceDocument } from './document.js';
import { tokens } from './pointer.js';

/** Where a value starts in its text, as an offset, and the same of each value that it holds. A plain number is one that holds nothing. */
export type Placed = number | PlacedValue;
interface PlacedValue {
  readonly offset: number;
  readonly children?: ReadonlyMap<string, Placed> | readonly Placed[];
  /** In place of `children`: looks for the one of that key or index. */
  readonly find?: (token: string) => Placed | undefined;
}

/** The `locate` of a {@link SourceDocument}. The places of the values in it are asked for once, at the first question. */
export function locator(places: () => Placed, position: (offset: number) => Position): SourceDocument['locate'] {
  let root: Placed | undefined;
  return (pointer) => {
    root ??= places();
    let here = root;
    for (const token of tokens(pointer)) {
      const next = childOf(here, token);
      if (next === undefined) break;
      here = next;
    }
    return position(typeof here === 'number' ? here : here.offset);
  };
}

function childOf(placed: Placed, token: string): Placed | undefined {
  if (typeof placed === 'number') return undefined;
  const { children, find } = placed;
  if (find !== undefined) return find(token);
  if (children === undefined) return undefined;
  if ('get' in children) return children.get(token);
  return /^(0|[1-9]\d*)$/.test(token) ? children[Number(token)] : undefined;
}
