import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Job } from './bench-peers.js';

const name = 'tactics-tasks-kql';
const incident = 'samples/incidents/sign-in.json';
const replay = `samples/playbooks/${name}/sign-in`;

/** What starting costs: times a bare node. */
export function playbookJobs(
  connectorKit: (...words: readonly string[]) => readonly string[],
): readonly (Job & { readonly target: number })[] {
  return [
    {
      name: 'connector-kit playbook run',
      command: connectorKit('playbook', 'run', name, '--incident', incident, '--replay', replay),
      target: 2.5,
    },
    { name: 'connector-kit playbook eval', command: connectorKit('playbook', 'eval', '@add(1, 2)'), target: 1.6 },
  ];
}

/** Runs of one playbook in one process. */
const RUNS = 10_000;
/** Runs for a second of CPU that are wanted. */
const WANTED = 300;

/** How many runs a second of CPU takes, and whether memory stays as it is. */
export function manyRuns(folder: string): string {
  const outfile = join(folder, 'bench-runs.mjs');
  buildSync({
    entryPoints: ['scripts/bench-runs.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const words = [outfile, `playbooks/${name}/azuredeploy.json`, incident, replay, String(RUNS)];
  const { perSecond, mebibytes } = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as {
    readonly perSecond: number;
    readonly mebibytes: readonly number[];
  }; // what bench-runs.ts prints
  const verdict = perSecond >= WANTED ? 'met' : 'NOT MET';
  return `${RUNS} runs of ${name} in one process: ${perSecond} for a second of CPU, target ${WANTED}: ${verdict}; memory after each tenth ${mebibytes.join(', ')} MiB`;
}
