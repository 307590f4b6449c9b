import { parseSync } from '@swc/core';

/** A file as the rules see it. */
export interface Source {
  /** From the project root, with `/`. */
  readonly file: string;
  readonly text: string;
  /** Its syntax tree; empty for what is not TypeScript. */
  readonly nodes: readonly Node[];
}

/** A node of the syntax tree, with the place where it stands in its parent. */
export interface Node {
  readonly type: string;
  /** The first and last line, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Where it starts, in bytes of UTF-8. */
  readonly start: number;
  /** The parent's type and the key under which it stands there: `MemberExpression.property`. */
  readonly place: string;
  /** The other fields, as the parser gives them. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads one file. Throws where it is not TypeScript. */
export function source(file: string, text: string): Source {
  if (!/\.[cm]?[jt]s$/.test(file)) return { file, text, nodes: [] };
  const lines = linesOf(text);
  const nodes: Node[] = [];
  const visit = (value: unknown, place: string, parent: string): void => {
    if (Array.isArray(value)) return value.forEach((item) => visit(item, place, parent));
    if (!isRecord(value)) return;
    const type = typeof value['type'] === 'string' ? value['type'] : undefined;
    if (type !== undefined) nodes.push(node(value, type, { place: `${parent}.${place}`, lines }));
    for (const [key, field] of Object.entries(value)) visit(field, key, type ?? parent);
  };
  visit(parsed(file, text), 'body', 'Module');
  return { file, text, nodes };
}

function parsed(file: string, text: string): unknown {
  try {
    return parseSync(text, { syntax: 'typescript' }).body;
  } catch (cause) {
    throw new Error(`${file} is not TypeScript.`, { cause });
  }
}

interface Context {
  readonly place: string;
  readonly lines: Uint32Array;
}

function node(fields: Fields, type: string, { place, lines }: Context): Node {
  // The parser counts bytes from 1; what has no span of its own is put at the start.
  const { start, end } = isRecord(fields['span'])
    ? (fields['span'] as { start: number; end: number })
    : { start: 1, end: 2 };
  return { type, line: lines[start - 1] ?? 1, lastLine: lines[end - 2] ?? 1, start: start - 1, place, fields };
}

type Fields = Readonly<Record<string, unknown>>;

/** Whether `value` is an object with named fields. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line of every byte. */
function linesOf(text: string): Uint32Array {
  let line = 1;
  return Uint32Array.from(Buffer.from(text), (byte) => (byte === 0x0a ? line++ : line));
}
