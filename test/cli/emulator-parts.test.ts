import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAddress, writeAddress } from '../../src/cli/emulator/address-file.js';
import { loopbackTls } from '../../src/cli/emulator/certificate.js';
import { dice } from '../../src/cli/emulator/dice.js';
import { locked } from '../../src/cli/emulator/lock.js';
import { logLine } from '../../src/cli/emulator/log-line.js';
import { stateFileIn } from '../../src/cli/emulator/state-file.js';
import { realWorld } from '../../src/cli/real-world.js';
import { Fault } from '../../src/core/fault.js';
import type { JsonObject } from '../../src/core/json.js';
import { freshState } from '../../src/emulator/fresh.js';
import { onShelf, shelfOf } from '../../src/emulator/shelf.js';
import { memoryWorld } from './memory-world.js';

/** More than any system gives to a process. */
const NO_PROCESS = 999_999_999;

function faultOf(doing: () => unknown): readonly [code: string, message: string] {
  try {
    doing();
  } catch (error) {
    if (error instanceof Fault) return [error.code, error.message];
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the lock', () => {
  const world = realWorld(process.cwd());
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'emulator-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const lock = () => join(folder, 'lock');
  const seconds = (ago: number) => {
    const then = (Date.now() - ago * 1000) / 1000;
    utimesSync(lock(), then, then);
  };

  test('is held while something is done, and is gone afterwards, also where that throws', async () => {
    expect(await locked(world, lock(), () => readFileSync(lock(), 'utf8').split(' ')[0])).toBe(String(process.pid));
    const failing = locked(world, lock(), () => {
      throw new Error('as it may');
    });
    await expect(failing).rejects.toThrow('as it may');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<readonly [why: string, text: string, secondsAgo: number]>([
    ['its owner is gone', `${NO_PROCESS} token`, 0],
    ['its owner is too slow', `${process.pid} token`, 31],
    ['its owner ended before it filled it', '', 3],
    ['it is none of ours', '../../x y z', 3],
  ])('is taken over where %s', async (_why, text, ago) => {
    writeFileSync(lock(), text);
    seconds(ago);
    expect(await locked(world, lock(), () => readFileSync(lock(), 'utf8').split(' ')[0])).toBe(String(process.pid));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is taken over where who took it over before was killed in between', async () => {
    writeFileSync(lock(), `${NO_PROCESS} first`);
    writeFileSync(`${lock()}.first`, `${NO_PROCESS} second`);
    expect(await locked(world, lock(), () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each<readonly [why: string, text: string, secondsAgo: number]>([
    ['its owner is there', `${process.pid} token`, 29],
    ['its owner has not filled it yet', '', 1],
  ])('is waited for where %s', async (_why, text, ago) => {
    writeFileSync(lock(), text);
    seconds(ago);
    let waits = 0;
    const sleep = async () => {
      waits += 1;
      if (waits === 3) rmSync(lock());
    };
    expect(await locked({ ...world, sleep }, lock(), () => waits)).toBe(3);
  });

  test('is given up in the end', async () => {
    writeFileSync(lock(), `${process.pid} token`);
    const waiting = locked({ ...world, sleep: async () => undefined }, lock(), () => 0);
    await expect(waiting).rejects.toMatchObject({
      code: 'not-writable',
      message: expect.stringMatching(/another process\.$/),
    });
  });

  test('is none in a folder that is in memory only', async () => {
    expect(await locked(memoryWorld(), 'nowhere/lock', () => 1)).toBe(1);
  });
});

describe('the state file', () => {
  const FILE = '/home/s/state.json';

  test('is written where the state changed, whole, and read again where somebody else wrote it', () => {
    const world = memoryWorld();
    const [one, other] = [stateFileIn(world, 's'), stateFileIn(world, 's')];
    const fresh = one.read();
    expect(fresh).toEqual(freshState());
    expect(one.write(fresh)).toBe(true);
    expect(world.written).toEqual([]);
    const changed = { ...fresh, registrations: { 'a/b': 'NotRegistered' } };
    expect(one.write(changed)).toBe(true);
    expect(one.write(changed)).toBe(true);
    expect(world.written).toEqual([FILE]);
    expect(one.read()).toBe(changed);
    expect(other.read()).toEqual(changed);
    expect(other.write({ ...changed, registrations: {} })).toBe(true);
    expect(one.read().registrations).toEqual({});
  });

  test.each<readonly [content: string | { closed: true } | { huge: number }, code: string, message: string]>([
    ['{', 'not-readable', 's/state.json is not what the emulator wrote there.'],
    [
      '{"formatVersion":1,"settings":{},"groups":{},"registrations":{},"resources":{"a":{"definition":"../x","properties":{}}}}',
      'not-readable',
      's/state.json is not what the emulator wrote there.',
    ],
    ['{}', 'not-readable', 's/state.json is not what the emulator wrote there.'],
    ['', 'not-readable', 's/state.json is not what the emulator wrote there.'],
    [{ closed: true }, 'not-readable', 's/state.json cannot be read: permission denied.'],
    [{ huge: 99_999_999 }, 'not-readable', 's/state.json cannot be read: it has 99999999 bytes.'],
  ])('%j is a fault, and stays', (content, code, message) => {
    const world = memoryWorld({ files: { [FILE]: content } });
    expect(faultOf(() => stateFileIn(world, 's').read())).toEqual([code, message]);
    expect(world.files.get(FILE)).toEqual(content);
  });

  test('a definition stands beside it, once, as long as there is a connector that has it', () => {
    const world = memoryWorld();
    const [one, other] = [stateFileIn(world, 's'), stateFileIn(world, 's')];
    const fresh = one.read();
    const resource = (name: string, swagger: object) => {
      const properties = { kept: 1, swagger } as JsonObject;
      return [name, { id: name, type: 't', name, properties, created: '', changed: '' }] as const;
    };
    const names = () => [...world.files.keys()].map((path) => path.replace(/[\da-f]{64}/, '#')).toSorted();
    const two = {
      ...fresh,
      resources: shelfOf([resource('a', { x: 9223372036854775807n }), resource('b', { x: 9223372036854775807n })]),
    };
    expect(one.write(two)).toBe(true);
    expect(names()).toEqual(['/home/s/definitions/#.json', '/home/s/state.json']);
    const read = other.read();
    expect(read).toEqual(two);
    const swaggerOf = (name: string) => onShelf(read.resources, name)?.properties['swagger'];
    expect(swaggerOf('a')).toBe(swaggerOf('b'));
    expect(
      other.write({
        ...two,
        resources: shelfOf([resource('a', { x: 2 }), resource('b', { x: 9223372036854775807n })]),
      }),
    ).toBe(true);
    expect(names()).toEqual(['/home/s/definitions/#.json', '/home/s/definitions/#.json', '/home/s/state.json']);
    expect(other.write({ ...fresh, resources: shelfOf([resource('a', { x: 2 })]) })).toBe(true);
    expect(names()).toEqual(['/home/s/definitions/#.json', '/home/s/state.json']);
    expect(one.read().resources).toEqual(shelfOf([resource('a', { x: 2 })]));
    const [definition = ''] = [...world.files.keys()].filter((path) => path.includes('/definitions/'));
    world.files.delete(definition);
    expect(faultOf(() => stateFileIn(world, 's').read())).toEqual([
      'not-readable',
      `${definition.replace('/home/', '')} is missing, which the state of the emulator needs.`,
    ]);
  });

  describe('with a log', () => {
    const LOG = '/home/s/state.log';
    const resource = (name: string, swagger: object) => {
      const properties = { swagger } as JsonObject;
      return [name, { id: name, type: 't', name, properties, created: '', changed: '' }] as const;
    };

    test('what changes is written behind the rest, read by others, and put into the file in the end', () => {
      const world = memoryWorld();
      const disk = stateFileIn(world, 's');
      const first = { ...disk.read(), resources: shelfOf([resource('a', { x: 1 }), resource('b', { x: 1 })]) };
      expect([disk.append(first), disk.append(first)]).toEqual([true, true]);
      expect([world.files.has(FILE), String(world.files.get(LOG)).split('\n').length]).toEqual([false, 2]);
      expect(stateFileIn(world, 's').read()).toEqual(first);
      const second = { ...first, registrations: { 'a/b': 'x' }, resources: shelfOf([resource('b', { x: 2 })]) };
      expect(disk.append(second)).toBe(true);
      expect(stateFileIn(world, 's').read()).toEqual(second);
      world.append(LOG, '{"resources":{"c":{"id"'); // cut off: nobody was told of it
      expect(stateFileIn(world, 's').read()).toEqual(second);
      disk.compact();
      expect([world.files.has(FILE), world.files.has(LOG)]).toEqual([true, false]);
      expect([stateFileIn(world, 's').read(), disk.read()]).toEqual([second, second]);
    });

    test('who writes the whole file takes it along', () => {
      const world = memoryWorld();
      const disk = stateFileIn(world, 's');
      const first = { ...disk.read(), resources: shelfOf([resource('a', { x: 1 })]) };
      disk.append(first);
      const other = stateFileIn(world, 's');
      const second = { ...other.read(), registrations: { 'a/b': 'x' } };
      other.write(second);
      expect([world.files.has(LOG), stateFileIn(world, 's').read()]).toEqual([false, second]);
    });

    test('a long log becomes part of the file', () => {
      const world = memoryWorld();
      const disk = stateFileIn(world, 's');
      const fresh = disk.read();
      for (const letter of ['a', 'b', 'c', 'd', 'e'])
        disk.append({ ...fresh, registrations: { a: letter.repeat(1024 * 1024) } });
      expect([world.files.has(FILE), world.files.has(LOG)]).toEqual([true, true]);
      expect(stateFileIn(world, 's').read().registrations['a']?.charAt(0)).toBe('e');
    });
  });

  test('what could not be read again is not written', () => {
    const world = memoryWorld();
    const disk = stateFileIn(world, 's');
    const fresh = disk.read();
    expect(disk.write({ ...fresh, registrations: { a: 'x'.repeat(33 * 1024 * 1024) } })).toBe(false);
    expect(world.written).toEqual([]);
  });

  test('a folder that cannot be written is a fault', () => {
    const disk = stateFileIn(memoryWorld({ readOnly: ['s'] }), 's');
    const fresh = disk.read();
    const write = () => disk.write({ ...fresh, registrations: { a: 'b' } });
    expect(faultOf(write)).toEqual(['not-writable', 's/state.json cannot be written: permission denied.']);
  });
});

describe('the address file', () => {
  const address = {
    arm: 'http://127.0.0.1:1',
    gateway: 'http://127.0.0.1:1/apim',
    tls: { url: 'https://127.0.0.1:2', certificate: '/home/s/certificate.pem' },
    pid: 7,
    instance: 'i',
  };
  const text = (more: object) => JSON.stringify({ formatVersion: 1, ...address, ...more });

  test('is read as it was written', () => {
    const world = memoryWorld();
    writeAddress(world, 's', address);
    expect(readAddress(world, 's')?.address).toEqual(address);
  });

  test.each([
    '',
    '[]',
    text({ arm: 'http://example.com:1' }),
    text({ arm: 'http://127.0.0.1:1@example.com' }),
    text({ gateway: 'https://127.0.0.1' }),
    text({ tls: { url: 'https://127.0.0.1:2' } }),
    text({ tls: null }),
    text({ pid: '7' }),
    text({ instance: undefined }),
  ])('%s is none', (content) => {
    const world = memoryWorld({ files: { 's/address.json': content } });
    expect(readAddress(world, 's')).toEqual({ text: content, address: undefined });
  });
});

test('the certificate is for loopback, by an authority that signed nothing else', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  const [one, other] = [loopbackTls(now), loopbackTls(now)];
  const [authority, cert] = [new X509Certificate(one.authority), new X509Certificate(one.cert)];
  expect([authority.ca, cert.ca, cert.checkIssued(authority), cert.verify(authority.publicKey)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect([cert.subject, cert.subjectAltName]).toEqual(['CN=localhost', 'DNS:localhost, IP Address:127.0.0.1']);
  expect([cert.validFrom, cert.validTo]).toEqual(['Nov 21 12:00:00 2026 GMT', 'Nov 22 12:00:00 2027 GMT']);
  expect(cert.verify(new X509Certificate(other.authority).publicKey)).toBe(false);
});

test('the same seed gives the same troubles', () => {
  const thrown = (seed: number, share: number) => {
    const next = dice({ seed, share });
    return Array.from({ length: 24 }, () => next() ?? '-').join(' ');
  };
  expect(thrown(7, 0.5)).toBe(
    'busy - - error - error - unavailable cut before hang hang error unavailable - hang - - - - unavailable busy half page hang',
  );
  expect(thrown(8, 0.5)).not.toBe(thrown(7, 0.5));
  expect(thrown(7, 0)).toBe(Array.from({ length: 24 }, () => '-').join(' '));
  const next = dice({ seed: 1, share: 1 });
  const counts = new Map<string, number>();
  for (let at = 0; at < 8000; at += 1) {
    const trouble = next() ?? '-';
    counts.set(trouble, (counts.get(trouble) ?? 0) + 1);
  }
  expect([...counts.keys()].toSorted()).toEqual(
    ['busy', 'cut after', 'cut before', 'error', 'half', 'hang', 'page', 'unavailable'].toSorted(),
  );
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test.each<readonly [url: string, what: string | number, wrong: string | undefined, line: string]>([
  ['/a/b?sig=secret&code=secret', 200, undefined, 'GET /a/b 200 (3 ms)'],
  ['http://user:secret@h/a', 200, undefined, 'GET /a 200 (3 ms)'],
  ['/a#secret', 200, 'half', 'GET /a 200, fault: half (3 ms)'],
  ['/\u001b[31m/\u00e9', 'not carried out', 'busy', 'GET /?[31m/? not carried out, fault: busy (3 ms)'],
  [`/${'x'.repeat(300)}`, 404, undefined, `GET /${'x'.repeat(199)} 404 (3 ms)`],
])('the log line of %j', (url, what, wrong, line) => {
  expect(logLine({ method: 'GET', url, headers: {} }, { what, wrong, milliseconds: 3 })).toBe(line);
});
