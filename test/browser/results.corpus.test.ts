import type { Browser } from 'playwright-core';
import { inChromium, open, printed, startChromium, violations } from './browser.js';

const endpoint = ['--endpoint', 'http://127.0.0.1:4010/v1'];

const incident = 'samples/incidents/hostile.json';
const asked = ['playbook', 'run', 'three-steps', '--incident', incident, '--connector', 'completion=openai'];

/** A command line, and what its page is called. */
const pages: readonly (readonly [title: string, words: readonly string[]])[] = [
  ['openai - contract test', ['test', 'openai', '--samples', 'samples/openai', '--strength', ...endpoint]],
  ['azure-openai to azure-openai - diff', ['diff', 'azure-openai@2024-02-01', 'azure-openai@2025-03-01-preview']],
  ['three-steps/azuredeploy.json - run', [...asked, '--replay', 'samples/playbooks/three-steps/hostile']],
];

inChromium('results in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test.each(pages)(
    '%s',
    async (title, words) => {
      const { page, errors, requests } = await open(browser, await printed(...words, '--format', 'html'));
      expect(await page.title()).toBe(title);
      await page.click('#fold');
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, ['color-contrast'])).toEqual([]);
      expect([errors, requests]).toEqual([[], []]);
      await page.context().close();
    },
    240_000,
  );

  test('the run shows each action in its place, and what a person would read', async () => {
    const [, , [, words]] = pages as [unknown, unknown, (typeof pages)[number]];
    const text = await printed(...words, '--format', 'html');
    const { status, actions, incident } = JSON.parse(await printed(...words, '--json'));
    const { page } = await open(browser, text);
    expect(await page.textContent('.verdict .badge')).toBe(status);
    const shown = await page.evaluate(
      "[...document.querySelectorAll('.a > details > summary')].map((one) => [one.querySelector('b').textContent, one.parentElement.className])",
    );
    const wanted = Object.entries(actions as Record<string, { status: string }>).map(([name, one]) => [
      name,
      one.status,
    ]);
    expect(new Map(shown as [string, string][])).toEqual(new Map(wanted as [string, string][]));
    const tasks = await page.evaluate("[...document.querySelectorAll('.task b')].map((one) => one.textContent)");
    expect(tasks).toEqual((incident.tasks as { title: string }[]).map(({ title }) => title));
    await page.context().close();
  }, 60_000);
});
