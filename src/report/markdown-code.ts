/*
 * A text that may hold anything goes into code: nothing in it is then markup, HTML, a link, a formula, a reference to an issue or
 * the mention of a person. An escaped `@` still pings on GitHub, which looks for mentions after it has read the Markdown.
 */

/** A line of any text as a code span. */
export function codeSpan(text: string): string {
  const fence = fenceOf(text, 1);
  const pad = /^[` ]|[` ]$|^$/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
}

/** Any text as a code block. Ends with a newline. */
export function codeBlock(text: string, language = ''): string {
  const fence = fenceOf(text, 3);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}\n`;
}

/** More backticks than stand together anywhere in the text, and at least `least`. */
function fenceOf(text: string, least: number): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  return '`'.repeat(Math.max(least, longest + 1));
}
