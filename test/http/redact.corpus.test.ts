import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArray, isObject, own, type Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { readHeaders } from '../../src/http/recorded-headers.js';
import { redactHeaders, redactJson, redactText, redactUrl } from '../../src/http/redact.js';

const DATA = '../shared/data';
const corpus = existsSync(DATA) ? describe : describe.skip;

/** What was replaced, and how often. */
type Replaced = Readonly<Record<string, number>>;

interface Found {
  /** Of the values: the last name and the text. */
  readonly values: Replaced;
  /** Of the same files as running texts: the line. */
  readonly lines: Replaced;
}

function replacedIn(folder: string): Found {
  const values = new Map<string, number>();
  const lines = new Map<string, number>();
  for (const file of readdirSync(join(DATA, folder), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.json')) continue;
    const text = readFileSync(join(DATA, folder, file), 'utf8');
    const value = readJson(file, text).value ?? null;
    compare('', value, redactJson(value, { redactions: 0 }), values);
    compareRequest(value, values);
    const before = text.split('\n');
    const after = redactText(`x ${text}`).slice(2).split('\n');
    before.forEach((line, at) => line !== after[at] && add(lines, line.trim().slice(0, 200)));
  }
  return { values: Object.fromEntries(values), lines: Object.fromEntries(lines) };
}

function add(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function compare(name: string, before: Json, after: Json, counts: Map<string, number>): void {
  if (isArray(before) && isArray(after)) before.forEach((item, at) => compare(name, item, after[at] ?? null, counts));
  else if (isObject(before) && isObject(after)) {
    for (const [key, field] of Object.entries(before)) compare(key, field, own(after, key) ?? null, counts);
  } else if (before !== after) add(counts, `${name}: ${String(before)}`);
}

/** Headers and URL as the reader of recordings looks at them. */
function compareRequest(value: Json, counts: Map<string, number>): void {
  const request = isObject(value) ? own(value, 'request') : undefined;
  if (!isObject(request)) return;
  const url = own(request, 'url');
  if (typeof url === 'string' && redactUrl(url, { redactions: 0 }) !== url) add(counts, `url: ${url}`);
  const headers = readHeaders(own(request, 'headers'), '', () => {});
  const redacted = redactHeaders(headers, { redactions: 0 });
  for (const name of Object.keys(headers)) if (headers[name] !== redacted[name]) add(counts, `header ${name}`);
}

corpus('every word of others that is replaced', () => {
  test.each<[string, Replaced]>([
    ['samples', {}],
    ['samples-handmade', {}],
    [
      'recorded-llama-server',
      {
        'authorization: Bearer test-key': 48,
        'authorization: Bearer wrong-key': 2,
        'authorization: Basic dTp0ZXN0LWtleQ==': 1,
        'api-key: test-key': 2,
        'api-key: wrong-key': 2,
        'header authorization': 51,
        'header api-key': 4,
      },
    ],
    ['connectors', { 'openPassword: 1234': 1, 'ownerPassword: 0000': 1 }],
    ['playbooks', { 'password: p': 1 }],
    ['arm', {}],
  ])('%s', (folder, values) => {
    const found = replacedIn(folder);
    expect(found.values).toEqual(values);
  });
});

corpus('long texts', () => {
  const run = 'a1'.repeat(6_000_000);
  test.each(['sk-', 'Bearer ', '-----BEGIN PRIVATE KEY-----', 'eyJ', '"password":"', '&sig=', '%41', 'x '])(
    '12 million characters behind %p',
    (beginning) => {
      expect(() => redactText(beginning + run)).not.toThrow();
    },
  );
});
