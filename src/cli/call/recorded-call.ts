import type { Exchange } from '../../http/exchange.js';
import { writeSample } from '../../http/sample-write.js';
import { inName, highestNumber, writeNew } from '../net/new-sample.js';
import type { World } from '../world.js';

/** A sample that was written. */
export interface Kept {
  /** The file, as it is printed. */
  readonly file: string;
  readonly text: string;
}

/** Writes an exchange as a sample under a new name, `OPERATION-1.json` and so on. Throws a `Fault` where it cannot be written. */
export function keepCall(world: World, folder: string, exchange: Exchange): Kept {
  const before = `${inName(exchange.sample)}-`;
  const number = highestNumber(world, { folder, before }) + 1;
  const source = {
    recorded: `by connector-kit ${world.version()} call`,
    on: new Date(world.now()).toISOString().slice(0, 10),
    changed: 'credentials replaced',
  };
  const text = writeSample({ ...exchange, source });
  return { file: writeNew(world, { folder, name: before + number, text }), text };
}
