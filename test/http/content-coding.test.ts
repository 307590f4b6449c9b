import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decodeContent } from '../../src/http/content-coding.js';

const text = '{ "größe": 1 }';
const plain = Buffer.from(text);

test.each<[string, Uint8Array, string | undefined]>([
  ['no coding', plain, undefined],
  ['an empty header', plain, ''],
  ['identity', plain, 'identity'],
  ['gzip', gzipSync(plain), 'gzip'],
  ['x-gzip in capitals', gzipSync(plain), 'X-GZIP'],
  ['deflate', deflateSync(plain), 'deflate'],
  ['deflate without the frame of zlib', deflateRawSync(plain), 'deflate'],
  ['br', brotliCompressSync(plain), 'br'],
  ['two codings, undone from the last', brotliCompressSync(gzipSync(plain)), 'gzip, br'],
  ['a recorder that has undone it and kept the header', plain, 'gzip'],
])('%s', (_name, bytes, header) => {
  expect(decodeContent(bytes, header)).toEqual({ text });
});

const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));

test.each<[string, Uint8Array, string | undefined, string]>([
  ['a coding that is not known', plain, 'zstd', 'It is in the coding "zstd", which is not known.'],
  ['a name that every object has', plain, 'constructor', 'It is in the coding "constructor", which is not known.'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), undefined, 'It is binary.'],
  ['a few bytes that become very many', bomb, 'gzip', 'Decompressed it is larger than 33554432 bytes.'],
])('%s', (_name, bytes, header, problem) => {
  expect(decodeContent(bytes, header)).toEqual({ problem });
});
