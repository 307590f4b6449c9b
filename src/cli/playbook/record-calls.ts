import { writeSample } from '../../http/sample-write.js';
import type { WholeExchange } from '../call/seen-call.js';
import { checkFolder, highestNumber, inName, writeNew } from '../net/new-sample.js';
import type { World } from '../world.js';

/** Digits of the number that the name of a recording begins with: so their order is that of the calls. */
const DIGITS = 4;

/** Writes exchanges as samples, `0001-ACTION.json` and so on behind those that are there, credentials replaced. */
export function recorder(
  world: World,
  folder: string,
): { keep(exchange: WholeExchange): void; readonly written: string[] } {
  checkFolder(world, '--record', folder);
  let number = highestNumber(world, { folder, before: '' });
  const written: string[] = [];
  return {
    written,
    keep: (exchange) => {
      number += 1;
      const source = {
        recorded: `by connector-kit ${world.version()} playbook run`,
        on: new Date(world.now()).toISOString().slice(0, 10),
        changed: 'credentials replaced',
      };
      const name = `${String(number).padStart(DIGITS, '0')}-${inName(exchange.sample)}`;
      written.push(writeNew(world, { folder, name, text: writeSample({ ...exchange, source }) }));
    },
  };
}
