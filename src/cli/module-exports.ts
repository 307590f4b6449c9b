import { Fault } from '../core/fault.js';
import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { World } from './world.js';

/** What a module exports, by the names of the exports. Throws a `Fault` for a module that throws. */
export async function moduleExports(world: World, file: string): Promise<ReadonlyMap<string, unknown>> {
  try {
    const exports = await world.importModule(file);
    return new Map(typeof exports === 'object' && exports !== null ? Object.entries(exports) : []);
  } catch (cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    const help = 'Run the module by itself to see where it throws.';
    throw new Fault('module-failed', `${shorten(file)} could not be loaded: ${why}`, { help, cause });
  }
}

/** Which export is meant, and what to say where that is open. */
interface Choice {
  readonly file: string;
  /** The export that was asked for by name. */
  readonly wanted: string | undefined;
  /** `connectors`, as a message says it. */
  readonly noun: { readonly one: string; readonly several: string };
  /** For a module that has none. */
  readonly none: () => Fault;
}

/** The export that is meant: the only one, under whatever names, or the one that was asked for. Throws a `Fault` where there is none. */
export function chosen<Value>(
  exported: ReadonlyMap<string, Value>,
  { file, wanted, noun: { one, several }, none }: Choice,
): Value {
  const names = [...exported.keys()];
  const different = new Set(exported.values());
  const [only] = different.size === 1 ? different : [];
  const value = wanted === undefined ? only : exported.get(wanted);
  if (value !== undefined) return value;
  if (names.length === 0) throw none();
  const message =
    wanted === undefined
      ? `${shorten(file)} exports ${different.size} ${several}.`
      : `${shorten(file)} exports no ${one} ${shorten(wanted)}.${didYouMean(wanted, names)}`;
  const help = `Say which one: ${names.map((name) => `${file}#${name}`).join(', ')}.`;
  throw new Fault('not-a-connector', message, { help });
}
