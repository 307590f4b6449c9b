import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { realWorld } from '../../src/cli/real-world.js';

const root = resolve('.');
const world = realWorld(`${root}/`);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-kit-'));
  writeFileSync(join(folder, 'a.json'), '{}');
  mkdirSync(join(folder, 'sub'));
  symlinkSync('sub', join(folder, 'link'));
  symlinkSync('loop', join(folder, 'loop'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
});
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

test('the package', () => {
  expect([world.packageRoot, world.version()]).toEqual([
    root,
    JSON.parse(readFileSync('package.json', 'utf8')).version,
  ]);
});

test('paths as they are printed', () => {
  expect(['.', 'src/../test/', '..', `${root}/a b`].map(world.shown)).toEqual(['.', 'test', '..', 'a b']);
});

test.each<[string, string, object?]>([
  ['a.json', 'file', { bytes: 2 }],
  ['sub', 'folder'],
  ['link', 'folder'],
  ['pipe', 'other'],
])('what stands at %s', (name, kind, size = {}) => {
  expect(world.stat(at(name))).toEqual({ kind, identity: expect.stringMatching(/^\d+:\d+$/), ...size });
});

test('a link has the identity of what it leads to', () => {
  expect(world.stat(at('link'))).toEqual(world.stat(at('sub')));
});

test('where nothing stands', () => {
  expect(['none', 'a.json/none', 'none/none'].map((name) => world.stat(at(name)))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(world.stat(at('loop'))).toEqual({ refused: 'its links lead in a circle' });
});

test.each([
  ['none', { refused: 'it does not exist' }],
  ['sub', { refused: 'it is a folder' }],
  ['pipe', { refused: 'it is a device or a pipe, not a file' }],
  ['a.json', { bytes: 2 }],
])('reading %s is refused', (name, want) => {
  expect(world.read(at(name), 1)).toEqual(want);
});

test('a file is read up to the size that is asked for', () => {
  expect(world.read(at('a.json'), 2)).toEqual(Buffer.from('{}'));
});

test('a folder has its entries', () => {
  const entries = world.list(folder);
  expect(Array.isArray(entries) && entries.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
    'a.json file',
    'link link',
    'loop link',
    'pipe other',
    'sub folder',
  ]);
  expect(world.list(at('a.json'))).toEqual({ refused: 'a part of its path is a file' });
});

test('a file is written whole, with the folders above it, or not at all', () => {
  expect(world.write(at('new/deep/b.json'), 'b')).toBeUndefined();
  expect(readFileSync(at('new/deep/b.json'), 'utf8')).toBe('b');
  expect(world.write(at('a.json/b.json'), 'b')).toEqual({ refused: 'a part of its path is a file' });
  mkdirSync(at('new/taken'));
  expect(world.write(at('new/taken'), 'b')).toEqual({ refused: 'it is a folder' });
  expect([readdirSync(at('new')).sort(), readdirSync(at('new/deep'))]).toEqual([['deep', 'taken'], ['b.json']]);
});

test('what a link leads to is written, the link stays, and so do permissions', () => {
  mkdirSync(at('linked'));
  writeFileSync(at('linked/real.json'), '{}');
  chmodSync(at('linked/real.json'), 0o640);
  symlinkSync('linked/real.json', at('linked.json'));
  expect(world.write(at('linked.json'), 'b')).toBeUndefined();
  expect(lstatSync(at('linked.json')).isSymbolicLink()).toBe(true);
  expect([readFileSync(at('linked/real.json'), 'utf8'), statSync(at('linked/real.json')).mode & 0o777]).toEqual([
    'b',
    0o640,
  ]);
  expect(readdirSync(at('linked'))).toEqual(['real.json']);
  expect(world.write(at('loop'), 'b')).toEqual({ refused: 'its links lead in a circle' });
});

test('a folder that cannot be made is refused, and does not take for ever', () => {
  // on a system without /proc only root could make it
  const nowhere = process.platform === 'linux' ? '/proc/connector-kit/a' : at('a.json/a');
  expect(world.write(`${nowhere}/b.json`, 'b')).toEqual({
    refused: process.platform === 'linux' ? 'it does not exist' : 'a part of its path is a file',
  });
});
