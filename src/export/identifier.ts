/** How a target language writes names: `ApiKey`, `apiKey`, `api_key`. */
export type NameStyle = 'pascal' | 'camel' | 'snake';

/** Parts of a name: letters and digits, also where the case changes. */
const PART = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;

/** A name in the style of a language, made of the letters and digits of ASCII in a text; `value` where there are none, or a digit is first. */
export function identifier(text: string, style: NameStyle): string {
  const found = (text.match(PART) ?? []).map((part) => part.toLowerCase());
  const parts = found.length === 0 || /^[0-9]/.test(found[0] ?? '') ? ['value', ...found] : found;
  if (style === 'snake') return parts.join('_');
  const [first = '', ...others] = parts;
  return (style === 'pascal' ? upper(first) : first) + others.map(upper).join('');
}

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The names one after the other, each with a number behind it where its case alone would tell it from one before or from those that are taken. */
export function distinct(names: readonly string[], taken: readonly string[]): readonly string[] {
  const next = new Map(taken.map((one) => [one.toLowerCase(), 2]));
  return names.map((name) => {
    const key = name.toLowerCase();
    let own = name;
    for (let number = next.get(key) ?? 1; next.has(own.toLowerCase()); number += 1) {
      own = `${name}${number}`;
      next.set(key, number + 1);
    }
    next.set(own.toLowerCase(), 2);
    return own;
  });
}
