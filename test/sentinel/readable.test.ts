import { readable } from '../../src/sentinel/readable.js';

test.each<[text: string, shown: string, raw: string[], lost: string[]]>([
  ['plain', 'plain', [], []],
  ['<p>One<br>two</p><p>three &amp; <b>four</b></p>', 'One\ntwo\n\nthree & four', [], []],
  ['**bold**, *thin*, `code`, [link](https://a.b)\n# Head', 'bold, thin, code, link (https://a.b)\nHead', [], []],
  ['<p>**bold**\n1. one\n2. two</p>', '**bold** 1. one 2. two', ['**bold**', '1. one'], []],
  ['<p>one</p>\n\n**bold**', 'one\n\nbold', [], []],
  ['<ul><li>a</li><li>b</li></ul>', '- a\n\n- b', [], []],
  ['<p>x<script>alert(1)</script>y</p>', 'xy', [], ['<script>']],
  ['Ask <user> and <AzureResourceName>.', 'Ask  and .', [], ['<user>', '<AzureResourceName>']],
  ['a < b && c > d', 'a < b && c > d', [], []],
  ['&lt;b&gt; &#65;&#x42; &none; &#0;', '<b> AB &none; &#0;', [], []],
  ['```\nwhere **x**\n```', 'where **x**', [], []],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\tb', [], []],
  ['<p>a  b</p><pre>T\n| where 1 &lt; 2</pre>', 'a b\n\nT\n| where 1 < 2', [], []],
  ['', '', [], []],
  ['<!-- hidden -->x', 'x', [], []],
])('%j', (text, shown, raw, lost) => {
  expect(readable(text)).toEqual({ text: shown, raw, lost });
});

test.each(['<p>**a<!--<a [x](*_`', '<p ', '*a ', '[', '\n1. ', '<', '&', '<script>', '`', '__a', '\n```', ' '])(
  'takes no time for many of %j',
  (part) => {
    const started = process.cpuUsage().user;
    readable(part.repeat(10_000));
    expect(process.cpuUsage().user - started).toBeLessThan(1_000_000);
  },
);
