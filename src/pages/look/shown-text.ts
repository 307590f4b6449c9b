/**
 * What does not show or turns the direction of what follows: controls but line feed and tab, formatting but the two joiners that emoji and
 * scripts need, line separators.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const hiddenAll = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** The longest text of a page, in UTF-16 code units. */
const LONGEST = 13_000;

/** A text as a page has it: cut where it is huge, what is hidden spelled out as in JavaScript. */
export function shownText(text: string): string {
  const cut = text.length > LONGEST ? cutAt(text, LONGEST) : text;
  if (!hidden.test(cut)) return cut;
  return cut.replaceAll('\r\n', '\n').replaceAll(hiddenAll, spelled);
}

/** At most `most` UTF-16 code units of a text, and how much more there is. */
export function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most)} … (${text.length - most} more characters)`;
}

function spelled(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
