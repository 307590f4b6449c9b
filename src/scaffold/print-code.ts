import { before, type Call, type Code, type Lazy, type List, type Member } from './code.js';
import { MAX_LINE } from './line.js';

const step = 2;

/** Where code is printed. */
interface Spot {
  /** How far its lines are indented. */
  readonly indent: number;
  /** How much of its first line is taken by what stands before it. */
  readonly taken: number;
  /** How much of its last line is needed for what stands behind it. */
  readonly behind: number;
}

/** The code, broken into lines where it does not fit into one, as formatters do. `taken`: what stands before it on its line. */
export function printed(code: Code, taken: number): string {
  return print(code, { indent: 0, taken, behind: 1 });
}

function print(code: Code, spot: Spot): string {
  if (code.flat !== undefined && spot.taken + code.flat.length + spot.behind <= MAX_LINE) return code.flat;
  switch (code.kind) {
    case 'text':
      return code.text;
    case 'lazy':
      return printLazy(code, spot);
    case 'list':
      return isNumbers(code)
        ? filled(code, spot.indent)
        : lines('[]', code.items.map(own(spot.indent + step)), spot.indent);
    case 'members':
      return lines('{}', code.members.map(member(spot.indent + step)), spot.indent);
    case 'call':
      return printCall(code, spot);
  }
}

function printLazy({ value }: Lazy, spot: Spot): string {
  if (value.kind !== 'call' || headOf(value, spot.indent) !== undefined) {
    return `() => ${print(value, { ...spot, taken: spot.taken + '() => '.length })}`;
  }
  const indent = spot.indent + step;
  return `() =>\n${' '.repeat(indent)}${own(indent)(value)}`;
}

function isNumbers({ items }: List): boolean {
  return items.every((each) => each.kind === 'text' && /^-?\d/.test(each.text));
}

/** Numbers, as many on a line as there is room for. */
function filled({ items }: List, indent: number): string {
  const all: string[] = [];
  for (const { flat = '' } of items) {
    const line = all.at(-1);
    const hasRoom = line !== undefined && indent + step + line.length + `, ${flat},`.length <= MAX_LINE;
    if (hasRoom) all[all.length - 1] = `${line}, ${flat}`;
    else all.push(flat);
  }
  return lines('[]', all, indent);
}

function own(indent: number): (code: Code) => string {
  return (code) => print(code, { indent, taken: indent, behind: 1 });
}

function member(indent: number): (member: Member) => string {
  return (each) => {
    const head = before(each);
    const { value } = each;
    const taken = indent + head.length;
    const isLong = value.kind === 'text' && taken + value.text.length + 1 > MAX_LINE;
    if (isLong && head !== '') return `${head.trimEnd()}\n${' '.repeat(indent + step)}${value.text}`;
    return head + print(value, { indent, taken, behind: 1 });
  };
}

function lines(brackets: string, parts: readonly string[], indent: number): string {
  if (parts.length === 0) return brackets;
  const begin = `\n${' '.repeat(indent + step)}`;
  return `${brackets.charAt(0)}${begin}${parts.join(`,${begin}`)},\n${' '.repeat(indent)}${brackets.charAt(1)}`;
}

/** The last value stays beside the name where it has braces of its own and the others fit before it. */
function printCall(code: Call, { indent, taken }: Spot): string {
  const last = code.values.at(-1);
  const head = headOf(code, taken);
  if (head === undefined || last === undefined) {
    return `${code.name}${lines('()', code.values.map(own(indent + step)), indent)}`;
  }
  const body = last.kind === 'lazy' && last.value.kind === 'call' ? last.value : undefined;
  if (body === undefined || headOf(body, indent) !== undefined) {
    return `${head}${print(last, { indent, taken: MAX_LINE, behind: 0 })})`;
  }
  const inner = own(indent + step)(body);
  return `${head}() =>\n${' '.repeat(indent + step)}${inner},\n${' '.repeat(indent)})`;
}

/** What stands before the last value of a call where that stays beside the name; undefined where each value gets a line. */
function headOf({ name, values }: Call, taken: number): string | undefined {
  const last = values.at(-1);
  const others = values.slice(0, -1);
  const canStay = last !== undefined && ['members', 'list', 'lazy'].includes(last.kind);
  if (!canStay || others.some((each) => each.flat === undefined || each.kind === last.kind)) return undefined;
  const head = `${name}(${others.map((each) => `${each.flat ?? ''}, `).join('')}`;
  return taken + head.length + 1 <= MAX_LINE ? head : undefined;
}
