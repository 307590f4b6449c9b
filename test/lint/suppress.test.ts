import type { Finding } from '../../src/core/finding.js';
import type { Json } from '../../src/core/json.js';
import { suppressionsIn } from '../../src/lint/suppress-read.js';
import { suppressRules } from '../../src/lint/suppress-rules.js';
import { unusedFindings, withoutSuppressed } from '../../src/lint/suppress.js';

const entry = (more: object = {}) => ({ code: 'a-code', reason: 'It is known.', ...more });
const ignore = (...list: Json[]): Json => ({ 'x-connector-kit-ignore': list });

test('a suppression is about the object that it stands in, or the pointer that it names', () => {
  const definition = {
    ...(ignore(entry()) as object),
    paths: { '/a': [ignore(entry(), entry({ pointer: '/info' }))] },
  };
  const { entries, findings } = suppressionsIn(definition);
  expect(findings).toEqual([]);
  const at = '/paths/~1a/0';
  expect(entries).toEqual([
    { code: 'a-code', pointer: '', file: undefined, at: '/x-connector-kit-ignore/0' },
    { code: 'a-code', pointer: at, file: undefined, at: `${at}/x-connector-kit-ignore/0` },
    { code: 'a-code', pointer: '/info', file: undefined, at: `${at}/x-connector-kit-ignore/1` },
  ]);
});

test.each<[Json, readonly [string, string]]>([
  [{ 'x-connector-kit-ignore': 'a-code' }, ['', 'The suppressions are "a-code", expected a list.']],
  [ignore('a-code'), ['/0', 'The suppression is "a-code", expected an object with "code" and "reason".']],
  [ignore({ reason: 'x' }), ['/0', 'The suppression has no "code", expected that of the findings that it is about.']],
  [
    ignore(entry(), { code: 'b' }),
    ['/1', 'The suppression of "b" has no "reason", expected why its findings are none.'],
  ],
  [
    ignore(entry({ reason: ' ' })),
    ['/0', 'The suppression of "a-code" has no "reason", expected why its findings are none.'],
  ],
  [
    ignore(entry({ ponter: '' })),
    ['/0', '"ponter" is no key of a suppression, expected code, reason, pointer. Did you mean "pointer"?'],
  ],
  [ignore(entry({ pointer: 1 })), ['/0', 'The pointer of the suppression is 1, expected a text.']],
  [
    ignore(entry({ pointer: 'paths' })),
    ['/0', 'The pointer of the suppression is "paths", expected one that begins with "/".'],
  ],
])('%j is not followed', (definition, [pointer, message]) => {
  const { entries, findings } = suppressionsIn(definition);
  const { code, severity } = suppressRules.suppressionInvalid;
  const told = findings.map((found) => [found.code, found.severity, found.pointer, found.message]);
  expect(told).toEqual([[code, severity, `/x-connector-kit-ignore${pointer}`, message]]);
  expect(entries.length).toBe(JSON.stringify(definition).includes('"b"') ? 1 : 0);
});

const found = (code: string, pointer: string): Finding => ({ code, severity: 'note', message: '', pointer });
const suppression = (pointer: string) => ({ code: 'a', pointer, file: undefined, at: '/x' });

test.each<[string, readonly string[]]>([
  ['', []],
  ['/a', ['/ab']],
  ['/a/b', ['/a', '/ab']],
  ['/c', ['/a', '/a/b', '/ab']],
])('at %j and below, findings of that code are none', (pointer, left) => {
  const findings = [found('a', '/a'), found('a', '/a/b'), found('a', '/ab'), found('b', '/a')];
  const one = suppression(pointer);
  const used = new Set<typeof one>();
  const kept = withoutSuppressed(findings, [one], { used, isAbout: () => true });
  expect(kept.map(({ code, pointer: at }) => (code === 'a' ? at : code))).toEqual([...left, 'b']);
  expect([...used]).toEqual(left.length === 3 ? [] : [one]);
  expect(withoutSuppressed(findings, [one], { used, isAbout: () => false })).toEqual(findings);
});

test('one that matched nothing is told of', () => {
  const unused = [suppression(''), { ...suppression(''), code: 'wrong-tpe' }];
  expect(unusedFindings(unused, new Set(['a', 'wrong-type']))).toEqual([
    {
      code: 'suppression-unused',
      severity: 'warning',
      pointer: '/x',
      message: 'The suppression of "a" matches no finding.',
    },
    {
      code: 'suppression-invalid',
      severity: 'warning',
      pointer: '/x',
      message: '"wrong-tpe" is no finding code. Did you mean "wrong-type"?',
    },
  ]);
});

test('ten thousand suppressions of ten thousand findings take little time', () => {
  const pointers = Array.from({ length: 10_000 }, (_, index) => `/a/${index}`);
  const findings = pointers.map((pointer) => found('a', `${pointer}/b/c/d`));
  const suppressions = [...pointers, ...pointers.fill('', 5_000)].map(suppression);
  const used = new Set<(typeof suppressions)[number]>();
  const begun = performance.now();
  const kept = withoutSuppressed(findings, suppressions, { used, isAbout: () => true });
  expect([kept, used.size, performance.now() - begun < 1000]).toEqual([[], 10_001, true]);
});
