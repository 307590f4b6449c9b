/**
 * Makes dist/ (npm's `prepare`): the command, a chunk a command; the library; its types; the JSON Schemas.
 *
 * Measured on Node 20, in CPU seconds against bare node: `--version` costs 1.2 either way, but `test` with one sample 1.65 in
 * chunks of ES modules and 1.45 in chunks of CommonJS, whose loader does less for each file. So the command is CommonJS, and the
 * library, which others bundle, ES modules. Minifying gains nothing, so the code is left readable, and a stack needs no source map.
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import * as resultSchemas from '../src/cli/schemas.js';
import { importSchema } from '../src/cli/schemas-import.js';
import { inferSchema } from '../src/cli/schemas-infer.js';
import { lintSchema } from '../src/cli/schemas-lint.js';
import { sampleSchema } from '../src/http/sample-schema.js';

const common = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Another folder than dist/ only for a test of the bundle itself. */
const out = process.env['CONNECTOR_KIT_DIST'] ?? 'dist';
rmSync(out, { recursive: true, force: true });
writeSchemas();
await Promise.all([bundleCommand(), bundleLibrary(), writeTypes()]);

async function bundleLibrary(): Promise<void> {
  await build({ ...common, entryPoints: ['src/index.ts'], outdir: out, format: 'esm' });
}

/** Each file of ours that is imported when it is needed is a chunk. A chunk may ask for more: the list grows while it is worked off. */
async function bundleCommand(): Promise<void> {
  const chunks = new Map([['bin', resolve('src/bin.ts')]]);
  for (const [name, file] of chunks) {
    await build({
      ...common,
      entryPoints: [file],
      outfile: join(out, `${name}.cjs`),
      format: 'cjs',
      supported: { 'dynamic-import': false }, // import() of CommonJS goes through the slower loader
      define: { 'import.meta.url': 'moduleUrl' },
      banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
      plugins: [asChunks(chunks)],
    });
  }
  chmodSync(join(out, 'bin.cjs'), 0o755);
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

async function writeTypes(): Promise<void> {
  const words = [
    'node_modules/typescript/bin/tsc',
    '-p',
    'scripts/bundle.tsconfig.json',
    '--outDir',
    join(out, 'types'),
  ];
  await promisify(execFile)(process.execPath, words).catch(({ stdout }: { stdout: string }) => {
    throw new Error(`The types cannot be written:\n${stdout}`);
  });
}

/** A file for each exported `...Schema`, named for it: `sampleSchema` becomes `sample.schema.json`. */
function writeSchemas(): void {
  mkdirSync(join(out, 'schemas'), { recursive: true });
  for (const [name, schema] of Object.entries({
    ...resultSchemas,
    importSchema,
    inferSchema,
    lintSchema,
    sampleSchema,
  })) {
    if (!name.endsWith('Schema')) continue;
    const file = name.slice(0, -'Schema'.length).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    writeFileSync(join(out, 'schemas', `${file}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
