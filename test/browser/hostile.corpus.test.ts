import type { Browser } from 'playwright-core';
import { readJson } from '../../src/core/json-read.js';
import { isObject } from '../../src/core/json.js';
import { exchange } from '../../src/http/make-exchange.js';
import { readConnector } from '../../src/definition/read.js';
import type { Previewed } from '../../src/pages/preview/model.js';
import { previewPage } from '../../src/pages/preview/preview-page.js';
import { inChromium, open, startChromium, violations } from './browser.js';

const script = '</script></style></title></textarea><script>window.pwned = 1</script>';
const image = '"><img src="x" onerror="window.pwned = 1">';
const bidi = 'a\u202Eb\u0000\u2066c';
const all = `${script}${image}${bidi}'"\`&lt;`;
const address = 'javascript:window.pwned=1';

const field = { type: 'string', title: all, description: all, default: all, enum: [all, script], 'x-ms-summary': all };
const definition = {
  swagger: '2.0',
  info: {
    title: all,
    description: `${all}${'x'.repeat(1_000_000)}`,
    version: all,
    contact: { name: all, url: address, email: image },
  },
  host: all,
  basePath: `/${all}`,
  externalDocs: { url: 'JavaScript:window.pwned=1' },
  'x-ms-connector-metadata': [
    { propertyName: all, propertyValue: address },
    { propertyName: 'Data', propertyValue: `data:text/html,${script}` },
    { propertyName: 'Broken', propertyValue: 'https://example.com/"onclick="window.pwned=1' },
    { propertyName: 'Good', propertyValue: 'https://example.com/?a=1&b=2' },
  ],
  paths: {
    [`/x${all}`]: {
      post: {
        operationId: all,
        summary: all,
        description: all,
        parameters: [
          { in: 'query', name: all, ...field },
          { in: 'header', name: 'key', type: 'string', description: all },
          {
            in: 'body',
            name: all,
            schema: {
              type: 'object',
              properties: {
                [all]: field,
                ['__proto__']: field,
                list: {
                  type: 'array',
                  title: all,
                  items: { type: 'object', properties: { [all]: field, constructor: field } },
                },
              },
            },
          },
        ],
        responses: { 200: { description: all, schema: { type: 'object', title: all, properties: { [all]: field } } } },
      },
    },
  },
  securityDefinitions: { [all]: { type: 'apiKey', in: 'header', name: all, description: all } },
};

function hostile(): Previewed {
  const source = readJson('definition.json', JSON.stringify(definition));
  const { connector } = readConnector({ name: all, definition: source });
  if (connector === undefined || !isObject(source.value)) throw new Error('it can be read');
  const properties = { properties: { iconBrandColor: `red}</style>${script}`, publisher: all } };
  const body = { [all]: all, list: [{ [all]: script }] };
  const recorded = exchange({
    request: { method: 'POST', url: `https://example.com/x?q=${encodeURIComponent(all)}`, body },
    response: { status: 200, body: { [all]: all } },
  });
  const pointer = `/paths/${`/x${all}`.replaceAll('~', '~0').replaceAll('/', '~1')}/post`;
  const none = { declared: 1, seen: 0, percent: 0, missing: [{ name: all, pointer }] };
  return {
    connector: { ...connector, properties },
    file: all,
    icon: `data:image/svg+xml,${script}`,
    findings: [
      { code: all, severity: 'error', message: all, pointer, file: all },
      { code: 'x', severity: 'note', message: all, pointer: '', operation: all },
    ],
    tested: {
      result: {
        samples: { total: 1, passed: 1, failed: 0, unmatched: 0, skipped: 0 },
        coverage: { operations: none, statuses: none, properties: none, enums: none },
      },
      calls: new Map([[pointer, { exchange: recorded, pathValues: new Map(), query: [[all, all]] }]]),
    },
  };
}

inChromium('a hostile connector', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  test('is shown as text', async () => {
    const text = previewPage([hostile(), hostile()], () => ({ code: all, summary: all, why: all, source: all }));
    expect(text.length).toBeLessThan(500_000);
    const { page, errors, requests } = await open(browser, text);
    await page.click('#fold');
    await page.fill('#filter', all);
    await page.fill('#filter', '');
    const found = await page.evaluate(`({
      pwned: window.pwned === undefined ? 'no' : 'yes',
      scripts: document.scripts.length,
      styles: document.querySelectorAll('style, link').length,
      images: document.images.length,
      handlers: [...document.querySelectorAll('*')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on') || name === 'style')).length,
      links: [...new Set([...document.links].map((one) => one.getAttribute('href')).filter((href) => !href.startsWith('#')))],
      turned: /[\\u0000\\u202E\\u2066]/.test(document.documentElement.textContent),
      title: document.title.slice(0, 20),
      cards: document.querySelectorAll('details.op').length,
    })`);
    expect(found).toEqual({
      pwned: 'no',
      scripts: 1,
      styles: 1,
      images: 0,
      handlers: 0,
      links: ['https://example.com/?a=1&b=2'],
      turned: false,
      title: '2 connectors - previ',
      cards: 2,
    });
    expect([errors, requests]).toEqual([[], []]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }, 60_000);
});
