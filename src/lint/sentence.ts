/** Whether a text ends as a sentence does, in brackets and quotes too, and in the scripts of East Asia; or in an address, which a full stop would change. */
export function endsAsSentence(text: string): boolean {
  return (
    text.endsWith('.') || /[.!?…。！？][)\]"'”’»]?$/u.test(text) || /https?:\/\/\S+$/.test(text.slice(-maxAddress))
  );
}
/** The longest address that is looked for. */
const maxAddress = 500;

/** Whether two texts say the same. Most differ in length by more than the spaces and the full stop that do not count. */
export function saysTheSame(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= maxPadding && words(one) === words(other);
}
const maxPadding = 10;

/** A text without what does not make it another one: case, spaces, a full stop. */
function words(text: string): string {
  return text.trim().replace(/\.$/, '').replace(/\s+/g, ' ').toLowerCase();
}
