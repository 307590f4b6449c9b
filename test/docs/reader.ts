import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A folder of somebody who follows the documentation, with the command in it. */
export interface Reader {
  readonly folder: string;
  /** What a process in it gets: keys for every name that the pages use. */
  readonly options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv };
  put(file: string, text: string): void;
  /** Puts another command before those of the machine. */
  script(name: string, body: string): void;
  remove(): void;
}

/** A new one. `npx` runs what is there, and the network is never asked. */
export function reader(): Reader {
  const home = mkdtempSync(join(tmpdir(), 'connector-kit-docs-'));
  const folder = join(home, 'clone'); // pages also write beside it
  const put = (file: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text, { mode });
  };
  const script = (name: string, body: string) => put(`.bin/${name}`, `#!/bin/sh\n${body}\n`, 0o755);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(resolve('.'), join(folder, 'node_modules/connector-kit'), 'junction');
  script('npx', 'exec "$@"');
  script(
    'connector-kit',
    `exec "${process.execPath}" "${resolve(process.env['CONNECTOR_KIT_BUNDLED'] ?? 'dist', 'bin.cjs')}" "$@"`,
  );
  const keys = Object.fromEntries(
    ['OPENAI_API_KEY', 'AZURE_OPENAI_KEY', 'FABRIKAM_KEY', 'KEY'].map((name) => [
      name,
      `key-of-the-docs-${name.length}1415926`,
    ]),
  );
  const env = {
    PATH: `${join(folder, '.bin')}:${process.env['PATH']}`,
    HOME: home,
    NO_COLOR: '1',
    SUBSCRIPTION: '00000000-0000-0000-0000-000000000000',
    ...keys,
  };
  return { folder, options: { cwd: folder, env }, put, script, remove: () => rmSync(home, { recursive: true }) };
}

/** A recording of the shipped connector's service, with its own address. */
export function recordedAtOpenAi(): string {
  const text = readFileSync('samples/openai/step-1-completion.json', 'utf8');
  return text.replaceAll('http://127.0.0.1:4010/v1', 'https://api.openai.com/v1');
}

/** In place of Azure stands the emulator. */
export function atEmulator(command: string): string {
  return command.replaceAll('--target azure', '--target emulator');
}
