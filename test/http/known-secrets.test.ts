import { Secret } from '../../src/core/secret.js';
import { hider } from '../../src/http/known-secrets.js';

const KEY = 'kp-"x"/77 aé';
const bytes = Buffer.from(KEY);

describe('a known secret is replaced', () => {
  test.each([
    ['as it is', `a ${KEY} b`, 'a REDACTED b'],
    ['in another case', KEY.toUpperCase(), 'REDACTED'],
    ['in JSON', JSON.stringify({ k: KEY }), '{"k":"REDACTED"}'],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(KEY)), String.raw`"\"REDACTED\""`],
    ['in an address', `?k=${encodeURIComponent(KEY)}&b`, '?k=REDACTED&b'],
    ['in an address, escapes in lower case', `?k=${encodeURIComponent(KEY).toLowerCase()}&b`, '?k=REDACTED&b'],
    ['in hexadecimal digits', `0x${bytes.toString('hex')}.`, '0xREDACTED.'],
    ['in base64', `<${bytes.toString('base64')}>`, '<REDACTED>'],
    ['in the alphabet of addresses', `<${bytes.toString('base64url')}>`, '<REDACTED>'],
    ['one byte into base64', Buffer.from(`a${KEY}`).toString('base64'), 'YWREDACTEDk='],
    ['two bytes into base64', Buffer.from(`ab${KEY}`).toString('base64'), 'YWJREDACTED'],
    ['more than once', `${KEY}${KEY}`, 'REDACTEDREDACTED'],
    ['and nothing else', 'kp-77', 'kp-77'],
  ])('%s', (_, text, want) => {
    expect(hider([new Secret(KEY)]).text(text)).toBe(want);
  });

  test('in texts, names and numbers of JSON; each is counted', () => {
    const tally = { redactions: 0 };
    const hide = hider([new Secret('12345')], tally);
    const value = { a: ['x12345'], '12345': 12345, b: 1234, c: null, d: 1234567n };
    expect([hide.json(value), tally]).toEqual([
      { a: ['xREDACTED'], REDACTED: 'REDACTED', b: 1234, c: null, d: 'REDACTED67' },
      { redactions: 4 },
    ]);
  });

  test('the longest first', () => {
    expect(hider([new Secret('abcdef'), new Secret('Bearer abcdef')]).text('Bearer abcdef')).toBe('REDACTED');
  });

  test('but not where it is too short to be one, or there is none', () => {
    expect([hider([new Secret('abc')]).text('abc'), hider([]).text('abc')]).toEqual(['abc', 'abc']);
  });
});
