import type { Refusal, Ran, World } from './world.js';

/** What a command can ask of its process: the clock, standard input, other programs, the end. Nothing of Node is loaded before it is asked for. */
export const realProcess: Pick<World, 'now' | 'sleep' | 'guid' | 'input' | 'ask' | 'run' | 'ended'> = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((done) => void setTimeout(done, milliseconds)),
  guid: () => process.getBuiltinModule('node:crypto').randomUUID(),
  input: readInput,
  ask: askPerson,
  run: runProgram,
  ended: endAsked,
};

async function readInput(): Promise<string | Refusal> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function askPerson(question: string): Promise<string | undefined> {
  const { createInterface } = process.getBuiltinModule('node:readline');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((done) => {
    lines.once('close', () => done(undefined));
    lines.question(question, (line) => {
      done(line);
      lines.close();
    });
  });
}

/** For a program that asks the network, such as the Azure CLI. */
const PROGRAM_MILLISECONDS = 60_000;

/** On Windows, programs such as `az` are batch files, which only a shell starts: no word of ours comes from input. */
async function runProgram(program: string, words: readonly string[]): Promise<Ran | Refusal> {
  const { execFile } = process.getBuiltinModule('node:child_process');
  const shell = process.platform === 'win32';
  return new Promise((done) => {
    execFile(program, [...words], { timeout: PROGRAM_MILLISECONDS, shell, windowsHide: true }, (error, out) => {
      if (error === null) done({ exitCode: 0, out });
      else if (typeof error.code === 'number') done({ exitCode: error.code, out });
      else done({ refused: error.killed ? 'it did not end' : String(error.code ?? error.message) });
    });
  });
}

function endAsked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
