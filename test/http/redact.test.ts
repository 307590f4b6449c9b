import type { Json } from '../../src/core/json.js';
import { redactHeaders, redactJson, redactText, redactUrl } from '../../src/http/redact.js';

const HEX = '0123456789abcdef0123456789abcdef';
const AZURE_84 = `${'Ab1'.repeat(17)}cJQQJ99${'Bc2'.repeat(8)}xY`;
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl';
const BASE64 = `${'Zm9v'.repeat(21)}Zg==`;

test('the example keys have the shapes that they stand for', () => {
  expect([AZURE_84.length, BASE64.length]).toEqual([84, 88]);
});

describe('headers', () => {
  test.each([
    ['authorization', `Bearer ${JWT}`, 'Bearer REDACTED'],
    ['Authorization', 'bearer test-key', 'bearer REDACTED'],
    ['authorization', 'Basic dXNlcjpwYXNz', 'Basic REDACTED'],
    ['authorization', 'SharedAccessSignature sr=a&sig=b', 'SharedAccessSignature REDACTED'],
    ['authorization', 'two words', 'REDACTED'],
    ['authorization', 'sk-abc', 'REDACTED'],
    ['Proxy-Authorization', 'Basic abc', 'Basic REDACTED'],
    ['api-key', HEX, 'REDACTED'],
    ['X-API-Key', 'k', 'REDACTED'],
    ['apikey', 'k', 'REDACTED'],
    ['Ocp-Apim-Subscription-Key', 'k', 'REDACTED'],
    ['x-functions-key', 'k', 'REDACTED'],
    ['x-goog-api-key', 'k', 'REDACTED'],
    ['x-contoso-key', HEX, 'REDACTED'],
    ['x-auth-token', 'k', 'REDACTED'],
    ['cookie', 'a=b; c=d', 'REDACTED'],
    ['Set-Cookie', 'a=b; Path=/', 'REDACTED'],
    ['x-ms-authorization-auxiliary', `Bearer ${JWT}`, 'Bearer REDACTED'],
    ['location', 'https://x.example/a?sv=1.0&sig=abcdefghijklmnop', 'https://x.example/a?sv=1.0&sig=REDACTED'],
  ])('%s: %s', (name, value, want) => {
    const tally = { redactions: 0 };
    expect(redactHeaders({ a: 'b', [name]: value }, tally)).toEqual({ a: 'b', [name]: want });
    expect(tally.redactions).toBe(1);
  });

  test.each([
    ['authorization', ''],
    ['authorization', 'Bearer REDACTED'],
    ['authorization', 'Bearer'],
    ['api-key', 'REDACTED'],
    ['idempotency-key', 'stainless-node-retry-1'],
    ['www-authenticate', 'Bearer realm="aimock"'],
    ['x-ratelimit-remaining-tokens', '150000'],
    ['x-ratelimit-key', 'gpt-5.2-chat'],
    ['x-time-per-token', '10'],
    ['x-contoso-key', 'k'],
    ['x-request-id', '8e52694a-22a0-42fa-9e2d-54539ebd2113'],
    ['x-ms-continuationtoken', 'abc'],
    ['etag', `"${HEX}"`],
    ['traceparent', `00-${HEX}-0123456789abcdef-01`],
    ['openai-organization', 'org-zIQe0qsKlsW7cksvlHpU411T'],
  ])('%s: %s stays', (name, value) => {
    const headers = { [name]: value };
    const tally = { redactions: 0 };
    expect(redactHeaders(headers, tally)).toEqual(headers);
    expect(tally.redactions).toBe(0);
  });
});

describe('URLs', () => {
  test.each([
    ['https://user:password@x.example/a', 'https://REDACTED@x.example/a'],
    ['https://u:p@ss@x.example/a', 'https://REDACTED@x.example/a'],
    ['https://x.example/a?api-key=k&b=c', 'https://x.example/a?api-key=REDACTED&b=c'],
    ['/a?b=c&API_KEY=k', '/a?b=c&API_KEY=REDACTED'],
    ['/a?key=k', '/a?key=REDACTED'],
    ['/a?code=k==&x=1', '/a?code=REDACTED&x=1'],
    ['/a?subscription-key=k#f', '/a?subscription-key=REDACTED#f'],
    ['/a#access_token=k', '/a#access_token=REDACTED'],
    ['/a?sp=r&sv=2022-11-02&sr=b&sig=k%3D', '/a?sp=r&sv=2022-11-02&sr=b&sig=REDACTED'],
    ['/a/sk-proj-abcdefghijkl0123456789/b', '/a/REDACTED/b'],
  ])('%s', (url, want) => {
    const tally = { redactions: 0 };
    expect(redactUrl(url, tally)).toBe(want);
    expect(tally.redactions).toBe(1);
    expect(redactUrl(want, tally)).toBe(want);
    expect(tally.redactions).toBe(1);
  });

  test.each([
    'https://x.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21',
    'https://x.example/a?email=a@b.example',
    '/a?max_tokens=5&key=&q=key',
    '<AZURE_OPENAI_ENDPOINT>/chat/completions',
  ])('%s stays', (url) => {
    expect(redactUrl(url, { redactions: 0 })).toBe(url);
  });
});

