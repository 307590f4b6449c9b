const BACKSLASH = 92;

/** The quote that ends the string beginning at `start`; the end of the text where none does. */
export function closingQuote(text: string, start: number): number {
  let at = start;
  do {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
  } while (text.charCodeAt(at - 1) === BACKSLASH && isEscaped(text, at));
  return at;
}

/** Whether an odd number of backslashes stands before `at`. */
export function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}
