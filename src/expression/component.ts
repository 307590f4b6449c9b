/** What `encodeURIComponent` leaves and .NET escapes. */
const more = /[!'()*]/g;

/** The text with everything escaped but letters, digits, `-`, `.`, `_` and `~`, as bytes of UTF-8. */
export function encodeComponent(text: string): string {
  // A surrogate without its other half would throw.
  const whole = Buffer.from(text).toString();
  return encodeURIComponent(whole).replaceAll(more, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The text with its escapes resolved as UTF-8; what is no escape stays. */
export function unescaped(text: string): string {
  return text.replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString(),
  );
}

/** The text with its escapes resolved, a plus to a space. */
export function decodeComponent(text: string): string {
  return unescaped(text.replaceAll('+', ' '));
}