describe('texts', () => {
  test.each([
    ['openai key', 'My key is sk-abcdefghijklmnopqrstuvwx.', 'My key is REDACTED.'],
    ['project key', 'sk-proj-abc_DEF-0123456789', 'REDACTED'],
    ['another vendor', 'use sk-ant-api03-abcDEF', 'use REDACTED'],
    ['key after an escaped line break', 'a\\nsk-abcdefghij0123456789', 'a\\nREDACTED'],
    ['bearer value', 'send Bearer abc123DEF456== now', 'send Bearer REDACTED now'],
    ['bearer with a JWT', `authorization: Bearer ${JWT}`, 'authorization: Bearer REDACTED'],
    ['JWT', `token ${JWT}.`, 'token REDACTED.'],
    ['encrypted JWT', 'eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn', 'REDACTED'],
    ['basic', `curl -H 'Authorization: Basic dXNlcjpwYXNz' x`, `curl -H 'Authorization: Basic REDACTED' x`],
    [
      'SAS in a link',
      'https://x.example/a?sv=1&sig=abcdefghijklmnop%3D&se=2',
      'https://x.example/a?sv=1&sig=REDACTED&se=2',
    ],
    ['SAS alone', 'sig=abcdefghijklmnop%3D&se=2', 'sig=REDACTED&se=2'],
    ['SAS in escaped JSON', 'x?se=2\\u0026sig=abcdefghijklmnop', 'x?se=2\\u0026sig=REDACTED'],
    ['userinfo', 'see https://user:secret@x.example/a', 'see https://REDACTED@x.example/a'],
    ['function key', 'https://x.example/api/f?code=abcdefghij0123456789==', 'https://x.example/api/f?code=REDACTED'],
    ['32 hex beside its name', `api-key: ${HEX}`, 'api-key: REDACTED'],
    ['32 hex beside its name, quoted', `{'key1': '${HEX}'}`, `{'key1': 'REDACTED'}`],
    ['84 characters beside its name', `AZURE_OPENAI_KEY=${'a1'.repeat(42)}`, 'AZURE_OPENAI_KEY=REDACTED'],
    ['84 characters with the mark', `try ${AZURE_84}`, 'try REDACTED'],
    ['storage', `AccountName=a;AccountKey=${BASE64};B=c`, 'AccountName=a;AccountKey=REDACTED;B=c'],
    [
      'service bus',
      `SharedAccessKeyName=a;SharedAccessKey=${BASE64}`,
      'SharedAccessKeyName=a;SharedAccessKey=REDACTED',
    ],
    ['sql', 'Server=a;Password=hunter22;B=c', 'Server=a;Password=REDACTED;B=c'],
    ['form', 'client_secret=abc~1&grant_type=x', 'client_secret=REDACTED&grant_type=x'],
    ['JSON in a string', '{"api_key":"hunter2","model":"m"}', '{"api_key":"REDACTED","model":"m"}'],
    ['JSON in a JSON string', '{\\"OPENAI_API_KEY\\": \\"hunter2\\"}', '{\\"OPENAI_API_KEY\\": \\"REDACTED\\"}'],
    [
      'private key',
      'a\n-----BEGIN RSA PRIVATE KEY-----\nDEK-Info: A-B\n\nMIIE\n-----END RSA PRIVATE KEY-----\nb',
      'a\nREDACTED\nb',
    ],
    ['private key, cut off', 'a -----BEGIN PRIVATE KEY-----\nMIIE', 'a REDACTED'],
    ['user of curl', 'curl -u ada:hunter2 https://x', 'curl -u ada:REDACTED https://x'],
    ['user of curl, quoted', `curl --user 'ada:a "b" c' https://x`, `curl --user 'ada:REDACTED' https://x`],
    ['user of curl, escaped', String.raw`"curl -u \"ada:hunter2\" x"`, String.raw`"curl -u \"ada:REDACTED\" x"`],
    ['user of curl, without a blank', 'curl x -uada:1234', 'curl x -uada:REDACTED'],
    ['user of a proxy', 'curl --proxy-user=ada:hunter2', 'curl --proxy-user=ada:REDACTED'],
    ['cookies of curl', "curl -b 'sid=a; b=c' x", "curl -b 'REDACTED' x"],
    ['token of curl', 'curl --oauth2-bearer hunter2 x', 'curl --oauth2-bearer REDACTED x'],
    ['header of curl', `curl -H 'Cookie: sid=a; b=c' -H "x: y"`, `curl -H 'Cookie: REDACTED' -H "x: y"`],
    ['digest', 'Authorization: Digest username="a", response="b"\nx: y', 'Authorization: Digest REDACTED\nx: y'],
    ['option of a command', 'az login --password hunter22 --tenant t', 'az login --password REDACTED --tenant t'],
    ['JSON in an event', 'data: {"headers":{"api-key":["k"]}}\n\n', 'data: {"headers":{"api-key":["REDACTED"]}}\n\n'],
    ['signature in a form', 'a=1&hmac=abcdefghij0123456789', 'a=1&hmac=REDACTED'],
    ['SOAP', '<o:Password Type="PasswordText">a</o:Password>', '<o:Password Type="PasswordText">REDACTED</o:Password>'],
    ['CDATA', '<password><![CDATA[a]b]]></password>', '<password><![CDATA[REDACTED]]></password>'],
    ['a word in a sentence', 'The password: hunter22, not that.', 'The password: REDACTED, not that.'],
    ['GitHub token', `x ghp_${'a1B2'.repeat(9)} y`, 'x REDACTED y'],
    ['GitHub token of the new kind', `github_pat_${'a1B2'.repeat(9)}`, 'REDACTED'],
    ['AWS key id', 'id AKIAIOSFODNN7EXAMPLE.', 'id REDACTED.'],
  ])('%s', (_, text, want) => {
    const tally = { redactions: 0 };
    expect(redactText(text, tally)).toBe(want);
    expect(tally.redactions).toBe(1);
    expect(redactText(want)).toBe(want);
  });

  test.each([
    'gpt-4o-mini-2024-07-18',
    'ft:gpt-3.5-turbo-0125:contoso::9abcDEF1',
    'chatcmpl-wtRtYnJyKeqTIuszNJ8LwtXba3HaLdma',
    'call_Jq3V0sXyZ8kT1uB2mN4pL6rA',
    'fp_3dcd5944f5',
    HEX,
    `sha512-${BASE64}`,
    `"prompt_cache_key": "${HEX}"`,
    `"idempotency-key": "${HEX}"`,
    'a range of tasks without the need for task-specific-fine-tuning-2',
    'risk-adjusted-returns-2024 and disk-based-storage-2',
    'the sk-learn-like-pipeline',
    'max_tokens and the token after it; "token": "Hello"',
    'The bearer of bad news; a Bearer token; bearer authentication-credentials',
    'basic authorization: Basic understanding of it',
    'eyJpZCI6MX0.',
    'next page eyJpZCI6IjEyMzQ1Njc4OTAifQ==',
    'where sig=1 or signature=abc',
    'Your API key: ask the owner. password: see the vault',
    'KQL: | where key == "abc" and password != ""',
    'https://x.example:443/a?b=c@d and mailto:a@b.example',
    '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----',
    'AKIA is how such an id begins, ghp_ how a token does',
    'monkey=abcdefghij0123456789abcdefghij012345',
    '<p>?key=value&code=short</p>',
    'Meta-Llama-3.1-405B-Instruct, text-embedding-3-large, claude-3-5-sonnet-20241022, o4-mini',
    'the password must be changed; a password is needed; password reset, passwords: none',
    'Password: required',
    'password: string\napi_key: <your key>\ntoken: ${TOKEN}\nsecret: {{secret}}',
    'key: value\nauthor: Ada\ncode: 200\nsession: 5',
    'Set the api_key: you find it in the portal. Authorization: Bearer token required',
    'Basic HTML5 and CSS3x, Basic usage, Basic Concept, BASIC programs, Bearer of news',
    'Cookie: chocolate chip',
    'api_key=os.environ["API_KEY"]\nclient = Client(api_key=settings.api_key, password=getpass())',
    'def login(user, password=None, token: str = "", api_key: Optional[str] = None): pass',
    '{"password": "<password>", "api_key": "your-api-key"',
    'if (password == "" || token != other) return; password === next',
    '<label for="password">Password</label><input type="password" name="password">',
    'docker run -u 1000:1000 x; sort -u a:b; id -u',
    'curl x; docker run -u 1000:1000 y; curl -b cookies.txt -u ada --passes',
    '0123456789abcdef0123456789abcdef01234567 and 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'file-9x8y7z6w5v4u3t2s1r0q run_abc123DEF456 asst_abc123DEF456 resp_0123456789abcdef0123456789abcdef',
    'hf_hub_download_v2_files, npm_config_registry_1, sess_68ef0123456789, key-value-store-2',
    'the code is 404, max_completion_tokens=5&top_p=1 and stop=null',
    'a%20b%2Fc 100%25 and https://x.example/?q=a%20key%20value',
    '1//0 and 12345678:AA',
  ])('%s stays', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('JSON', () => {
  test.each<[string, Json, Json, number]>([
    ['a nested text', { a: [{ b: 'sk-abcdefghij0123456789' }] }, { a: [{ b: 'REDACTED' }] }, 1],
    [
      'a name that says it',
      { api_key: 'k', Password: 'p', 'client-secret': 's' },
      { api_key: 'REDACTED', Password: 'REDACTED', 'client-secret': 'REDACTED' },
      3,
    ],
    ['a name before a word', { openaiApiKey: 'k' }, { openaiApiKey: 'REDACTED' }, 1],
    ['a list under such a name', { 'x-api-key': ['a', 'b'] }, { 'x-api-key': ['REDACTED', 'REDACTED'] }, 2],
    [
      'a header in a body',
      { headers: { Authorization: 'Bearer k' } },
      { headers: { Authorization: 'Bearer REDACTED' } },
      1,
    ],
    ['a header as name and value', [{ name: 'api-key', value: 'k' }], [{ name: 'api-key', value: 'REDACTED' }], 1],
    ['keys of a service', { key1: HEX, key2: AZURE_84 }, { key1: 'REDACTED', key2: 'REDACTED' }, 2],
    ['a key of a storage account', { keyName: 'key1', value: BASE64 }, { keyName: 'key1', value: 'REDACTED' }, 1],
    ['JSON in a string', { arguments: '{"access_token": "k"}' }, { arguments: '{"access_token":"REDACTED"}' }, 1],
    ['JSON in a string, indented', { a: '{\n "otp": 1\n}' }, { a: '{\n  "otp": "REDACTED"\n}' }, 1],
    ['a number', { password: 12345, pin: 1 }, { password: 'REDACTED', pin: 1 }, 1],
    [
      'names of fields',
      { ['ghp_' + 'a1'.repeat(20)]: 1, ['ghp_' + 'b2'.repeat(20)]: 2 },
      { REDACTED: 1, 'REDACTED 2': 2 },
      2,
    ],
    ['cookies by name', { cookies: { session: 'k', n: 1 } }, { cookies: { session: 'REDACTED', n: 1 } }, 1],
    [
      'cookies of a HAR',
      { cookies: [{ name: 'session', value: 'k', path: '/' }] },
      { cookies: [{ name: 'session', value: 'REDACTED', path: '/' }] },
      1,
    ],
    [
      'an action with a password',
      { authentication: { type: 'Basic', username: 'u', password: 'p' } },
      { authentication: { type: 'Basic', username: 'u', password: 'REDACTED' } },
      1,
    ],
    [
      'an action with a header',
      { authentication: { type: 'Raw', value: 'Key k' } },
      { authentication: { type: 'Raw', value: 'REDACTED' } },
      1,
    ],
    [
      'an action with a certificate',
      { authentication: { type: 'ClientCertificate', pfx: 'MII' } },
      { authentication: { type: 'ClientCertificate', pfx: 'REDACTED' } },
      1,
    ],
    [
      'a folder and a password',
      { pwd: '/home/ada', user: { pwd: 'k' } },
      { pwd: '/home/ada', user: { pwd: 'REDACTED' } },
      1,
    ],
    [
      'the key __proto__',
      JSON.parse('{"__proto__":{"api_key":"k"}}'),
      JSON.parse('{"__proto__":{"api_key":"REDACTED"}}'),
      1,
    ],
  ])('%s', (_, value, want, redactions) => {
    const tally = { redactions: 0 };
    const before = JSON.stringify(value);
    const after = redactJson(value, tally);
    expect(JSON.stringify(after)).toBe(JSON.stringify(want));
    expect(tally.redactions).toBe(redactions);
    expect(JSON.stringify(value)).toBe(before);
    expect(redactJson(after, tally)).toEqual(after);
    expect(tally.redactions).toBe(redactions);
  });

  test.each<[Json]>([
    [{ id: HEX, hash: BASE64, tool_call_id: `call_${HEX}`, prompt_cache_key: HEX, system_fingerprint: 'fp_1' }],
    [{ key: 'value', token: 'Hello', secret: 'ingredient', keys: ['a'] }],
    [{ max_tokens: 5, total_tokens: 10, logprobs: [{ token: 'key', bytes: null }] }],
    [{ properties: { password: { type: 'string' }, api_key: { type: 'string' } }, required: ['password'] }],
    [{ password: true, api_key: null, authorization: '' }],
    [
      {
        queries: { 'api-version': '1', max_tokens: 5 },
        query: { code: 'US', key: 'k' },
        params: [{ name: 'code', value: 'print(1)' }],
      },
    ],
    [{ 'access-control-allow-headers': ['Authorization', 'Content-Type'], required: ['password', 'user'] }],
    [
      {
        usage: { prompt_tokens_details: { cached_tokens: 5 }, accepted_prediction_tokens: 1 },
        token_type: 'bearer',
        nextPageToken: 'abc',
      },
    ],
    [{ name: 'get_secret_santa', arguments: '{"name":"Ada","key":"value","code":"x"}' }],
    [
      {
        authentication: "@parameters('$authentication')",
        api_key: "@variables('key')",
        password: '{{password}}',
        token: '<token>',
      },
    ],
    [
      {
        api_key: "[parameters('key')]",
        client_secret: 'YOUR_CLIENT_SECRET',
        headers: { authorization: 'Bearer <API_KEY>' },
      },
    ],
    [{ securityDefinitions: { api_key: { type: 'apiKey', name: 'api-key', in: 'header', 'x-ms-summary': 'Key' } } }],
    [
      {
        image_url: { url: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzkAAAAOXRFWHRTb2Z0d2FyZQ' },
      },
    ],
    [{ $content: 'eyJtb2RlbCI6Im0iLCJtYXhfdG9rZW5zIjo1LCJvayI6dHJ1ZX0=', '$content-type': 'application/json' }],
    [
      {
        embedding: [0.1, -2.5e-3],
        logprobs: [{ token: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', bytes: [97, 97], logprob: -1 }],
      },
    ],
    [[null, true, 1, 2n ** 60n, 'text', []]],
  ])('%p stays', (value) => {
    const tally = { redactions: 0 };
    expect(redactJson(value, tally)).toEqual(value);
    expect(tally.redactions).toBe(0);
  });

  test('a number beyond 2^53', () => {
    expect(redactJson({ api_key: 2n ** 60n, id: 2n ** 60n }, { redactions: 0 })).toEqual({
      api_key: 'REDACTED',
      id: 2n ** 60n,
    });
  });

  test('what holds no secret is not copied', () => {
    const body = { messages: [{ role: 'user', content: 'hello' }] };
    const headers = { 'content-type': 'application/json', 'x-request-id': HEX };
    expect(redactJson(body, { redactions: 0 })).toBe(body);
    expect(redactHeaders(headers, { redactions: 0 })).toBe(headers);
  });
});

/** Put together here, so that no scanner takes this file for a leak. */
test.each([
  ['gsk', '_A1b2C3d4E5f6G7h8I9j0'],
  ['xai', '-A1b2C3d4E5f6G7h8I9j0'],
  ['hf', '_A1b2C3d4E5f6G7h8I9j0'],
  ['AIza', 'SyA1b2C3d4E5f6G7h8I9j0'],
  ['glpat', '-A1b2C3d4E5f6G7h8I9j0'],
  ['xoxb', '-123456789012-A1b2C3d4'],
  ['npm', '_A1b2C3d4E5f6G7h8I9j0'],
  ['SG', '.A1b2C3d4E5f6G7h8I9j0'],
])('%s%s is a key wherever it stands', (beginning, rest) => {
  expect(redactText(`use ${beginning}${rest}, please`)).toBe('use REDACTED, please');
});

test.each(['npm_lifecycle_event_of_the_script', 'hf_model', 'SG.example', 'xai-models-are-listed-here'])(
  '%s is none',
  (text) => {
    expect(redactText(text)).toBe(text);
  },
);
