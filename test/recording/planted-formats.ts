import { stringify } from 'yaml';
import type { Json } from '../../src/core/json.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Content, Planted } from './planted.js';

/** How a tool keeps exchanges: the file and what it holds. */
export interface Keeper {
  readonly format: string;
  readonly file: string;
  /** What this tool does not keep. */
  readonly lacks?: readonly ('url' | 'request body' | 'request headers' | 'response headers')[];
  keep(exchanges: readonly Planted[]): string;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const headersOf = (headers: Planted['headers'], { type }: Content) => ({ ...headers, 'Content-Type': type });
const lists = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
const pairs = (headers: Readonly<Record<string, string>>, name = 'name') =>
  Object.entries(headers).map(([key, value]) => ({ [name]: key, value }));
const parsed = ({ json, text }: Content): Json => json ?? text;
const cookiesOf = (headers: Planted['headers']) => {
  const cookie = headers['Cookie'] ?? headers['Set-Cookie'];
  return cookie === undefined ? [] : [{ name: 'session', value: cookie.replace(/^[^=]*=/, '') }];
};
const queryOf = (url: string, name: string) =>
  [...new URL(url).searchParams].map(([key, value]) => ({ [name]: key, value }));

const samples: Keeper = {
  format: 'samples',
  file: 'a.json',
  keep: (exchanges) =>
    writeJson(
      exchanges.map(({ url, headers, sent, answered, secret }) => ({
        formatVersion: 1,
        source: `recorded with ${secret.length} characters`,
        request: { method: 'POST', url, headers: headersOf(headers, sent), body: parsed(sent) },
        response: { status: 200, headers: headersOf(headers, answered), body: answered.text },
      })),
    ),
};

const har = (inBase64: boolean): Keeper => ({
  format: inBase64 ? 'HAR in base64' : 'HAR',
  file: 'a.har',
  keep: (exchanges) =>
    writeJson({
      log: {
        version: '1.2',
        creator: { name: 'made', version: '1' },
        entries: exchanges.map(({ url, headers, sent, answered }) => ({
          request: {
            method: 'POST',
            url,
            httpVersion: 'HTTP/1.1',
            headers: pairs(headersOf(headers, sent)),
            queryString: queryOf(url, 'name'),
            cookies: cookiesOf(headers),
            postData: {
              mimeType: sent.type,
              ...(sent.fields
                ? { params: sent.fields.map(([name, value]) => ({ name, value })) }
                : { text: sent.text }),
            },
          },
          response: {
            status: 200,
            headers: pairs(headersOf(headers, answered)),
            cookies: cookiesOf(headers),
            content: {
              mimeType: answered.type,
              size: answered.text.length,
              ...(inBase64 ? { text: base64(answered.text), encoding: 'base64' } : { text: answered.text }),
            },
          },
        })),
      },
    }),
});

const postmanUrl = (url: string) => ({
  raw: url,
  protocol: 'https',
  host: ['api', 'contoso', 'com'],
  path: new URL(url).pathname.slice(1).split('/'),
  query: queryOf(url, 'key'),
});

const postmanRequest = ({ url, headers, sent, secret }: Planted) => ({
  method: 'POST',
  url: postmanUrl(url),
  header: pairs(headersOf(headers, sent), 'key'),
  auth: { type: 'bearer', bearer: [{ key: 'token', value: secret, type: 'string' }] },
  body: sent.fields
    ? { mode: 'urlencoded', urlencoded: sent.fields.map(([key, value]) => ({ key, value })) }
    : { mode: 'raw', raw: sent.text },
});

const postman: Keeper = {
  format: 'Postman collection',
  file: 'a.json',
  keep: (exchanges) =>
    writeJson({
      info: { name: 'a', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: exchanges.map((exchange) => ({
        name: 'a',
        request: postmanRequest(exchange),
        response: [
          {
            name: 'a',
            originalRequest: postmanRequest(exchange),
            code: 200,
            header: pairs(headersOf(exchange.headers, exchange.answered), 'key'),
            cookie: cookiesOf(exchange.headers),
            body: exchange.answered.text,
          },
        ],
      })),
    }),
};

const newman: Keeper = {
  format: 'newman report',
  file: 'a.json',
  keep: (exchanges) =>
    writeJson({
      collection: { info: { name: 'a' } },
      run: {
        executions: exchanges.map((exchange) => ({
          request: postmanRequest(exchange),
          response: {
            code: 200,
            header: pairs(headersOf(exchange.headers, exchange.answered), 'key'),
            stream: { type: 'Buffer', data: [...Buffer.from(exchange.answered.text)] },
          },
        })),
      },
    }),
};

const nock: Keeper = {
  format: 'nock',
  file: 'a.json',
  keep: (exchanges) =>
    writeJson(
      exchanges.map(({ url, headers, sent, answered }) => ({
        scope: 'https://api.contoso.com:443',
        method: 'POST',
        path: url.slice('https://api.contoso.com'.length),
        reqheaders: headersOf(headers, sent),
        body: parsed(sent),
        status: 200,
        response: parsed(answered),
        rawHeaders: Object.entries(headersOf(headers, answered)).flat(),
        responseIsBinary: false,
      })),
    ),
};

const testProxy: Keeper = {
  format: 'Azure SDK test-proxy',
  file: 'a.json',
  keep: (exchanges) =>
    writeJson({
      Entries: exchanges.map(({ url, headers, sent, answered }) => ({
        RequestUri: url,
        RequestMethod: 'POST',
        RequestHeaders: headersOf(headers, sent),
        RequestBody: parsed(sent),
        StatusCode: 200,
        ResponseHeaders: headersOf(headers, answered),
        ResponseBody: parsed(answered),
      })),
      Variables: {},
    }),
};

const oldTestProxy: Keeper = {
  format: 'Azure SDK test-proxy, before',
  file: 'a.json',
  lacks: ['request body'],
  keep: (exchanges) =>
    writeJson({
      networkCallRecords: exchanges.map(({ url, headers, sent, answered }) => ({
        Method: 'POST',
        Uri: url,
        Headers: headersOf(headers, sent),
        Response: { StatusCode: '200', ...headersOf(headers, answered), Body: answered.text },
      })),
    }),
};

const logicApps = (inBase64: boolean): Keeper => ({
  format: inBase64 ? 'Logic Apps run history in base64' : 'Logic Apps run history',
  file: 'a.json',
  keep: (exchanges) =>
    writeJson({
      value: exchanges.map(({ url, headers, sent, answered, secret }, at) => ({
        name: `Call_${at}`,
        properties: {
          status: 'Succeeded',
          startTime: '2026-11-21T10:00:00Z',
          inputs: {
            method: 'POST',
            uri: url,
            headers: headersOf(headers, sent),
            body: inBase64 ? { '$content-type': sent.type, $content: base64(sent.text) } : parsed(sent),
            authentication: { type: 'Raw', value: secret },
          },
          outputs: {
            statusCode: 200,
            headers: headersOf(headers, answered),
            body: inBase64 ? { '$content-type': answered.type, $content: base64(answered.text) } : parsed(answered),
          },
        },
      })),
    }),
});

const vcrPy = (isParsed: boolean): Keeper => ({
  format: isParsed ? 'VCR.py with parsed bodies' : 'VCR.py',
  file: 'a.yaml',
  keep: (exchanges) =>
    stringify({
      interactions: exchanges.map(({ url, headers, sent, answered }) => {
        const bodyOf = (content: Content, whole: Json) =>
          isParsed && content.json !== undefined ? { parsed_body: content.json } : { body: whole };
        return {
          request: { method: 'POST', uri: url, headers: lists(headersOf(headers, sent)), ...bodyOf(sent, sent.text) },
          response: {
            status: { code: 200, message: 'OK' },
            headers: lists(headersOf(headers, answered)),
            ...bodyOf(answered, { string: answered.text }),
          },
        };
      }),
      version: 1,
    }),
});

const rubyVcr: Keeper = {
  format: 'VCR (Ruby)',
  file: 'a.yml',
  keep: (exchanges) =>
    stringify({
      http_interactions: exchanges.map(({ url, headers, sent, answered }) => ({
        request: {
          method: 'post',
          uri: url,
          body: { encoding: 'UTF-8', string: sent.text },
          headers: lists(headersOf(headers, sent)),
        },
        response: {
          status: { code: 200, message: 'OK' },
          headers: lists(headersOf(headers, answered)),
          body: { encoding: 'ASCII-8BIT', base64_string: base64(answered.text) },
        },
        recorded_at: 'Sat, 21 Nov 2026 10:00:00 GMT',
      })),
      recorded_with: 'VCR 6.2.0',
    }),
};

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const curl: Keeper = {
  format: 'curl',
  file: 'a.curl',
  keep: (exchanges) =>
    exchanges
      .map(({ url, headers, sent, answered }) => {
        const options = Object.entries(headersOf(headers, sent)).map(
          ([name, value]) => `-H ${quoted(`${name}: ${value}`)}`,
        );
        const lines = Object.entries(headersOf(headers, answered)).map(([name, value]) => `${name}: ${value}`);
        return `curl -i ${quoted(url)} ${options.join(' ')} --data-raw ${quoted(sent.text)}\n\nHTTP/1.1 200 OK\n${lines.join('\n')}\n\n${answered.text.trim()}\n`;
      })
      .join('\n'),
};

/** Every format that `import` reads. */
export const keepers: readonly Keeper[] = [
  samples,
  har(false),
  har(true),
  postman,
  newman,
  nock,
  testProxy,
  oldTestProxy,
  logicApps(false),
  logicApps(true),
  vcrPy(false),
  vcrPy(true),
  rubyVcr,
  curl,
];
