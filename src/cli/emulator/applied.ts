import { writeJson } from '../../core/json-write.js';
import { handle } from '../../emulator/handle.js';
import type { Emulated, EmulatorRequest, EmulatorWorld, Handled } from '../../emulator/message.js';
import type { StateFile } from './state-file.js';

/** What a request is applied with. */
interface Applying {
  readonly world: EmulatorWorld;
  /** Where the state is written: whole, or behind what was written before. */
  readonly disk: Pick<StateFile, 'file' | 'write'>;
}

/**
 * Handles a request and writes the state, where it changed, before anybody hears of it.
 * All in one step: nothing else can come between reading the emulator and keeping it.
 */
export function applied(emulated: Emulated, request: EmulatorRequest, { world, disk }: Applying): Handled {
  const handled = handle(emulated, request, world);
  return disk.write(handled.state) ? handled : { ...emulated, response: full(disk.file) };
}

function full(file: string) {
  const message = `The state of the emulator is too large: ${file} would not be readable again. Delete resources, or use another folder.`;
  const body = writeJson({ error: { code: 'InsufficientStorage', message } }, { indent: 0 }).trimEnd();
  return { status: 507, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}
