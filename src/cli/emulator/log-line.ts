import { addressOf } from '../../emulator/address.js';
import type { EmulatorRequest } from '../../emulator/message.js';

/** Characters of a path that are shown. */
const MOST_CHARACTERS = 200;

/** What became of a request. */
interface Became {
  readonly what: string | number;
  /** The trouble that was made of it. */
  readonly wrong: string | undefined;
  readonly milliseconds: number;
}

/** A request and what became of it, in a line: without its query, which may be signed or hold a key, its headers and its body. */
export function logLine({ method, url }: EmulatorRequest, { what, wrong, milliseconds }: Became): string {
  const shown = addressOf(url)
    .path.replaceAll(/[^!-~]/g, '?')
    .slice(0, MOST_CHARACTERS);
  const fault = wrong === undefined ? '' : `, fault: ${wrong}`;
  return `${method} ${shown} ${what}${fault} (${milliseconds} ms)`;
}
