import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import { verbatim } from '../build/verbatim.js';
import { call, list, members, raw, text, type Code, type Member } from './code.js';

/** Code, and the value that it gives: what was generated is held against what was wanted with it. */
export interface Made {
  readonly code: Code;
  readonly value: unknown;
}

/** A JSON value as a literal. */
export function literal(value: Json): Made {
  return { code: literalCode(value), value };
}

function literalCode(value: Json): Code {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'bigint') return raw(`${value}n`);
  if (isArray(value)) return list(value.map(literalCode));
  if (!isObject(value)) return raw(String(value));
  return members(Object.entries(value).map(([key, each]) => ({ key, value: literalCode(each) })));
}

/** Options: those that are not undefined, in their order. */
export type Options = readonly (readonly [key: string, value: Made | undefined])[];

/** An object literal of them; undefined where there is none of them. `open` is never on one line. */
export function optional(options: Options, { open = false } = {}): Made | undefined {
  const given = options.filter((each): each is readonly [string, Made] => each[1] !== undefined);
  return given.length === 0 ? undefined : record(given, { open });
}

/** An object literal. */
export function record(entries: readonly (readonly [string, Made])[], { open = false } = {}): Made {
  const all: Member[] = entries.map(([key, { code }]) => ({ key, value: code }));
  return { code: members(all, { open }), value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])) };
}

/** An array literal. */
export function array(items: readonly Made[]): Made {
  return { code: list(items.map(({ code }) => code)), value: items.map(({ value }) => value) };
}

/** The literal of a value that is not undefined. */
export function maybe(value: Json | undefined): Made | undefined {
  return value === undefined ? undefined : literal(value);
}

/** A call of a builder by its name. Throws what the builder throws. */
export function built(name: string, builder: unknown, ...values: readonly (Made | undefined)[]): Made {
  const given = values
    .slice(0, values.findLastIndex((each) => each !== undefined) + 1)
    .map((each) => each ?? undefinedMade);
  // the generator gives each builder what its type asks for; the compiler checks what was generated
  const value = (builder as (...values: unknown[]) => unknown)(...given.map((each) => each.value));
  return {
    code: call(
      name,
      given.map(({ code }) => code),
    ),
    value,
  };
}

const undefinedMade: Made = { code: raw('undefined'), value: undefined };

/** The same with `verbatim` for what it has other than wanted. `seen` is what counts of its value. */
export function closed(made: Made, wanted: JsonObject, seen: unknown = made.value): Made {
  const gap = gapOf(seen as JsonObject, wanted); // what builders give is plain data
  return gap.length === 0 ? made : built('verbatim', verbatim, made, record(gap));
}

/** The keys whose values differ, with those that are wanted. */
export function gapOf(seen: JsonObject, wanted: JsonObject): readonly (readonly [string, Made])[] {
  const keys = new Set([...Object.keys(wanted), ...Object.keys(seen)]);
  return [...keys].flatMap((key) => {
    const value = own(wanted, key);
    if (sameJson(own(seen, key), value)) return [];
    return [[key, value === undefined ? undefinedMade : literal(value)] as const];
  });
}
