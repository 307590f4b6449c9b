/** Characters that take two columns: classes W and F of Unicode Standard Annex 11, but for emoji, which {@link isWideEmoji} knows. */
const WIDE =
  /^[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u3247\u3250-\u4DBF\u4E00-\uA4C6\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAD9\uFE10-\uFE19\uFE30-\uFE6B\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{1B2FB}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;

/** Text of characters that take one column each, alone or not: ASCII, Latin, and common punctuation such as an ellipsis. */
const narrow = /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]*$/;

/** To make one takes 28 ms: it is made when a text needs it. */
let segmenter: Intl.Segmenter | undefined;

/** How many columns of a terminal a text takes: two for wide characters and emoji, none for what stands on another character. */
export function widthOf(text: string): number {
  if (narrow.test(text)) return text.length;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += columnsOf(segment);
  return width;
}

function columnsOf(grapheme: string): number {
  if (isUnseen(grapheme)) return 0;
  return isWideEmoji(grapheme) || WIDE.test(grapheme) ? 2 : 1;
}

// What knows properties of Unicode stands in functions: it is read when it is asked for, which is seldom and takes long.

/** An emoji that is shown as one: by itself, or by the selector behind it. */
function isWideEmoji(grapheme: string): boolean {
  return /^\p{Emoji_Presentation}|\uFE0F/u.test(grapheme);
}

/** Characters that stand on the one before them, or are not seen. */
function isUnseen(grapheme: string): boolean {
  return /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u.test(grapheme);
}

/** The text with spaces behind it, so that it takes that many columns. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}
