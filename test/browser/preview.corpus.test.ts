import { existsSync, readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Card } from '../../src/designer/card.js';
import { inChromium, open, printed, startChromium, violations } from './browser.js';
import { cardsIn, expected } from './dom.js';

/** What the page is held against: the cards as another command gives them. */
async function cardsOf(connector: string): Promise<readonly Card[]> {
  const { cards } = JSON.parse(await printed('lint', connector, '--designer', '--json'));
  return cards;
}

const shipped = ['openai', 'azure-openai', 'azure-openai-v1', 'compatible'];
const root = '../shared/data/connectors';

/** Twenty of them, evenly from the whole list. */
function twenty(): readonly string[] {
  if (!existsSync(root)) return [];
  const all = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('apiDefinition.swagger.json'))
    .map((file) => `${root}/${file}`)
    .toSorted();
  const step = all.length / 20;
  return Array.from({ length: 20 }, (_, index) => all[Math.floor(index * step)] ?? '');
}

/** The largest published connector: 219 operations, 1.1 MB. */
const largest = `${root}/certified-connectors/Encodian`;
const withCorpus = existsSync(root) ? test : test.skip;

inChromium('preview in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  const show = (connector: string, ...words: readonly string[]) =>
    printed('preview', connector, '--out', '-', ...words);
  const check = async (connector: string) => {
    const { page, errors, requests } = await open(browser, await show(connector));
    const cards = await cardsIn(page);
    expect(cards).toEqual((await cardsOf(connector)).map(expected));
    expect([errors, requests]).toEqual([[], []]);
    await page.context().close();
  };

  test.each(shipped)('the card of %s is the one that lint --designer prints', check, 60_000);

  withCorpus(
    'so it is of twenty published connectors',
    async () => {
      const chosen = twenty();
      expect(new Set(chosen).size).toBe(20);
      for (const connector of chosen) await check(connector);
    },
    300_000,
  );

  withCorpus(
    '219 operations open in less than a second of script',
    async () => {
      const text = await show(largest);
      expect(text.length).toBeLessThan(4_000_000);
      const opened = await open(browser, text);
      const measured = await opened.page.context().newCDPSession(opened.page);
      await measured.send('Performance.enable');
      await opened.page.reload();
      await opened.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      const { metrics } = await measured.send('Performance.getMetrics');
      const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.POSITIVE_INFINITY;
      expect(script).toBeGreaterThan(0);
      expect(script).toBeLessThan(1);
      await opened.page.fill('#filter', 'PDF watermark');
      const shown = await opened.page.evaluate(
        "[...document.querySelectorAll('details.op:not([hidden]) > summary h3')].map((one) => one.textContent)",
      );
      const { cards } = JSON.parse(await printed('lint', largest, '--designer', '--json'));
      const wanted = (cards as readonly Card[]).filter(({ title, operationId, method, path }) =>
        ['pdf', 'watermark'].every((word) => `${title} ${operationId} ${method} ${path}`.toLowerCase().includes(word)),
      );
      expect(shown).toEqual(wanted.map(({ title }) => title));
      expect(opened.errors).toEqual([]);
      await opened.page.context().close();
    },
    240_000,
  );

  test('axe finds nothing serious with all unfolded, nor a color that is hard to read in the dark', async () => {
    const text = await show('openai', '--samples', 'samples/openai', '--endpoint', 'http://127.0.0.1:4010/v1');
    const { page, errors, requests } = await open(browser, text);
    await page.click('#fold');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ['color-contrast'])).toEqual([]);
    expect([errors, requests]).toEqual([[], []]);
    await page.context().close();
  }, 240_000);

  test('the keyboard reaches all that can be unfolded', async () => {
    const { page } = await open(browser, await show('azure-openai'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    for (let step = 0; step < 600; step += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(
        "document.activeElement.localName === 'summary' && !document.activeElement.parentElement.open ? 'closed' : document.activeElement.localName",
      );
      if (at === 'closed') await page.keyboard.press('Enter');
      if (at === 'body') break;
    }
    expect(await page.evaluate("document.querySelectorAll('details:not([open])').length")).toBe(0);
    await page.context().close();
  }, 60_000);

  test('without script all is there, and unfolds', async () => {
    const { page, errors } = await open(browser, await show('openai'), { script: false });
    await page.click('.card .adv > summary');
    expect(await page.isVisible('.card .adv .f')).toBe(true);
    expect([await page.isVisible('#filter'), await page.isVisible('#fold')]).toEqual([false, false]);
    expect(errors).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('the theme is switched, and an expression is copied', async () => {
    const { page } = await open(browser, await show('openai'));
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.selectOption('#theme', 'dark');
    expect([light, await ground()]).toEqual(['rgb(245, 245, 245)', 'rgb(20, 20, 20)']);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.hover('.outputs .t');
    await page.click('.outputs .copy');
    await page.waitForFunction("document.querySelector('#said').textContent === 'Copied.'");
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe("body('Completion')");
    await page.context().close();
  }, 60_000);
});
