/**
 * What the command costs (npm run bench): CPU seconds of the whole process against a bare `node -e 0` beside it, time by the clock, and memory.
 * With `-- --peers` the tools that do the same job are installed under scripts/peers and measured too.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffInputs, regenerateJobs } from './bench-diff.js';
import { recordedAnswers, varied, widened, writeEach } from './bench-inputs.js';
import { floor, found, lintInputs, lintJobs, type PeerJob } from './bench-lint.js';
import { compare, measure, type Measured, type Spread } from './bench-measure.js';
import { manyRuns, playbookJobs } from './bench-playbooks.js';
import { contractJobs, installPeers, startUps, type Job } from './bench-peers.js';

/** How many samples, and how many times a bare node their test may cost. */
const sizes = [
  { count: 1, target: 1.6 },
  { count: 100, target: 2 },
  { count: 2000, target: 4 },
];
const startUpTarget = 1.3;
const connector = 'openai';
/** How many times the connector's facts make 2,000, and what noticing them may cost. */
const strengthCopies = 4;
const strengthSamples = 100;
const strengthTarget = 6;
/** Of what a command that fails says. */
const mostLines = 5;

const withPeers = process.argv.includes('--peers');
const folder = mkdtempSync(join(tmpdir(), 'connector-kit-bench-'));
try {
  await import('./bundle.js');
  if (withPeers) installPeers();
  run();
} finally {
  rmSync(folder, { recursive: true });
}

function run(): void {
  const answers = recordedAnswers(`samples/${connector}`);
  console.log(
    `Node ${process.versions.node}. Times a bare node, CPU seconds, time and peak memory; as in median (least to most).\n`,
  );
  // a bare node that reads it takes two to three times as long, and every multiple of it is that much smaller
  if (process.env['NODE_EXTRA_CA_CERTS'] !== undefined)
    console.log('NODE_EXTRA_CA_CERTS is set here: unset it to compare with a machine that has none.\n');
  print({ name: 'connector-kit --version', command: connectorKit('--version') }, startUpTarget);
  if (withPeers) for (const job of startUps) print(job);
  for (const { count, target } of sizes) {
    const samples = varied(answers, count, 'https://api.openai.com');
    const place = join(folder, String(count));
    mkdirSync(place);
    writeEach(join(place, 'samples'), samples);
    console.log(`\n${count} recorded answer${count === 1 ? '' : 's'} held against the definition`);
    const command = connectorKit('test', connector, '--samples', join(place, 'samples'), '--direction', 'response');
    print({ name: `connector-kit test`, command }, target);
    if (!withPeers) continue;
    for (const job of contractJobs(`connector/${connector}/apiDefinition.swagger.json`, samples, place)) print(job);
  }
  strength(answers);
  lint();
  diff();
  regenerate();
  playbooks();
}

function strength(answers: Parameters<typeof varied>[0]): void {
  const place = join(folder, 'strength');
  const samples = varied(answers, strengthSamples, 'https://api.openai.com');
  writeEach(
    join(place, 'samples'),
    widened(`connector/${connector}`, samples, { times: strengthCopies, to: join(place, 'wide') }),
  );
  console.log(`\n${strengthCopies} times the facts of the connector, ${strengthSamples} recorded exchanges`);
  const command = connectorKit('test', join(place, 'wide'), '--samples', join(place, 'samples'));
  print({ name: 'connector-kit test', command });
  print({ name: 'connector-kit test --strength', command: [...command, '--strength'] }, strengthTarget);
}

function lint(): void {
  for (const { name, path, flags = [], target, peers } of lintInputs(join(folder, 'lint'))) {
    console.log(`\nlint: ${name}`);
    print(floor(path));
    const command = connectorKit('lint', path, ...flags);
    print({ name: 'connector-kit lint', command, exitCodes: found }, target);
    if (!withPeers || peers === undefined) continue;
    const { files, jobs } = lintJobs(path, folder);
    for (const job of jobs) {
      print(job);
      if (peers === 'to beat') printCompared(connectorKit('lint', ...files), job);
    }
  }
}

/** A run of many definitions is waited for: the clock decides, and CPU seconds say what it took. */
function printCompared(own: readonly string[], { command, timesFaster }: PeerJob): void {
  const { elapsed, cpu, pairs } = compare(own, command);
  const verdict = elapsed.median >= timesFaster ? 'met' : 'NOT MET';
  console.log(
    `connector-kit is faster by the clock x ${spread(elapsed, 1)}, in CPU seconds x ${spread(cpu, 1)}, ${pairs} pairs target ${timesFaster}: ${verdict}`,
  );
}

function diff(): void {
  for (const { name, old, new: other, target } of diffInputs(join(folder, 'diff'))) {
    console.log(`\ndiff: ${name}`);
    print({ name: 'connector-kit diff', command: connectorKit('diff', old, other), exitCodes: found }, target);
  }
}

function playbooks(): void {
  console.log('\nplaybooks');
  for (const { target, ...job } of playbookJobs(connectorKit)) print(job, target);
  console.log(manyRuns(folder));
}

function regenerate(): void {
  const jobs = regenerateJobs(connectorKit, join(folder, 'regenerate'));
  if (!jobs) return;
  console.log('\nregenerate: a specification of 3 MB');
  const alone = print(jobs.alone);
  const own = print(jobs.own);
  if (!alone || !own) return;
  const times = own.cpu.median / alone.cpu.median;
  const verdict = times <= jobs.target ? 'met' : 'NOT MET';
  console.log(`${times.toFixed(2)} times the library alone, target ${jobs.target}: ${verdict}`);
}

function connectorKit(...words: readonly string[]): readonly string[] {
  return [process.execPath, 'dist/bin.cjs', ...words];
}

/** Gives what was measured; undefined where the command failed. */
function print({ name, command, exitCodes }: Job, target?: number): Measured | undefined {
  const measured = attempt(command, exitCodes);
  if (typeof measured === 'string') {
    console.log(`${name} failed: ${measured}`);
    process.exitCode = 1;
    return undefined;
  }
  const { pairs, ratio, cpu, elapsed, peak } = measured;
  const verdict = target === undefined ? '' : ` target ${target}: ${ratio.median <= target ? 'met' : 'NOT MET'}`;
  const cells = [
    name.padEnd(36),
    `x ${spread(ratio, 2)}`.padEnd(24),
    `${spread(cpu, 3)} s`.padEnd(28),
    `${elapsed.median.toFixed(2)} s by the clock`.padEnd(21),
    `${peak?.toFixed(0) ?? '-'} MiB`.padEnd(9),
    `${pairs} pairs`,
  ];
  console.log(cells.join(' ') + verdict);
  return measured;
}

function attempt(command: readonly string[], exitCodes: Job['exitCodes']): Measured | string {
  try {
    return measure(command, exitCodes);
  } catch (error) {
    return String(error).split('\n', mostLines).join('\n');
  }
}

function spread({ min, median, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;
}
