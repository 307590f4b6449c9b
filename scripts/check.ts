/** The whole check (npm test): every step is run, each is named with its time, and a failed one shows all its output. */
import { exec } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';
import { isBundled } from './is-bundled.js';

interface Step {
  readonly name: string;
  readonly command: string;
}

/** What it makes the last ones look at; left out where nothing has changed since it was made. */
const bundle: Step = { name: 'bundle', command: 'jiti scripts/bundle.ts' };

/** Those that can begin at once. */
const beside: readonly Step[] = [
  { name: 'types', command: 'tsc --noEmit' },
  { name: 'lint', command: 'oxlint' },
  {
    name: 'format',
    command: 'oxfmt --check src connector playbooks scripts test package.json tsconfig.json',
  },
];

/** Longest first, so that the short ones fill the gaps. */
const after: readonly Step[] = [
  // Some folders at a time (test/suites/suite.ts); --testMatch takes all that follows it.
  { name: 'tests', command: `jest --maxWorkers=100% --testMatch "**/*.suite.ts" "<rootDir>/test/*.test.ts"` },
  { name: 'stale artifacts', command: 'node dist/bin.cjs build --check' },
  { name: 'stale playbooks', command: 'node dist/bin.cjs playbook build --check' },
];

const env = {
  ...process.env,
  // npm puts these on the path for its own scripts; the check can also be started without npm.
  PATH: [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter),
  // So that the test of the command does not bundle once more.
  CONNECTOR_KIT_BUNDLED: resolve('dist'),
};
const started = performance.now();
const failed: string[] = [];

const early = beside.values();
const late = after.values();
const bundled = isBundled() ? Promise.resolve() : run(bundle);
await Promise.all([
  bundled.then(() => oneByOne(late)),
  ...Array.from({ length: Math.max(1, availableParallelism() - 1) }, async () => {
    await oneByOne(early);
    await bundled;
    await oneByOne(late);
  }),
]);
const result = failed.length === 0 ? 'All passed' : `Failed: ${failed.join(', ')}`;
console.log(
  `${result} (${seconds(started)}). Skipped: the tests in Chromium, the other long ones, and the look for unused code, which .ci/run has.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function oneByOne(waiting: Iterable<Step>): Promise<void> {
  for (const step of waiting) await run(step);
}

async function run({ name, command }: Step): Promise<void> {
  const begun = performance.now();
  const { code, output } = await new Promise<{ code: number; output: string }>((done) => {
    const child = exec(command, { env, maxBuffer: Infinity }, (_error, stdout, stderr) =>
      done({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds(begun)})`);
  if (code === 0) return;
  failed.push(name);
  console.log(`$ ${command}\n${output}`);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
