import { createHash } from 'node:crypto';
import { html } from '../../src/pages/look/html.js';
import { brandOf, iconTile } from '../../src/pages/look/brand.js';
import { page, PAGE_MARK } from '../../src/pages/look/page.js';

const whole = page({
  title: 'A & B',
  made: 'test',
  body: html`<p>${'<script>alert(1)</script>'}</p>`,
  rules: '.b0{--brand:#000000}',
});
const inside = (name: string) =>
  [...whole.matchAll(new RegExp(`<${name}>([^]*?)</${name}>`, 'g'))].map(([, text]) => text ?? '');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('the policy allows the one style sheet and the one script, and nothing else', () => {
  const [styles, scripts] = [inside('style'), inside('script')];
  expect([styles.length, scripts.length]).toEqual([1, 1]);
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(whole)?.[1];
  expect(policy).toBe(
    `default-src 'none'; style-src ${hash(styles[0] ?? '')}; script-src ${hash(scripts[0] ?? '')}; img-src data:; base-uri 'none'; form-action 'none'`,
  );
});

test('a page says who made it, near its beginning, and what it is', () => {
  expect(whole.indexOf(PAGE_MARK)).toBeLessThan(200);
  expect(/<title>(.*)<\/title>/.exec(whole)?.[1]).toBe('A &amp; B');
  expect(whole.slice(-8)).toBe('</html>\n');
});

test('nothing in it is loaded', () => {
  expect(whole.match(/\b(?:src|href)="(?!#)[^"]*"|url\(|@import/g)).toBe(null);
});

const icon = 'data:image/png;base64,AAAA';
const brands: Readonly<Record<string, readonly [parts: Parameters<typeof brandOf>[1], rule: string, tile: string]>> = {
  'a dark color has white on it': [
    { title: 'tickets', color: '#0F6CBD', icon: undefined },
    '.b7{--brand:#0f6cbd;--on-brand:#fff}',
    'T',
  ],
  'a light one black': [
    { title: '  é', color: '#ffcc00', icon: undefined },
    '.b7{--brand:#ffcc00;--on-brand:#000}',
    'É',
  ],
  'what is no color is not written': [
    { title: '<', color: 'red}</style>', icon: 'data:image/svg+xml,<svg>' },
    '.b7{--brand:#007ee5;--on-brand:#000}',
    '&lt;',
  ],
  'an icon stands in place of the letter': [
    { title: '', color: undefined, icon },
    '.b7{--brand:#007ee5;--on-brand:#000}',
    `<img src="${icon}" alt="" />`,
  ],
};

test.each(Object.entries(brands))('%s', (_, [parts, rule, inner]) => {
  const brand = brandOf(7, parts);
  expect(brand.rule).toBe(rule);
  expect(iconTile(brand, 's').markup).toBe(`<div class="icon s" aria-hidden="true">${inner}</div>`);
});
