/** A text without the slashes at its end. A loop: a pattern takes a square of the time where there are a million of them in the middle. */
export function withoutEndingSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end -= 1;
  return text.slice(0, end);
}
