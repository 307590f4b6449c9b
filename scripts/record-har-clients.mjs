// Records test/recording/fixtures/har/{polly,mitmproxy}.har: node scripts/record-har-clients.mjs FOLDER, where @pollyjs/core,
// @pollyjs/adapter-node-http and @pollyjs/persister-fs are installed, and mitmproxy (of Debian, with its example har_dump.py) on the path
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { calls, send, startTickets, toolFrom } from './record-tickets.mjs';

const folder = resolve(process.argv[2]);
const out = 'test/recording/fixtures/har';
const DUMP = '/usr/share/doc/mitmproxy/examples/contrib/har_dump.py';
const PROXY_PORT = 4023;
mkdirSync(out, { recursive: true });
const stop = await startTickets();
await throughProxy();
await withPolly();
stop();

async function throughProxy() {
  const options = ['-q', '-p', String(PROXY_PORT), '-s', DUMP, '--set', `hardump=${resolve(out)}/mitmproxy.har`];
  const proxy = spawn('mitmdump', options, { stdio: 'inherit' });
  await new Promise((done) => setTimeout(done, 6000));
  for (const call of calls) await send(call, PROXY_PORT);
  proxy.kill('SIGINT');
  await new Promise((done) => proxy.once('exit', done));
}

async function withPolly() {
  const [{ Polly }, { default: adapter }, { default: persister }] = await Promise.all(
    ['core', 'adapter-node-http', 'persister-fs'].map((part) => toolFrom(folder, `@pollyjs/${part}`)),
  );
  Polly.register(adapter);
  Polly.register(persister);
  const recordingsDir = mkdtempSync(join(tmpdir(), 'polly-'));
  const polly = new Polly('tickets', {
    adapters: ['node-http'],
    persister: 'fs',
    persisterOptions: { fs: { recordingsDir } },
    recordFailedRequests: true,
    logLevel: 'error',
  });
  for (const call of calls) await send(call);
  await polly.stop();
  const made = readdirSync(recordingsDir, { recursive: true }).find((name) => name.endsWith('.har'));
  copyFileSync(join(recordingsDir, made), `${out}/polly.har`);
}
