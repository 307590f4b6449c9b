import { writeSync } from 'node:fs';
import { emulatorLink } from '../../src/cli/emulator/link.js';
import { NetError } from '../../src/cli/net/send.js';
import { realWorld } from '../../src/cli/real-world.js';
import { customApi, customApiBody } from '../emulator/ask.js';

/** What is bundled for a process of its own. */
export const writerFile = 'test/cli/emulator-writer.ts';

/** Makes connectors in the emulator until it is killed, and prints the name of each that it was told is made. */
async function write(state: string, prefix: string): Promise<void> {
  const link = await emulatorLink(realWorld(process.cwd()), { state });
  const body = JSON.stringify(customApiBody());
  for (let number = 0; ; number += 1) {
    const name = `${prefix}-${number}`;
    const url = `${link.arm}${customApi(name)}?api-version=2016-06-01`;
    const { status } = await link.send({ method: 'PUT', url, headers: {}, body, authorize: true, timeoutSeconds: 20 });
    writeSync(1, status === 200 ? `${name}\n` : `${name} answered ${status}\n`);
  }
}

const { WRITER_STATE: state, WRITER_PREFIX: prefix } = process.env;
if (state !== undefined && prefix !== undefined) {
  // the emulator that it talks to may be killed first
  write(state, prefix).catch((error: unknown) => {
    if (!(error instanceof NetError)) throw error;
  });
}
