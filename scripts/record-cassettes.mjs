// Records test/recording/fixtures/vcr: node scripts/record-cassettes.mjs, where Debian's python3-vcr, python3-requests, python3-httpx,
// python3-aiohttp, python3-brotli, ruby-vcr and ruby-webmock are installed
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { calls, ORIGIN, startTickets } from './record-tickets.mjs';

const out = 'test/recording/fixtures/vcr';
const recorders = [
  ['/usr/bin/python3', 'scripts/record-cassettes.py'],
  ['/usr/bin/ruby', 'scripts/record-cassettes.rb'],
  ['/usr/bin/Rscript', 'scripts/record-cassettes.R'],
];

mkdirSync(out, { recursive: true });
const stop = await startTickets();
for (const command of recorders) {
  const [program, ...args] = [...command, out, ORIGIN, JSON.stringify(calls)];
  const child = spawn(program, args, { stdio: 'inherit' });
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) process.exitCode = 1;
}
stop();
