import { decodeText } from '../../src/core/text.js';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each(['', '{"a": "é😀"}', '\uFEFF{}', '\uFFFD', 'GIF8 is a text'])('%j is text', (text) => {
  expect(decodeText('a.json', new TextEncoder().encode(text))).toEqual({ text });
});

test.each<[string, string, number, number]>([
  ['\xff\xfe{\0}\0', 'UTF-16 text', 1, 1],
  ['\xfe\xff\0{\0}', 'UTF-16 text', 1, 1],
  ['\xff\xfe\0\0{\0\0\0', 'UTF-32 text', 1, 1],
  ['{\0}\0', 'UTF-16 text without a byte-order mark', 1, 2],
  ['\0{\0}', 'UTF-16 text without a byte-order mark', 1, 1],
  ['PK\x03\x04\x14\0', 'a ZIP archive', 1, 6],
  ['\x1f\x8b\x08\0', 'gzip data', 1, 2],
  ['\x89PNG\r\n\x1a\n', 'a PNG image', 1, 1],
  ['{"a":\n "Caf\xe9"}', 'text in another encoding, such as Windows-1252', 2, 6],
  ['{"a": "\xed\xa0\x80"}', 'text in another encoding, such as Windows-1252', 1, 8],
  ['{"a": "\xc0\xaf"}', 'text in another encoding, such as Windows-1252', 1, 8],
  ['abc\0\x01', 'binary data', 1, 4],
  ['\x01\x02\xff', 'binary data', 1, 3],
])('%j is none', (content, kind, line, column) => {
  expect(decodeText('a.json', bytes(content))).toEqual({
    finding: {
      code: 'text-not-utf8',
      severity: 'error',
      message: `The file seems to be ${kind}, expected text in UTF-8.`,
      file: 'a.json',
      pointer: '',
      line,
      column,
    },
  });
});
