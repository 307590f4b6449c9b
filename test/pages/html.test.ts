import { html, link, type Html, type Part } from '../../src/pages/look/html.js';
import { cutAt, shownText } from '../../src/pages/look/shown-text.js';

const parts: Readonly<Record<string, readonly [given: Part, markup: string]>> = {
  'a text is escaped': [`<a href="x">'&</a>`, '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;'],
  'an entity stays what it is': ['&lt;', '&amp;lt;'],
  'a number is written': [12.5, '12.5'],
  'nothing is left out': [undefined, ''],
  'what does not hold is left out': [false, ''],
  'a list is put in one by one': [['<', 1, [html`<b>${'&'}</b>`]], '&lt;1<b>&amp;</b>'],
  'what is hidden is spelled out': ['a\u202Eb\u0000', 'a\\u202eb\\u0000'],
};

test.each(Object.entries(parts))('%s', (_, [given, markup]) => {
  expect(html`<p title="${given}">${given}</p>`).toEqual({ markup: `<p title="${markup}">${markup}</p>` });
});

test('an attribute without quotes is refused', () => {
  expect(() => html`<p title=${'x'}>x</p>`).toThrow('the value of an attribute stands in quotes');
});

test('the indent of a template is left out, and its line ends stay', () => {
  const template = html; // a name that the formatter does not know
  const given = template`<p>
      a <b>${'  b\n  c'}</b>
    </p>`;
  expect(given).toEqual({ markup: '<p>\na <b>  b\n  c</b>\n</p>' });
});

const linked = (address: string): Html => ({
  markup: `<a href="${address}" rel="noreferrer noopener">text</a>`,
});
const plain: Html = { markup: 'text' };

const links: readonly (readonly [address: string, shown: Html])[] = [
  ['https://example.com/a?b=c', linked('https://example.com/a?b=c')],
  ['HTTP://example.com', linked('HTTP://example.com')],
  ['https://example.com/?a=1&b=2', linked('https://example.com/?a=1&amp;b=2')],
  ['mailto:a@example.com', linked('mailto:a@example.com')],
  ['javascript:alert(1)', plain],
  [' https://example.com', plain],
  ['java\nscript:alert(1)', plain],
  ['data:text/html,x', plain],
  ['//example.com', plain],
  ['https://example.com/"onclick="x', plain],
  [`https://example.com/${'x'.repeat(2000)}`, plain],
  ['', plain],
];

test.each(links)('%j', (address, shown) => {
  expect(link(address, 'text')).toEqual(shown);
});

const texts: readonly (readonly [given: string, shown: string])[] = [
  ['two\nlines\tand\r\nmore', 'two\nlines\tand\nmore'],
  ['\u2066a\u2069 \u200B\uFEFF\u2028', '\\u2066a\\u2069 \\u200b\\ufeff\\u2028'],
  ['\u{1F468}\u200D\u{1F469} \u0645\u06CC\u200C\u062E', '\u{1F468}\u200D\u{1F469} \u0645\u06CC\u200C\u062E'],
  ['\u{E0041}\uD800', '\\ue0041\\ud800'],
  ['x'.repeat(13_001), `${'x'.repeat(13_000)} … (1 more characters)`],
];

test.each(texts)('%j is shown', (given, shown) => {
  expect(shownText(given)).toBe(shown);
});

test('a text is cut where it is too long', () => {
  expect([cutAt('abc', 3), cutAt('abcd', 3)]).toEqual(['abc', 'abc … (1 more characters)']);
});
