/** Whether a text ends as a sentence does, in brackets and quotes too, and in the scripts of East Asia; or in an address, which a full stop would change. */
export function endsAsSentence(text: string): boolean {
  if (text.endsWith('.') || /[.!?…。！？][)\]"'”’»]?$/u.test(text.slice(-2))) return true;
  const end = text.slice(-maxAddress);
  return end.includes('://') && /https?:\/\/\S+$/.test(end);
}
/** The longest address that is looked for. */
const maxAddress = 500;

/** Whether two texts say the same. Most differ in length by more than the spaces and the full stop that do not count, or in how they begin. */
export function saysTheSame(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > maxPadding) return false;
  return mayBeginAlike(one, other) && words(one) === words(other);
}
const maxPadding = 10;

/** False for two that begin with letters that differ in more than case. */
function mayBeginAlike(one: string, other: string): boolean {
  const first = letterAt(one);
  const second = letterAt(other);
  return first === second || first === 0 || second === 0;
}

/** The letter of ASCII that a text begins with, in lower case; 0 for any other character. */
function letterAt(text: string): number {
  const letter = text.charCodeAt(0) | 0x20;
  return letter >= SMALL_A && letter <= SMALL_Z ? letter : 0;
}
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** A text without what does not make it another one: case, spaces, a full stop. */
function words(text: string): string {
  return text.trim().replace(/\.$/, '').replace(/\s+/g, ' ').toLowerCase();
}
