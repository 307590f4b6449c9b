/**
 * How many ways of matching a backtracking engine may have to try for a text of n characters: at most `factor` times n to the `degree`.
 * Undefined cost: it may double with every character.
 */
export interface PatternCost {
  readonly degree: number;
  readonly factor: number;
}

interface Group extends PatternCost {
  /** Whether a `|` stands in it. */
  readonly alternation: boolean;
}

const nothing: Group = { degree: 0, factor: 1, alternation: false };

/** A bracket expression, an opening parenthesis with what marks its kind, an escape, or any other character. */
const token = /\[\^?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\\.|[^]/y;
const quantifier = /([*+?])|\{(\d+)(,?)(\d*)\}/y;

/** The cost of a regular expression, overestimated; undefined where a group that holds a choice is repeated without bound, as in `(a+)+`. */
export function patternCost(pattern: string): PatternCost | undefined {
  const open: Group[] = [];
  let group = nothing;
  for (let at = 0; at < pattern.length;) {
    const text = read(token, pattern, at)?.[0] ?? '';
    at += text.length;
    let atom: PatternCost = nothing;
    if (text.startsWith('(')) {
      open.push(group);
      group = nothing;
      continue;
    }
    if (text === '|') {
      group = { degree: group.degree, factor: group.factor * 2, alternation: true };
      continue;
    }
    if (text === ')') {
      atom = group;
      group = open.pop() ?? nothing;
    }
    const found = read(quantifier, pattern, at);
    if (found) {
      at += found[0].length;
      if (pattern[at] === '?') at += 1; // lazy: the same choices in another order
      const times = repeated(atom, found);
      if (times === undefined) return undefined;
      atom = times;
    }
    group = { ...group, degree: group.degree + atom.degree, factor: group.factor * atom.factor };
  }
  const anchored = pattern.startsWith('^') && !group.alternation;
  return { degree: group.degree + (anchored ? 0 : 1), factor: group.factor };
}

function repeated(atom: PatternCost, [, sign, from, comma, to]: RegExpExecArray): PatternCost | undefined {
  const least = sign === '+' ? 1 : Number(from ?? 0);
  const most = sign === '?' ? 1 : sign || (comma && !to) ? Infinity : Number(to || from);
  if (most < Infinity) {
    return { degree: atom.degree * most, factor: atom.factor ** most * Math.max(1, most - least + 1) };
  }
  return atom.degree === 0 && atom.factor === 1 ? { degree: 1, factor: 1 } : undefined;
}

function read(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
