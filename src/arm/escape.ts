/**
 * Whether a template's engine evaluates the text: it begins with `[` and ends with `]`.
 * One that begins with `[[` is a text whose first bracket is dropped; `[a]b` and `[[a]b` are texts as they stand
 * (github:microsoft/vscode-azurearmtools issue 250).
 */
function isBracketed(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && text.length > 1;
}

/** The text as a template has to hold it, so that the engine gives it back as it is. */
export function escapeText(text: string): string {
  return isBracketed(text) ? `[${text}` : text;
}

/** The expression within the brackets, or undefined where the text is none. */
export function expressionIn(text: string): string | undefined {
  return isBracketed(text) && !text.startsWith('[[') ? text.slice(1, -1) : undefined;
}

/** The text that the engine makes of one that is no expression. */
export function unescapeText(text: string): string {
  return text.startsWith('[[') && isBracketed(text) ? text.slice(1) : text;
}
