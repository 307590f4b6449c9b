/** The second half of npm start: publishes a shipped connector to the emulator and calls it there. No account, no network but loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Where an emulator runs, as its first line of output says. */
interface Places {
  readonly arm: string;
  readonly gateway: string;
  readonly state: string;
  readonly tls: { readonly url: string };
}

const sample = 'samples/openai/first-completion.json';
/** Any will do: the emulator asks nobody. */
const env = { ...process.env, EXAMPLE_KEY: 'sk-example' };
const target = '--target emulator -g sentinel';

/** Starts the emulator, publishes, connects and calls, ends the emulator, and gives where it was. `run` runs a command line of ours. */
export async function throughEmulator(
  run: (words: readonly string[], env: NodeJS.ProcessEnv) => void,
): Promise<Places> {
  console.log(`\n> connector-kit emulate --samples ${sample}   (in the background)`);
  const words = ['dist/bin.cjs', 'emulate', '--samples', sample, '--quiet'];
  const emulator = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(emulator, 'close');
  try {
    const lines = createInterface(emulator.stdout);
    const [first] = await Promise.race([once(lines, 'line'), ended.then(() => ['{}'])]);
    const places: Places = JSON.parse(first);
    run(`publish openai ${target} --yes`.split(' '), env);
    run(`connect openai ${target} --connection completion --key-env EXAMPLE_KEY`.split(' '), env);
    const body = JSON.stringify(JSON.parse(readFileSync(sample, 'utf8')).request.body);
    run([...`call openai Completion ${target} --connection completion --body`.split(' '), body], env);
    return places;
  } finally {
    emulator.kill();
    await ended;
  }
}
