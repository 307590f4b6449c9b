/** Many runs of one playbook in one process, answered from recordings: run by bench-playbooks.ts, bundled, with the playbook's name and a count. */
import { readdirSync, readFileSync } from 'node:fs';
import { readJson } from '../src/core/json-read.js';
import { readSample } from '../src/http/sample.js';
import { readPlaybooks } from '../src/playbook/read-playbooks.js';
import { readyPlaybook } from '../src/playbook/ready-playbook.js';
import { recordedAnswers } from '../src/playbook/recorded.js';
import { runPlaybook } from '../src/playbook/run-playbook.js';

const [template = '', incident = '', folder = '', count = '1'] = process.argv.slice(2);

const documentIn = (file: string) => readJson(file, readFileSync(file, 'utf8'));
const exchanges = readdirSync(folder).flatMap((file) => readSample(documentIn(`${folder}/${file}`)).exchanges);
const [playbook] = readPlaybooks(documentIn(template), {}).playbooks;
const { ready } = playbook ? readyPlaybook(playbook, { recorded: recordedAnswers(exchanges) }) : { ready: undefined };
if (!ready) throw new Error(`${template} cannot be run.`);
const given = documentIn(incident).value ?? null;
const body = typeof given === 'object' && given !== null && 'body' in given ? given.body : given;

const started = process.cpuUsage();
const heaps: number[] = [];
const tenth = Number(count) / 10;
for (let at = 1; at <= Number(count); at += 1) {
  const { status, calls } = await runPlaybook(ready, { body, now: 0 });
  if (status !== 'Succeeded' || calls.length === 0)
    throw new Error(`A run ended as ${status}, with ${calls.length} calls.`);
  if (at % tenth === 0) heaps.push(process.memoryUsage().rss);
}
const { user, system } = process.cpuUsage(started);
const perSecond = Number(count) / ((user + system) / 1e6);
const mebibytes = heaps.map((bytes) => Math.round(bytes / 2 ** 20));
console.log(JSON.stringify({ perSecond: Math.round(perSecond), mebibytes }));
