// Records test/recording/fixtures/har: node scripts/record-har.mjs FOLDER, where playwright-core is installed, and Chromium and openssl on the path
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PAGE, startTickets, toolFrom } from './record-tickets.mjs';

const folder = resolve(process.argv[2]);
const { chromium } = await toolFrom(folder, 'playwright-core');
const out = 'test/recording/fixtures/har';
/** Playwright puts attached bodies beside the HAR. */
const beside = mkdtempSync(join(tmpdir(), 'har-'));
const DEBUG_PORT = 4022;
const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  .concat(['--disable-component-update', '--disable-sync', '--remote-allow-origins=*'])
  .concat([`--remote-debugging-port=${DEBUG_PORT}`, '--disable-features=LocalNetworkAccessChecks']);

mkdirSync(out, { recursive: true });
const stop = await startTickets(certificate());
const browser = await chromium.launch({ executablePath, args });
for (const content of ['embed', 'attach']) await record(`playwright-${content}`, { content });
await recordWithDevTools();
await browser.close();
stop();

/** One visit of the page, recorded by Playwright. */
async function record(name, options) {
  const recordHar = { path: join(beside, `${name}.har`), mode: 'full', ...options };
  const context = await browser.newContext({ recordHar, ignoreHTTPSErrors: true });
  await visit(await context.newPage());
  await context.close();
  copyFileSync(recordHar.path, `${out}/${name}.har`);
}

async function visit(page) {
  await page.goto(PAGE);
  await page.waitForFunction(() => document.title === 'done');
}

/** The same visit, recorded by the network panel of Chromium's DevTools, and exported by the function behind its button. */
async function recordWithDevTools() {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto('about:blank?watched');
  const targets = await (await fetch(`http://127.0.0.1:${DEBUG_PORT}/json/list`)).json();
  const { id } = targets.find(({ url }) => url.endsWith('?watched'));
  const panel = await (await browser.newContext()).newPage();
  await panel.goto(`devtools://devtools/bundled/inspector.html?ws=127.0.0.1:${DEBUG_PORT}/devtools/page/${id}`);
  await panel.waitForTimeout(3000);
  await visit(page);
  writeFileSync(`${out}/devtools.har`, await panel.evaluate(exported));
}

/* global document */
async function exported() {
  const har = await import('devtools://devtools/bundled/models/har/har.js');
  const logs = await import('devtools://devtools/bundled/models/logs/logs.js');
  const requests = logs.NetworkLog.NetworkLog.instance().requests();
  const parts = [];
  const stream = { write: async (text) => void parts.push(text) };
  const progress = new Proxy({}, { get: (_, key) => (key === 'canceled' ? false : () => progress), set: () => true });
  await har.Writer.Writer.write(stream, requests, { sanitize: true }, progress);
  return parts.join('');
}

function certificate() {
  const text = execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=127.0.0.1',
      '-keyout',
      '-',
      '-out',
      '-',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return { key: text, cert: text };
}
