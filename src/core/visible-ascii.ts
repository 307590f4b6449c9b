const visible = /^[ -~]*$/;

/**
 * Whether a text has no character but the visible ones of ASCII and the space, as nearly all have: asked before a regular expression
 * with properties of Unicode, each of which takes a millisecond, or several, to be made ready when it is used first.
 */
export function isVisibleAscii(text: string): boolean {
  return visible.test(text);
}
