import { redactText, redactUrl } from '../../src/http/redact.js';

describe('hostile texts take linear time', () => {
  const LENGTH = 300_000;
  test.each([
    'sk-',
    'sk-a-',
    'eyJ',
    'eyJabcdefgh.',
    'Bearer ',
    'Bearer a.',
    'ghp_',
    'AKIA',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY',
    'PRIVATE KEY-',
    'AJQQJ9',
    'sig=',
    '&sig=a',
    '://',
    '://a:',
    '://a@',
    'key=',
    ';api-key=',
    '&password',
    '"key":',
    '"api_key":"',
    '\\"password\\":\\',
    'key"\'\\',
    'authorization: ',
    'authorization"=',
    'a',
    '\\',
    '"',
    ' ',
    '-',
    '_',
    '=',
    '@',
    '0123456789abcdef',
  ])('%p over and over', (piece) => {
    const hint = 'sk-abcdefghij0123456789 PRIVATE KEY key=';
    const text = piece.repeat(LENGTH / piece.length);
    const start = performance.now();
    redactText(`${text}${hint}`);
    redactText(`${hint}${text}`);
    redactUrl(text, { redactions: 0 });
    expect(performance.now() - start).toBeLessThan(1500);
  });

  test('a run of 20 million characters after each beginning', () => {
    const run = 'a1'.repeat(10_000_000);
    for (const beginning of ['sk-', 'Bearer ', '-----BEGIN PRIVATE KEY-----', 'eyJ', '"password":"', '&sig=']) {
      expect(() => redactText(beginning + run)).not.toThrow();
    }
  });
});
