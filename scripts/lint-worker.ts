/** How a worker of `lint` begins in the built command: dist/lint-worker.cjs, which `src/cli/lint/lint-workers.ts` starts. What it throws, the thread that started it gets. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerData } from '../src/cli/lint/lint-workers.js';
import { inTurn } from '../src/cli/lint/in-turn.js';
import { realWorld } from '../src/cli/real-world.js';

const { packageRoot, files, takenBy, thread, asked } = workerData as WorkerData; // it starts no other way

void import('../src/cli/commands/lint.js').then(async ({ partOf }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(await partOf(realWorld(packageRoot), inTurn(files, takenBy, thread), asked));
});
