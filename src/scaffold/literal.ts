/**
 * What no editor should meet raw in a source: DEL and the control characters behind it, line separators, and what turns the
 * direction of the text around it. JSON.stringify escapes the other control characters and lone surrogates.
 */
const unprintable = /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text as a literal of TypeScript: in single quotes, or in double quotes where those spare an escape. No text can end it. */
export function quoted(value: string): string {
  const json = JSON.stringify(value).replaceAll(
    unprintable,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (value.includes("'") && !value.includes('"')) return json;
  const inner = json
    .slice(1, -1)
    .replaceAll(/\\.|'/g, (found) => (found === '\\"' ? '"' : found === "'" ? "\\'" : found));
  return `'${inner}'`;
}

/** The longest number that is written as a key without quotes, in digits: no number of that length loses any. */
const maxDigits = 15;

/** A key of an object literal. `__proto__` would set the prototype: in brackets it is a key like all others. */
export function keyOf(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return key;
  const isNumber = /^(0|[1-9]\d*)$/.test(key) && key.length <= maxDigits;
  return isNumber ? key : quoted(key);
}
