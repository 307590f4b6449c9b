/**
 * Makes dist/ (npm's `prepare`): the command, a chunk a command; the library; its types; the JSON Schemas.
 *
 * Measured on Node 20, in CPU seconds against bare node: `--version` costs 1.2 either way, but `test` with one sample 1.65 in
 * chunks of ES modules and 1.45 in chunks of CommonJS, whose loader does less for each file. So the command is CommonJS.
 * Minifying makes nothing faster, so names are left as they are, and a stack needs no source map.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { configurationSchema } from '../src/cli/configuration/schema.js';
import * as resultSchemas from '../src/cli/schemas.js';
import { callSchema } from '../src/cli/schemas/call.js';
import { completionSchema } from '../src/cli/schemas/completion.js';
import { diffSchema } from '../src/cli/schemas/diff.js';
import { emulateSchema } from '../src/cli/schemas/emulate.js';
import { exportSchema } from '../src/cli/schemas/export.js';
import { fleetResultSchema } from '../src/cli/schemas/fleet.js';
import { importSchema } from '../src/cli/schemas/import.js';
import { inferSchema } from '../src/cli/schemas/infer.js';
import { initSchema } from '../src/cli/schemas/init.js';
import { lintSchema } from '../src/cli/schemas/lint.js';
import { playbookBuildSchema } from '../src/cli/schemas/playbook-build.js';
import { playbookEvalSchema } from '../src/cli/schemas/playbook-eval.js';
import { playbookLintSchema } from '../src/cli/schemas/playbook-lint.js';
import { playbookPlanSchema, playbookPublishSchema } from '../src/cli/schemas/playbook-publish.js';
import { playbookRunSchema } from '../src/cli/schemas/playbook-run.js';
import { previewSchema } from '../src/cli/schemas/preview.js';
import * as publishSchemas from '../src/cli/schemas/publish.js';
import { recordSchema } from '../src/cli/schemas/record.js';
import { regenerateSchema } from '../src/cli/schemas/regenerate.js';
import { contractSchema } from '../src/definition/contract-schema.js';
import { contextSchema } from '../src/expression/context-schema.js';
import { fleetSchema } from '../src/fleet/schema.js';
import { sampleSchema } from '../src/http/sample-schema.js';
import { expectationSchema } from '../src/playbook/expect-schema.js';
import { mockSchema } from '../src/playbook/mock-schema.js';
import { incidentSchema } from '../src/sentinel/incident-schema.js';
import { bundleCommand } from './bundle-command.js';

const common = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The entries of the library. Jest loads CommonJS unless it is told otherwise: it is that, in one file, and ES modules are a way into it. */
const LIBRARY = ['index', 'playbooks', 'jest'] as const;

/** Another folder than dist/ only for a test of the bundle itself. */
const out = process.env['CONNECTOR_KIT_DIST'] ?? 'dist';
rmSync(out, { recursive: true, force: true });
writeSchemas();
await Promise.all([bundleCommand(out, common), bundleLibrary(), writeTypes()]);

async function bundleLibrary(): Promise<void> {
  const contents = LIBRARY.map((name) => `export * as ${name} from './${name}.js';`).join('\n');
  const file = resolve(out, 'library.cjs');
  await build({
    ...common,
    stdin: { contents, resolveDir: 'src' },
    outfile: file,
    format: 'cjs',
    minifyWhitespace: true,
    lineLimit: 160,
    // Jest has no import() in CommonJS
    supported: { 'dynamic-import': false },
  });
  const library: Readonly<Record<string, object>> = createRequire(import.meta.url)(file);
  for (const name of LIBRARY) {
    const names = Object.keys(library[name] ?? {});
    const head = `import library from './library.cjs';\n`;
    writeFileSync(join(out, `${name}.cjs`), `module.exports = require('./library.cjs').${name};\n`);
    writeFileSync(join(out, `${name}.js`), `${head}export const { ${names.join(', ')} } = library.${name};\n`);
  }
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
    ...publishSchemas,
    callSchema,
    completionSchema,
    configurationSchema,
    contextSchema,
    contractSchema,
    diffSchema,
    emulateSchema,
    fleetResultSchema,
    fleetSchema,
    expectationSchema,
    exportSchema,
    importSchema,
    incidentSchema,
    inferSchema,
    initSchema,
    lintSchema,
    mockSchema,
    playbookBuildSchema,
    playbookEvalSchema,
    playbookLintSchema,
    playbookPlanSchema,
    playbookPublishSchema,
    playbookRunSchema,
    previewSchema,
    recordSchema,
    regenerateSchema,
    sampleSchema,
  })) {
    if (!name.endsWith('Schema')) continue;
    const file = name.slice(0, -'Schema'.length).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    writeFileSync(join(out, 'schemas', `${file}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
