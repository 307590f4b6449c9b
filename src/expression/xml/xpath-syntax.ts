/** An expression of XPath 1.0. */
export type XPath =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly XPath[] }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: XPath; readonly right: XPath }
  | { readonly kind: 'minus'; readonly of: XPath }
  /** `from` the root of the document, from the node at hand, or from what an expression selects. */
  | {
      readonly kind: 'path';
      readonly from: 'root' | 'here' | XPath;
      readonly predicates: readonly XPath[];
      readonly steps: readonly PathStep[];
    };

/** A step of a path. */
export interface PathStep {
  readonly axis: Axis;
  /** A name, `*`, or `node()`, `text()`, `comment()`, `processing-instruction()`. */
  readonly test: string;
  readonly predicates: readonly XPath[];
}

/** Operators, from those that bind least: a level a line. */
export const operators = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
  ['|'],
] as const;
/** One of {@link operators}. */
export type Operator = (typeof operators)[number][number];

/** Where a step goes. */
export const axes = [
  'child', 'descendant', 'descendant-or-self', 'self', 'parent', 'ancestor', 'ancestor-or-self', 'attribute',
  'following-sibling', 'preceding-sibling', 'following', 'preceding',
] as const; // prettier-ignore
/** One of {@link axes}. */
export type Axis = (typeof axes)[number];
