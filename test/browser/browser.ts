import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Catalog } from '../../src/cli/catalog.js';
import { main } from '../../src/cli/main.js';
import { realWorld } from '../../src/cli/real-world.js';

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const program = places.find((path) => path !== undefined && existsSync(path));

/** A block of tests that need Chromium; skipped, and shown as skipped, where there is none: CHROMIUM_PATH says where it is. */
export const inChromium = program === undefined ? describe.skip : describe;

export function startChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'];
  return chromium.launch({ ...(program !== undefined && { executablePath: program }), args });
}

/** A page that was opened, and what it did. */
export interface Opened {
  readonly page: Page;
  /** Errors on its console, scripts that failed and what its policy refused. */
  readonly errors: readonly string[];
  /** What it asked for beside itself. */
  readonly requests: readonly string[];
}

export interface Circumstances {
  readonly scheme?: 'light' | 'dark';
  readonly script?: boolean;
  /** A part of the page to go to. */
  readonly hash?: string;
}

/** Opens the text of a page as a file. */
export async function open(
  browser: Browser,
  text: string,
  { scheme = 'light', script = true, hash = '' }: Circumstances = {},
): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'connector-kit-page-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, text);
  const context = await browser.newContext({
    colorScheme: scheme,
    javaScriptEnabled: script,
    viewport: { width: 1360, height: 1000 },
  });
  const url = pathToFileURL(file).href;
  const errors: string[] = [];
  const requests: string[] = [];
  await context.route('**/*', (route) => {
    const asked = route.request().url();
    if (asked === url) return route.continue();
    requests.push(asked);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(url + hash);
  context.on('close', () => rmSync(folder, { recursive: true, force: true }));
  return { page, errors, requests };
}

/** The serious and critical violations that axe finds, of some rules or of all, each with the first nodes that it is about. */
export async function violations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 150))
          .join(' | ')}`,
    );
}

const nothingShipped: Catalog = {
  services: [],
  build: () => {
    throw new Error('nothing is built');
  },
};

/** Runs a command of this package and gives what it printed. */
export async function printed(...words: readonly string[]): Promise<string> {
  let out = '';
  const world = {
    ...realWorld(process.cwd()),
    out: (text: string) => void (out += text),
    err: () => undefined,
  };
  await main(words, world, async () => nothingShipped);
  return out;
}
