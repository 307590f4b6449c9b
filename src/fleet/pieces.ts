/** A fleet file in texts that can be read one after the other. */
export interface Pieces {
  /** All before the first target: its `targets` are null. */
  readonly head: string;
  /** Fleet files with nothing but some of the targets each, in their order. */
  readonly rest: readonly string[];
}

/** Targets of one piece. */
const MOST_TARGETS = 200;

const KEY = /^targets:[ \t]*(?:#.*)?\r?\n/gm;
/** Lines that say nothing, and the beginning of the first target behind them. */
const FIRST = /(?:[ \t]*(?:#.*)?\r?\n)*( *)-[ \r\n]/y;
const SPACE = 32;

/**
 * Cuts a fleet file in YAML before targets, so that never all of its syntax tree is in memory. Undefined where it is not written as most
 * are: `targets` as the last key, its list in block style. What a piece refers to in another one is an error of that piece:
 * whoever meets an error reads the file as a whole.
 */
export function piecesOf(text: string): Pieces | undefined {
  const [key, ...others] = text.matchAll(KEY);
  if (key === undefined || others.length > 0) return undefined;
  const from = key.index + key[0].length;
  FIRST.lastIndex = from;
  const indent = FIRST.exec(text)?.[1]?.length;
  const starts = indent === undefined ? undefined : startsOf(text, from, indent);
  if (starts === undefined) return undefined;
  const cuts = [from, ...starts.filter((_, index) => index > 0 && index % MOST_TARGETS === 0), text.length];
  const rest = cuts.slice(1).map((end, index) => `targets:\n${text.slice(cuts[index], end)}`);
  return { head: text.slice(0, from), rest };
}

/** Where the lines begin that begin a target; undefined where a line is out of its place. */
function startsOf(text: string, from: number, indent: number): readonly number[] | undefined {
  const starts: number[] = [];
  for (let line = from, end = from; line < text.length; line = end + 1) {
    end = text.indexOf('\n', line);
    if (end < 0) end = text.length;
    let at = line;
    while (text.charCodeAt(at) === SPACE) at += 1;
    const first = text.charAt(at);
    if (at - line > indent || at >= end || first === '\r' || first === '#') continue;
    if (at - line < indent || first !== '-' || !/[ \r\n]/.test(text.charAt(at + 1) || '\n')) return undefined;
    starts.push(line);
  }
  return starts;
}
