import { MAX_LINE } from './line.js';
import { keyOf, quoted } from './literal.js';

/** TypeScript as a tree. `flat` is the text on one line; undefined where that is longer than a line may be. */
export type Code = Text | Call | List | Members | Lazy;

interface Flat {
  readonly flat: string | undefined;
}
/** A literal, or a name. `isLong`: a text that is longer than a line: it goes to a line of its own. */
export interface Text extends Flat {
  readonly kind: 'text';
  readonly text: string;
  /** The name that is used here, where it is one. */
  readonly uses?: string;
}
/** A call of a function by its name. */
export interface Call extends Flat {
  readonly kind: 'call';
  readonly name: string;
  readonly values: readonly Code[];
}
/** An array. */
export interface List extends Flat {
  readonly kind: 'list';
  readonly items: readonly Code[];
}
/** An object. */
export interface Members extends Flat {
  readonly kind: 'members';
  readonly members: readonly Member[];
}
/** A function that gives a value. */
export interface Lazy extends Flat {
  readonly kind: 'lazy';
  readonly value: Code;
}

/** `key: value`; a key that is a name itself where both are one; `...value` without a key. */
export interface Member {
  readonly key?: string;
  readonly value: Code;
}

/** A text literal. */
export function text(value: string): Text {
  return raw(quoted(value));
}

/** Code without parts, such as a number. */
export function raw(code: string): Text {
  return { kind: 'text', text: code, flat: short(code) };
}

/** A name that is declared elsewhere. */
export function use(name: string): Text {
  return { ...raw(name), uses: name };
}

/** `name(values)` */
export function call(name: string, values: readonly Code[]): Call {
  const flat = joined(values.map((each) => each.flat));
  return { kind: 'call', name, values, flat: flat === undefined ? undefined : short(`${name}(${flat})`) };
}

/** `[items]` */
export function list(items: readonly Code[]): List {
  const flat = joined(items.map((each) => each.flat));
  return { kind: 'list', items, flat: flat === undefined ? undefined : short(`[${flat}]`) };
}

/** `{ members }`; with `open` never on one line. */
export function members(all: readonly Member[], { open = false }: { readonly open?: boolean } = {}): Members {
  const made = { kind: 'members', members: all } as const;
  if (all.length === 0) return { ...made, flat: '{}' };
  const flat = open ? undefined : joined(all.map(flatMember));
  return { ...made, flat: flat === undefined ? undefined : short(`{ ${flat} }`) };
}

/** `() => value` */
export function lazy(value: Code): Lazy {
  return { kind: 'lazy', value, flat: value.flat === undefined ? undefined : short(`() => ${value.flat}`) };
}

/** What stands before the value of a member. */
export function before({ key, value }: Member): string {
  if (key === undefined) return '...';
  return value.kind === 'text' && value.uses === key ? '' : `${keyOf(key)}: `;
}

/** All names that the code uses: functions that it calls, and values. */
export function namesIn(code: Code, found: Set<string> = new Set()): Set<string> {
  if (code.kind === 'text' && code.uses !== undefined) found.add(code.uses);
  if (code.kind === 'call') found.add(code.name);
  for (const part of partsOf(code)) namesIn(part, found);
  return found;
}

function partsOf(code: Code): readonly Code[] {
  switch (code.kind) {
    case 'text':
      return [];
    case 'call':
      return code.values;
    case 'list':
      return code.items;
    case 'members':
      return code.members.map(({ value }) => value);
    case 'lazy':
      return [code.value];
  }
}

function flatMember(member: Member): string | undefined {
  return member.value.flat === undefined ? undefined : before(member) + member.value.flat;
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  let all = '';
  for (const part of parts) {
    if (part === undefined || all.length > MAX_LINE) return undefined;
    all += all === '' ? part : `, ${part}`;
  }
  return all;
}

function short(code: string): string | undefined {
  return code.length > MAX_LINE ? undefined : code;
}
