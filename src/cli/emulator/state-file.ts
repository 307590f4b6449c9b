import { Fault } from '../../core/fault.js';
import { readJson } from '../../core/json-read.js';
import { isObject, type Json, type JsonObject } from '../../core/json.js';
import { MAX_DOCUMENT_BYTES } from '../../core/limits.js';
import { definitionText, shared } from '../../emulator/definitions.js';
import { freshState } from '../../emulator/fresh.js';
import { readState } from '../../emulator/read-state.js';
import type { EmulatorState } from '../../emulator/state.js';
import { isRefusal, type World } from '../world.js';
import { changesBetween, replayed } from './state-log.js';
import { withDefinitions, writeState } from './state-text.js';
import { append, write } from './write.js';

/** The emulator's state on disk. It holds no key. Every method throws a `Fault` where a file cannot be read or written. */
export interface StateFile {
  /** As it is printed. */
  readonly file: string;
  /** What is there now; a fresh state where there is none. */
  readonly read: () => EmulatorState;
  /** Writes it, whole or not at all, where it is another than the last one. False where it is too large to be read again, and nothing is written. */
  readonly write: (state: EmulatorState) => boolean;
  /** As `write`, for who is alone with the folder: what changed is written behind the rest, so that it takes no longer the more there is. */
  readonly append: (state: EmulatorState) => boolean;
  /** Writes what was appended into the file itself, where that is possible. */
  readonly compact: () => void;
}

/** What is on disk as far as we know. */
interface Known {
  readonly state: EmulatorState;
  /** The file; undefined where there is none. */
  readonly bytes: Uint8Array | undefined;
  /** How many bytes stand behind it, in the log; undefined where there is none. */
  readonly logged: number | undefined;
  readonly definitions: ReadonlyMap<string, JsonObject>;
}

/** The state in a folder. It is read again only when somebody else wrote it. */
export function stateFileIn(world: World, folder: string): StateFile {
  const path = `${folder}/state.json`;
  const file = world.shown(path);
  const log = `${folder}/state.log`;
  let known: Known | undefined;
  const read = (): Known => {
    const [bytes, behind] = [bytesIn(world, path), bytesIn(world, log)];
    if (known === undefined || !isSame(known.bytes, bytes) || known.logged !== behind?.length) {
      const state = stateIn(world, folder, { bytes, behind });
      known = { state, bytes, logged: behind?.length, definitions: writeState(state).definitions };
    }
    return known;
  };
  const keep = (definitions: Known['definitions'], before: Known['definitions']) => {
    for (const [hash, definition] of definitions) {
      if (!before.has(hash)) write(world, definitionFile(folder, hash), definitionText(definition));
    }
  };
  const whole = (state: EmulatorState, before: Known): boolean => {
    const { text, definitions } = writeState(state);
    const bytes = Buffer.from(text);
    if (bytes.length > MAX_DOCUMENT_BYTES) return false;
    keep(definitions, before.definitions);
    write(world, path, text);
    if (before.logged !== undefined) world.remove(log);
    known = { state, bytes, logged: undefined, definitions };
    for (const hash of before.definitions.keys()) {
      if (!definitions.has(hash)) world.remove(definitionFile(folder, hash));
    }
    return true;
  };
  return {
    file,
    read: () => read().state,
    write: (state) => {
      const before = known ?? read();
      return state === before.state || whole(state, before);
    },
    append: (state) => {
      const before = known ?? read();
      if (state === before.state) return true;
      const { text, definitions } = changesBetween(before.state, state);
      const { bytes, logged = 0 } = before;
      const [base, after] = [bytes?.length ?? 0, logged + Buffer.byteLength(text)];
      if (text !== '' && (after > Math.max(LEAST_LOG_BYTES, 2 * base) || base + after > MAX_DOCUMENT_BYTES))
        return whole(state, before);
      keep(definitions, before.definitions);
      if (text !== '') append(world, log, text);
      const all = definitions.size === 0 ? before.definitions : new Map([...before.definitions, ...definitions]);
      known = { state, bytes, logged: text === '' ? before.logged : after, definitions: all };
      return true;
    },
    compact: () => {
      if (known?.logged !== undefined) whole(known.state, known);
    },
  };
}

/** A log of fewer bytes is never written into the file while the emulator runs. */
const LEAST_LOG_BYTES = 4 * 1024 * 1024;

function definitionFile(folder: string, hash: string): string {
  return `${folder}/definitions/${hash}.json`;
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;
}

function bytesIn(world: World, path: string): Uint8Array | undefined {
  if (world.stat(path) === undefined) return undefined;
  const bytes = world.read(path, MAX_DOCUMENT_BYTES);
  if (bytes instanceof Uint8Array) return bytes;
  const why = isRefusal(bytes) ? bytes.refused : `it has ${bytes.bytes} bytes`;
  throw new Fault('not-readable', `${world.shown(path)} cannot be read: ${why}.`, { help: HELP });
}

const HELP = 'Give another folder as --state, or move the file away to begin anew.';

interface OnDisk {
  /** `state.json`. */
  readonly bytes: Uint8Array | undefined;
  /** `state.log`. */
  readonly behind: Uint8Array | undefined;
}

function stateIn(world: World, folder: string, { bytes, behind }: OnDisk): EmulatorState {
  if (bytes === undefined && behind === undefined) return freshState();
  const path = `${folder}/state.json`;
  const definitions = new Map<string, Json>();
  const definition = (hash: string): Json => {
    const there = definitions.get(hash) ?? definitionIn(world, folder, hash);
    definitions.set(hash, there);
    return there;
  };
  const base = bytes === undefined ? readJson('', writeState(freshState()).text).value : valueIn(world, path, bytes);
  const state = readState(withDefinitions(replayed(base, new TextDecoder().decode(behind)), definition));
  if (state === undefined) throw notOurs(world, path);
  return state;
}

function definitionIn(world: World, folder: string, hash: string): JsonObject {
  if (!/^[\da-f]{64}$/.test(hash)) throw notOurs(world, `${folder}/state.json`);
  const path = definitionFile(folder, hash);
  const bytes = bytesIn(world, path);
  if (bytes === undefined) {
    const message = `${world.shown(path)} is missing, which the state of the emulator needs.`;
    throw new Fault('not-readable', message, { help: HELP });
  }
  const value = valueIn(world, path, bytes);
  if (!isObject(value)) throw notOurs(world, path);
  return shared(value);
}

function valueIn(world: World, path: string, bytes: Uint8Array): Json | undefined {
  const { value, findings } = readJson('', new TextDecoder().decode(bytes));
  if (findings.some(({ severity }) => severity === 'error')) throw notOurs(world, path);
  return value;
}

function notOurs(world: World, path: string): Fault {
  const message = `${world.shown(path)} is not what the emulator wrote there.`;
  return new Fault('not-readable', message, { help: HELP });
}
