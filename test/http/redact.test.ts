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
    ['JSON in a string', { arguments: '{"access_token": "k"}' }, { arguments: '{"access_token": "REDACTED"}' }, 1],
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
    [{ password: 12345, api_key: null, authorization: '' }],
    [[null, true, 1, 2n ** 60n, 'text', []]],
  ])('%p stays', (value) => {
    const tally = { redactions: 0 };
    expect(redactJson(value, tally)).toEqual(value);
    expect(tally.redactions).toBe(0);
  });

  test('what holds no secret is not copied', () => {
    const body = { messages: [{ role: 'user', content: 'hello' }] };
    const headers = { 'content-type': 'application/json', 'x-request-id': HEX };
    expect(redactJson(body, { redactions: 0 })).toBe(body);
    expect(redactHeaders(headers, { redactions: 0 })).toBe(headers);
  });
});

test.each([
  'gsk_A1b2C3d4E5f6G7h8I9j0',
  'xai-A1b2C3d4E5f6G7h8I9j0',
  'hf_A1b2C3d4E5f6G7h8I9j0',
  'AIzaSyA1b2C3d4E5f6G7h8I9j0',
  'glpat-A1b2C3d4E5f6G7h8I9j0',
  'xoxb-123456789012-A1b2C3d4',
  'npm_A1b2C3d4E5f6G7h8I9j0',
  'SG.A1b2C3d4E5f6G7h8I9j0',
])('%s is a key wherever it stands', (key) => {
  expect(redactText(`use ${key}, please`)).toBe('use REDACTED, please');
});

test.each(['npm_lifecycle_event_of_the_script', 'hf_model', 'SG.example', 'xai-models-are-listed-here'])(
  '%s is none',
  (text) => {
    expect(redactText(text)).toBe(text);
  },
);
