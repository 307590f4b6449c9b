import { scanJson } from '../core/json-scan.js';
import { tokens } from '../core/pointer.js';

/** A part of a text: the offsets of its first character and of the one behind its last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a value stands in its text, and its key, where it has one. */
export interface Spot {
  range?: Range;
  key?: Range;
  /** Of an object with members: the last one. */
  last?: { readonly key: Range; readonly value: Range };
  readonly below: Map<string, Spot>;
}

interface Frame {
  readonly start: number;
  readonly closer: string;
  readonly spot: Spot | undefined;
  /** Of an object: the key that was read last. */
  key: Range | undefined;
  token: string;
  /** Of an array: how many items were read. */
  items: number;
  last: Spot['last'];
}

/** Finds the values at `pointers`, and all that they lie in, in a sound JSON text. What gives one is undefined where there is none. */
export function placesIn(text: string, pointers: Iterable<string>): (pointer: string) => Spot | undefined {
  const root = spotsFor(pointers);
  const frames: Frame[] = [];
  let at = 0;
  const spotHere = (): Spot | undefined => {
    const frame = frames.at(-1);
    if (!frame) return root;
    return frame.spot?.below.get(frame.closer === '}' ? frame.token : String(frame.items));
  };
  const ended = (range: Range, last?: Spot['last']) => {
    at = range.end;
    const spot = spotHere();
    const frame = frames.at(-1);
    if (frame?.key && frame.closer === '}') frame.last = { key: frame.key, value: range };
    if (spot) Object.assign(spot, { range, key: frame?.key, last });
    if (frame) frame.items += 1;
  };
  scanJson(text, {
    open(offset) {
      const closer = text[offset] === '{' ? '}' : ']';
      frames.push({ start: offset, closer, spot: spotHere(), key: undefined, token: '', items: 0, last: undefined });
      at = offset + 1;
    },
    close() {
      const frame = frames.pop();
      // only white space stands between the last value and the bracket
      if (frame) ended({ start: frame.start, end: text.indexOf(frame.closer, at) + 1 }, frame.last);
    },
    key(start, end) {
      const frame = frames.at(-1);
      if (!frame) return;
      const raw = text.slice(start, end);
      frame.key = { start, end };
      frame.token = raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
    },
    scalar: (start, end) => ended({ start, end }),
    problem: () => undefined,
  });
  return (pointer) => {
    const spot = below(root, pointer);
    return spot?.range && spot;
  };
}

function spotsFor(pointers: Iterable<string>): Spot {
  const root: Spot = { below: new Map() };
  for (const pointer of pointers) {
    let spot = root;
    for (const token of tokens(pointer)) {
      const known = spot.below.get(token);
      const next: Spot = known ?? { below: new Map() };
      if (!known) spot.below.set(token, next);
      spot = next;
    }
  }
  return root;
}

function below(root: Spot, pointer: string): Spot | undefined {
  let spot: Spot | undefined = root;
  for (const token of tokens(pointer)) spot = spot?.below.get(token);
  return spot;
}
