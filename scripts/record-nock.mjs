// Records test/recording/fixtures/nock: node scripts/record-nock.mjs FOLDER, where a version of nock is installed
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { calls, send, startTickets, toolFrom, versionIn } from './record-tickets.mjs';

const folder = resolve(process.argv[2]);
const nock = await toolFrom(folder, 'nock');
const out = 'test/recording/fixtures/nock';
mkdirSync(out, { recursive: true });
const stop = await startTickets();
nock.recorder.rec({ dont_print: true, output_objects: true, enable_reqheaders_recording: true });
for (const call of calls) await send(call);
await new Promise((done) => setTimeout(done, 200)); // nock records after the answer
const major = versionIn(folder, 'nock').split('.')[0];
writeFileSync(`${out}/nock-${major}.json`, `${JSON.stringify(nock.recorder.play(), null, 2)}\n`);
nock.restore();
stop();
