/** A part of a custom date format: a letter and how often it stands there, or text. */
export type FormatToken = { readonly letter: string; readonly count: number } | { readonly text: string };

/** The letters that mean something, and the most of one that do. */
const letters: ReadonlyMap<string, number> = new Map([
  ['d', 100], ['f', 7], ['F', 7], ['g', 100], ['h', 100], ['H', 100], ['K', 1], ['m', 100],
  ['M', 100], ['s', 100], ['t', 100], ['y', 100], ['z', 100], [':', 1], ['/', 1],
]); // prettier-ignore

/** The parts of a custom date format of .NET; undefined where it is none. */
export function formatTokens(format: string): readonly FormatToken[] | undefined {
  const tokens: FormatToken[] = [];
  for (let at = 0; at < format.length;) {
    const letter = format.charAt(at);
    const most = letters.get(letter);
    if (most !== undefined) {
      const count = most === 1 ? 1 : runLength(format, at);
      if (count > most) return undefined;
      tokens.push({ letter, count });
      at += count;
    } else if (letter === "'" || letter === '"') {
      const end = format.indexOf(letter, at + 1);
      if (end < 0) return undefined;
      tokens.push({ text: format.slice(at + 1, end) });
      at = end + 1;
    } else if (letter === '\\') {
      if (at + 1 === format.length) return undefined;
      tokens.push({ text: format.charAt(at + 1) });
      at += 2;
    } else {
      if (letter !== '%') tokens.push({ text: letter });
      at += 1;
    }
  }
  return tokens;
}

/** How often the character stands there one behind the other. */
function runLength(format: string, at: number): number {
  let end = at + 1;
  while (end < format.length && format.charAt(end) === format.charAt(at)) end += 1;
  return end - at;
}
