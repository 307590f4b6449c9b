/** Whether a text can be base64 (RFC 4648 section 4, padded). One pass: a longer pattern would overflow the stack on a long text. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text);
}
