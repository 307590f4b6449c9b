import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { withPlainLoops } from './plain-loops.js';

/** Those that run on every save and in every pipeline. What V8 makes of a chunk is larger than the chunk itself: not all of them are worth it. */
const compiled = ['command', 'lint', 'test', 'playbook-run', 'given-connectors'];

const moduleUrl = "const moduleUrl = require('node:url').pathToFileURL(__filename).href;";

/**
 * Bundles the command to `out`. Each file of ours that is imported when it is needed is a chunk, which `load-chunk.ts` loads.
 * A chunk may ask for more: the list grows while it is worked off.
 */
export async function bundleCommand(out: string, common: BuildOptions): Promise<void> {
  const command: BuildOptions = {
    ...common,
    format: 'cjs',
    minifyWhitespace: true, // a quarter of the package; names and so stacks stay readable
    lineLimit: 160,
    supported: { 'dynamic-import': false }, // import() of CommonJS goes through the slower loader
  };
  const loader = join(out, 'load-chunk.cjs');
  await build({ ...command, entryPoints: ['scripts/load-chunk.ts'], outfile: loader });
  const chunks = new Map(
    Object.entries({ command: 'src/bin.ts', 'lint-worker': 'scripts/lint-worker.ts' }).map(([name, file]) => [
      name,
      resolve(file),
    ]),
  );
  const loops = withPlainLoops('tsconfig.json', ['src', 'connector', 'playbooks']);
  for (const [name, file] of chunks) {
    await build({
      ...command,
      entryPoints: [file],
      outfile: join(out, `${name}.cjs`),
      define: { 'import.meta.url': 'moduleUrl' },
      banner: { js: [`require = require('./${basename(loader)}').load;`, moduleUrl].join(' ') },
      plugins: [asChunks(chunks), sources(loops, { isLint: name === 'lint' })],
    });
  }
  const bin = join(out, 'bin.cjs');
  writeFileSync(bin, `#!/usr/bin/env node\nrequire('./${basename(loader)}').load('./command.cjs');\n`);
  chmodSync(bin, 0o755);
  for (const name of compiled) keepCompiled(loader, join(out, `${name}.cjs`));
}

function asChunks(chunks: Map<string, string>): Plugin {
  return {
    name: 'chunks',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const file = resolve(resolveDir, path.replace(/\.js$/, '.ts'));
        const name = basename(file, '.ts');
        if ((chunks.get(name) ?? file) !== file) throw new Error(`Two chunks would be called ${name}.`);
        chunks.set(name, file);
        return { path: `./${name}.cjs`, external: true };
      }),
  };
}

/** The members of a rule that only its readers need, as the formatter sets them: `explain` and the report formats have them from a chunk of their own. */
const forReaders = /^ {2}(?:summary|why|source|published|codes|examples):(?:.*\n)(?: {3,}.*\n| {2}[\]})].*\n)*/gm;

/** Leaves them out of the rules of the linter, which need not be read, compiled and made for each run then: a quarter of the chunk. */
const withoutReading = (path: string, text: string): string =>
  /[\\/]lint[\\/]rules[\\/][^\\/]+\.ts$/.test(path) ? text.replace(forReaders, '') : text;

/** What is bundled of a source of ours. */
function sources(loops: ReadonlyMap<string, string>, { isLint }: { readonly isLint: boolean }): Plugin {
  return {
    name: 'sources',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = loops.get(path) ?? readFileSync(path, 'utf8');
        return { contents: isLint ? withoutReading(path, text) : text, loader: 'ts' };
      }),
  };
}

/** In a process of its own, whose flags are those of a run. */
function keepCompiled(loader: string, file: string): void {
  const program = 'const [loader, file] = process.argv.slice(1); require(loader).keepCompiled(file);';
  const env = { ...process.env, NODE_OPTIONS: '' };
  execFileSync(process.execPath, ['-e', program, resolve(loader), resolve(file)], { env });
}
