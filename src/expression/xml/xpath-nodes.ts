import { ITEM_WORK } from '../limits.js';
import type { XmlNode } from './tree.js';
import type { Axis } from './xpath-syntax.js';

/** A node in its document. */
export interface Place {
  readonly node: XmlNode;
  readonly parent: Place | undefined;
  /** In document order. */
  readonly order: number;
  /** Where it stands among its parent's children. */
  readonly index: number;
  readonly children: readonly Place[];
  readonly attributes: readonly Place[];
}

/** The nodes below this one, each in its place. */
export function placed(root: XmlNode, spend: (units: number) => void): Place {
  let order = 0;
  const place = (node: XmlNode, parent: Place | undefined, index: number): Place => {
    spend(ITEM_WORK);
    const children: Place[] = [];
    const attributes: Place[] = [];
    const made: Place = { node, parent, order: order++, index, children, attributes };
    if (node.type === 'element') {
      for (const [at, one] of node.attributes.entries())
        if (!/^xmlns(:|$)/.test(one.name)) attributes.push(place(one, made, at));
    }
    if (node.type === 'element' || node.type === 'document') {
      for (const [at, child] of node.children.entries()) children.push(place(child, made, at));
    }
    return made;
  };
  return place(root, undefined, 0);
}

/** The nodes that an axis leads to, the nearest first. */
export function* along(axis: Axis, from: Place): Generator<Place> {
  const { parent } = from;
  switch (axis) {
    case 'child':
      return yield* from.children;
    case 'attribute':
      return yield* from.attributes;
    case 'self':
      return yield from;
    case 'parent':
      if (parent) yield parent;
      return;
    case 'descendant':
      return yield* below(from);
    case 'descendant-or-self':
      yield from;
      return yield* below(from);
    case 'ancestor':
      return yield* above(from);
    case 'ancestor-or-self':
      yield from;
      return yield* above(from);
    case 'following-sibling':
      return yield* after(from);
    case 'preceding-sibling':
      return yield* before(from);
    case 'following':
      for (const one of [from, ...above(from)]) {
        for (const next of after(one)) {
          yield next;
          yield* below(next);
        }
      }
      return;
    default:
      for (const one of [from, ...above(from)]) {
        for (const previous of before(one)) yield* backwards(previous);
      }
  }
}

function siblings(of: Place): readonly Place[] {
  return of.node.type === 'attribute' ? [] : (of.parent?.children ?? []);
}

function* after(of: Place): Generator<Place> {
  const all = siblings(of);
  for (let at = of.index + 1; at < all.length; at++) yield all[at] ?? of;
}

function* before(of: Place): Generator<Place> {
  const all = siblings(of);
  for (let at = of.index - 1; at >= 0; at--) yield all[at] ?? of;
}

/** The node and all below it, the last first. */
function* backwards(from: Place): Generator<Place> {
  for (let at = from.children.length - 1; at >= 0; at--) yield* backwards(from.children[at] ?? from);
  yield from;
}

function* below(from: Place): Generator<Place> {
  for (const child of from.children) {
    yield child;
    yield* below(child);
  }
}

function* above(from: Place): Generator<Place> {
  for (let one = from.parent; one; one = one.parent) yield one;
}
