import type { Json } from './json.js';
import { jsonDuplicateKey } from './json-rules.js';
import { scanJson } from './json-scan.js';
import type { Placed } from './places.js';
import { child } from './pointer.js';
import { shorten } from './shorten.js';
import type { Report } from './text-findings.js';
import { numberTooLarge } from './text-rules.js';

interface ObjectFrame {
  readonly offset: number;
  readonly values: Map<string, Json>;
  readonly children: Map<string, Placed>;
  readonly keyOffsets: Map<string, number>;
  key: string;
}
interface ArrayFrame {
  readonly offset: number;
  readonly values: Json[];
  readonly children: Placed[];
  readonly keyOffsets?: never;
}
type Frame = ObjectFrame | ArrayFrame;

/** What a text holds. `value` is undefined where the text is no JSON; `placed` then covers what came before that. */
interface Built {
  readonly value: Json | undefined;
  readonly placed: Placed;
}

/**
 * Reads JSON the slow way: every value with its place, integers of any length exactly, everything wrong told to `report`.
 * Costs about ten times JSON.parse.
 */
export function buildJson(text: string, report: Report): Built {
  const frames: Frame[] = [];
  let root: { value: Json; placed: Placed } = { value: null, placed: 0 };
  let readable = true;

  const add = (value: Json, placed: Placed) => {
    const frame = frames.at(-1);
    if (!frame) root = { value, placed };
    else if (frame.keyOffsets) {
      frame.values.set(frame.key, value);
      frame.children.set(frame.key, placed);
    } else {
      frame.values.push(value);
      frame.children.push(placed);
    }
  };
  const close = () => {
    const frame = frames.pop();
    if (!frame) return;
    const { offset, children } = frame;
    const value = frame.keyOffsets ? Object.fromEntries(frame.values) : frame.values;
    add(value, ('size' in children ? children.size : children.length) === 0 ? offset : { offset, children });
  };

  scanJson(text, {
    close,
    open: (offset) => frames.push(text[offset] === '{' ? objectFrame(offset) : { offset, values: [], children: [] }),
    key(start, end) {
      const frame = frames.at(-1);
      if (!frame?.keyOffsets) return;
      frame.key = stringValue(text.slice(start, end));
      const first = frame.keyOffsets.get(frame.key);
      if (first === undefined) frame.keyOffsets.set(frame.key, start);
      else {
        const message = `The key ${shorten(frame.key)} stands twice in one object, expected once: the last one counts.`;
        report(jsonDuplicateKey, { offset: start, pointer: pointerOf(frames), message, first });
      }
    },
    scalar(start, end) {
      const raw = text.slice(start, end);
      const value = scalarValue(raw);
      if (value === undefined) {
        readable = false;
        const message = `The number ${shorten(raw).slice(1, -1)} is too large, expected one below 1.8e308.`;
        report(numberTooLarge, { offset: start, pointer: pointerOf(frames), message });
      }
      add(value ?? null, start);
    },
    problem(rule, offset, message) {
      readable = false;
      report(rule, { offset, pointer: '', message });
    },
  });
  while (frames.length > 0) close();
  return { value: readable ? root.value : undefined, placed: root.placed };
}

function objectFrame(offset: number): ObjectFrame {
  return { offset, values: new Map(), children: new Map(), keyOffsets: new Map(), key: '' };
}

/** The value that is read now. */
function pointerOf(frames: readonly Frame[]): string {
  return frames.reduce((pointer, frame) => child(pointer, frame.keyOffsets ? frame.key : frame.values.length), '');
}

function stringValue(raw: string): string {
  return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1); // the scan has seen a string there
}

/** The value of a token that the scan found in order; undefined for a number that is too large. */
function scalarValue(raw: string): Json | undefined {
  switch (raw[0]) {
    case '"':
      return stringValue(raw);
    case 't':
      return true;
    case 'f':
      return false;
    case 'n':
      return null;
    default:
      return numberValue(raw);
  }
}

/** The number that `raw` spells: an integer beyond 2^53 as a bigint; undefined beyond the largest double. */
function numberValue(raw: string): number | bigint | undefined {
  const value = Number(raw);
  if (!Number.isFinite(value)) return undefined;
  return Number.isSafeInteger(value) || !/^-?\d+$/.test(raw) ? value : BigInt(raw);
}
