import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeConnector } from '../../src/definition/write.js';
import { exchange } from '../../src/http/make-exchange.js';
import { writeSample } from '../../src/http/sample-write.js';
import { tickets } from '../build/example.js';
import { isAsShown, partsOf, type Command } from './page.js';
import { atEmulator, reader, recordedAtOpenAi, type Reader } from './reader.js';

/*
 * Each page as a reader follows it: its commands in order, in a folder that has what a clone has. What a page says is printed must be printed.
 * In place of Azure stands the emulator.
 */

const pages = ['README.md', ...readdirSync('docs').flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : []))];
/** What needs more than a test machine has, or is this repository's own. */
const elsewhere = /^(?:npm|npx (?!connector-kit)|git|az|gh|code|terraform|curl|pre-commit|source|docker)\b/;
/** A vault that a page names; the emulator has none. */
const vault = /\{ vault: [^}]* \}/g;
/** Files of the reader's own, as the pages name them: where each is copied from. */
const own: Readonly<Record<string, string>> = {
  'my-connector': 'connector/openai',
  templates: 'playbooks/three-steps',
  'playbook.json': 'playbooks/three-steps/azuredeploy.json',
  'incident.json': 'samples/incidents/sign-in.json',
};

const request = { method: 'GET', url: 'https://tickets.contoso.com/v1/queues?api-version=2024-05-01' };
const queues = {
  ...exchange({ name: 'queues', request, response: { status: 200, body: { queues: [] } } }),
  source: { tool: 'by hand' },
};

let here: Reader;
/** Variables that the page has set, for the commands that follow. */
let assigned: string[];
const running: ChildProcess[] = [];
beforeEach(() => {
  here = reader();
  assigned = [];
  const { folder, put } = here;
  for (const name of ['samples', 'connector', 'playbooks', 'docs'])
    cpSync(name, join(folder, name), { recursive: true });
  for (const [name, from] of Object.entries(own)) cpSync(from, join(folder, name), { recursive: true });
  for (const { path, text } of writeConnector(tickets)) put(`tickets/${path}`, text);
  put('recorded/tickets/one.json', writeSample(queues));
  put('recorded/one.json', recordedAtOpenAi());
  for (const part of parts('docs/playbooks.md'))
    if ('file' in part && part.file.endsWith('.ts')) put(part.file, part.text);
  cpSync(join(folder, 'advice.ts'), join(folder, 'my-connector.ts'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
  here.remove();
});

test.each(pages.filter((page) => parts(page).length > 0))(
  '%s',
  async (page) => {
    const all = parts(page);
    for (const part of all) if ('file' in part) here.put(part.file, part.text.replaceAll(vault, '{ env: KEY }'));
    for (const part of all) {
      if (!('file' in part) && !elsewhere.test(part.command)) await follow(part, `${page}:${part.line}`);
    }
  },
  300_000,
);

function parts(page: string) {
  return partsOf(readFileSync(page, 'utf8'));
}

async function follow(part: Command, at: string): Promise<void> {
  if (/^\w+=\S+$/.test(part.command)) assigned.push(part.command);
  const command = [...assigned, atEmulator(part.command)].join('; ');
  if (/\bconnector-kit (?:emulate|record)\b/.test(command)) return start(command);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} 2>&1`], { ...here.options, encoding: 'utf8' });
  expect({ at, command, status, stdout, stderr }).toEqual({
    at,
    command,
    status: part.exit,
    stdout: expect.any(String),
    stderr: '',
  });
  const { prints } = part;
  if (prints && !isAsShown(stdout, prints)) expect(`${at}\n${stdout}`).toBe(`${at}\n${prints.join('\n')}`);
}

/** What runs until it is stopped: the page goes on when it says where it is. */
async function start(command: string): Promise<void> {
  const child = spawn('sh', ['-c', `exec ${command.replace(/^npx /, '')}`], here.options);
  running.push(child);
  await new Promise((said, failed) => {
    child.stdout.once('data', said);
    child.once('exit', (code) => failed(new Error(`${command} ended with ${code}.`)));
  });
}
