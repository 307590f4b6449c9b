import { own } from '../core/json.js';
import { Fault } from '../core/fault.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { Flag, FlagTable, Values } from './flags.js';
import type { Operands } from './command.js';

/** What a command accepts. */
export interface Accepts<Table extends FlagTable> {
  /** The command's name, for the help of a fault. */
  readonly command: string;
  readonly flags: Table;
  readonly operands: Operands;
}

/** The words after a command's name, sorted. */
export interface Given {
  /** The values of each flag that was given, by its name without the dashes. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Sorts the words after a command's name. `--` ends the flags. Throws a `Fault` (`called-wrongly`) at the first that does not fit. */
export function sorted(words: readonly string[], accepts: Accepts<FlagTable>): Given {
  const flags = new Map<string, string[]>();
  const operands: string[] = [];
  let list: string[] | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') return { flags, operands: [...operands, ...words.slice(at + 1)] };
    if (!isFlag(word)) {
      (list ?? operands).push(word);
      continue;
    }
    const { name, flag, inline } = flagOf(word, accepts);
    const values = flags.get(name) ?? [];
    flags.set(name, values);
    list = flag.kind === 'list' && inline === undefined ? values : undefined;
    const next = words[at + 1];
    if (flag.kind === 'switch') {
      if (inline !== undefined) throw wrong(accepts, `--${name} takes no value.`);
    } else if (inline !== undefined) values.push(inline);
    else if (next === undefined || isFlag(next))
      throw wrong(accepts, `--${name} needs a value: ${flagUsage(name, flag)}.`);
    else if (list === undefined) {
      values.push(next);
      at += 1;
    }
  }
  return { flags, operands };
}

/** The values of a command line. Throws a `Fault` (`called-wrongly`) for what is missing, too much, or none of what it can be. */
export function valuesOf<Table extends FlagTable>(
  { flags: given, operands }: Given,
  accepts: Accepts<Table>,
): { flags: Values<Table>; operands: readonly string[] } {
  const { placeholder, least, most } = accepts.operands;
  const extra = operands[most];
  if (extra !== undefined) throw wrong(accepts, `${shorten(extra)} is one argument too many.`);
  if (operands.length < least) throw wrong(accepts, `${placeholder} is missing.`);
  const values = Object.entries(accepts.flags).map(([name, flag]) => [name, valueOf(accepts, { name, flag, given })]);
  // The types of `Table` say what `valueOf` gives for each kind of flag; entries lose them.
  return { flags: Object.fromEntries(values) as Values<Table>, operands };
}

/** A lone `-` is standard output, and `-5` is a number. */
const isFlag = (word: string): boolean => /^-[^\d.]/.test(word);

function flagOf(word: string, accepts: Accepts<FlagTable>): { name: string; flag: Flag; inline: string | undefined } {
  const [, before = word, inline] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
  const named = before.slice(2);
  const long = before.startsWith('--') ? own(accepts.flags, named) : undefined;
  if (long) return { name: named, flag: long, inline };
  const short = Object.entries(accepts.flags).find(
    ([, flag]) => flag.short !== undefined && `-${flag.short}` === before,
  );
  if (short) return { name: short[0], flag: short[1], inline };
  const known = Object.keys(accepts.flags).map((name) => `--${name}`);
  throw wrong(accepts, `${shorten(before)} is no flag of ${accepts.command}.${meantBy(before, known)}`);
}

/** The near flag, or the only one that begins as it does: --output is --out. */
function meantBy(word: string, known: readonly string[]): string {
  const hint = didYouMean(word, known);
  const longEnough = '--xx'.length;
  if (hint !== '' || word.length < longEnough) return hint;
  const [begun, other] = known.filter((one) => one.startsWith(word) || word.startsWith(one));
  return begun === undefined || other !== undefined ? '' : ` Did you mean "${begun}"?`;
}

/** A flag as the help writes it: `--out DIR`, `--format text|json`. */
export function flagUsage(name: string, flag: Flag): string {
  switch (flag.kind) {
    case 'switch':
      return `--${name}`;
    case 'choice':
      return `--${name} ${flag.choices.join('|')}`;
    case 'list':
      return `--${name} ${flag.placeholder}...`;
    default:
      return `--${name} ${flag.placeholder}`;
  }
}

/** Of a flag that was given again, the last value counts. */
function valueOf(accepts: Accepts<FlagTable>, of: { name: string; flag: Flag; given: Given['flags'] }) {
  const { name, flag, given } = of;
  const values = given.get(name) ?? [];
  const last = values.at(-1);
  if (flag.kind === 'switch') return given.has(name);
  if (flag.kind === 'list') {
    if (flag.required && values.length === 0) throw wrong(accepts, `${flagUsage(name, flag)} is missing.`);
    return values;
  }
  if (last === undefined) return flag.kind === 'choice' ? flag.fallback : undefined;
  if (flag.kind === 'text') {
    if (last === '') throw wrong(accepts, `--${name} needs a value: ${flagUsage(name, flag)}.`);
    return last;
  }
  if (flag.kind === 'number') return numberOf(accepts, { name, flag, last });
  if (flag.choices.includes(last)) return last;
  const choices = flag.choices.join(', ');
  throw wrong(accepts, `--${name} is ${shorten(last)}; it can be ${choices}.${didYouMean(last, flag.choices)}`);
}

function numberOf(
  accepts: Accepts<FlagTable>,
  of: { name: string; flag: Flag & { kind: 'number' }; last: string },
): number {
  const { name, flag, last } = of;
  const value = /^-?(\d+\.?\d*|\.\d+)$/.test(last) ? Number(last) : Number.NaN;
  const fits = value >= flag.least && value <= flag.most && (!flag.whole || Number.isInteger(value));
  if (fits) return value;
  const range = `a ${flag.whole ? 'whole ' : ''}number from ${flag.least} to ${flag.most}`;
  throw wrong(accepts, `--${name} is ${shorten(last)}; it has to be ${range}.`);
}

function wrong({ command }: { command: string }, message: string): Fault {
  return new Fault('called-wrongly', message, { help: `See connector-kit ${command} --help.` });
}
