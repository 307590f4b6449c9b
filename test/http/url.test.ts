import { splitUrl, type SplitUrl } from '../../src/http/url.js';
import { randomNumbers } from '../core/generate-json.js';

const AZURE = '/openai/deployments/gpt/chat/completions';

test.each<[string, SplitUrl]>([
  [
    `https://x.openai.azure.com${AZURE}?api-version=2024-10-21`,
    { host: 'x.openai.azure.com', path: AZURE, query: [['api-version', '2024-10-21']] },
  ],
  [`https://x.openai.azure.com/${AZURE}`, { host: 'x.openai.azure.com', path: `/${AZURE}`, query: [] }],
  ['HTTP://API.Contoso.com:8080/V1', { host: 'api.contoso.com:8080', path: '/V1', query: [] }],
  ['https://api.contoso.com', { host: 'api.contoso.com', path: '/', query: [] }],
  ['https://api.contoso.com?a=1', { host: 'api.contoso.com', path: '/', query: [['a', '1']] }],
  ['https://user:pass@word@api.contoso.com/x', { host: 'api.contoso.com', path: '/x', query: [] }],
  ['https://[::1]:8080/x', { host: '[::1]:8080', path: '/x', query: [] }],
  ['https://bücher.example/x', { host: 'bücher.example', path: '/x', query: [] }],
  ['/v1/chat/completions', { path: '/v1/chat/completions', query: [] }],
  ['//openai/deployments/a', { path: '//openai/deployments/a', query: [] }],
  ['v1/models', { path: '/v1/models', query: [] }],
  ['', { path: '/', query: [] }],
  ['?a=1', { path: '/', query: [['a', '1']] }],
  ['<AZURE_OPENAI_ENDPOINT>/chat/completions', { path: '/chat/completions', query: [] }],
  ['{{baseUrl}}/x?y=1', { path: '/x', query: [['y', '1']] }],
  ['{{baseUrl}}', { path: '/', query: [] }],
  ["@{triggerBody()?['url']}/x", { path: '/x', query: [] }],
  ['https://<resource>.openai.azure.com/a/<b>/c', { path: '/a/<b>/c', query: [] }],
  ['https://{resource}.openai.azure.com/a', { path: '/a', query: [] }],
  ['https://‘Name’.openai.azure.com/a', { path: '/a', query: [] }],
  ['https:///a', { path: '/a', query: [] }],
  ['https://x.com/a%2Fb/%zz', { host: 'x.com', path: '/a%2Fb/%zz', query: [] }],
  ['https://x.com/a#b?c=d', { host: 'x.com', path: '/a', query: [] }],
  ['https://x.com/a?b=c#d', { host: 'x.com', path: '/a', query: [['b', 'c']] }],
  [' https://x.com/a ', { host: 'x.com', path: '/a', query: [] }],
  [
    '/a?b=1&b=2&&c&d=x=y&e=a%20b+c&f=%zz&%67=',
    {
      path: '/a',
      query: [
        ['b', '1'],
        ['b', '2'],
        ['c', ''],
        ['d', 'x=y'],
        ['e', 'a b c'],
        ['f', '%zz'],
        ['g', ''],
      ],
    },
  ],
])('splits %p', (url, want) => {
  expect(splitUrl(url)).toEqual(want);
});

test('splits 5000 random texts into a path and a query without throwing', () => {
  const random = randomNumbers(1);
  const wrong: string[] = [];
  const pieces = [
    'http',
    's',
    '://',
    '/',
    '//',
    '?',
    '#',
    '&',
    '=',
    '%',
    '%2',
    '%41',
    '@',
    ':',
    '80',
    '[',
    ']',
    '<',
    '>',
  ];
  pieces.push('{', '{{', '}}', '}', '${', '.', 'a', 'Ü', '\u0000', '\uD800', ' ', '\n', '\\', '+', 'host.example');
  for (let round = 0; round < 5000; round += 1) {
    const length = random(12);
    const url = Array.from({ length }, () => pieces[random(pieces.length)]).join('');
    const { host, path, query } = splitUrl(url);
    const ok =
      path.startsWith('/') &&
      !/[?#]/.test(path) &&
      !/[/?#@<>]/.test(host ?? '') &&
      query.every((pair) => pair.length === 2);
    if (!ok) wrong.push(url);
  }
  expect(wrong).toEqual([]);
});
