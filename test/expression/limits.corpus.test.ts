import { existsSync } from 'node:fs';
import { evaluate } from '../../src/expression/evaluate.js';
import { plainContext } from '../../src/expression/plain-context.js';

/** Long, so it runs where the checks of the corpus run; it needs nothing of them. */
const corpus = existsSync('../shared/data') ? describe : describe.skip;

const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
const items = Array.from({ length: 200_000 }, (_, index) => ({ n: index % 1000, s: `k${index}` }));
let deep: unknown[] = [1];
for (let level = 0; level < 150; level++) deep = [deep, deep];
const xml = `<a>${'<b c="d">x</b>'.repeat(50_000)}</a>`;
const document = JSON.parse(
  JSON.stringify({ variables: { x: 'x'.repeat(1_000_000), y: '%41'.repeat(300_000), wide, items, xml } }),
);
const context = plainContext(
  { ...document, variables: { ...document.variables, deep } },
  { now: () => '2026-01-15T10:30:00Z', random: () => 0.5 },
);

const of = (name: string) => `variables('${name}')`;
const many = (call: string, count: number) => Array.from({ length: count }, () => call).join();
const nested = (levels: number, around: (inner: string) => string, inner: string): string =>
  levels === 0 ? inner : around(nested(levels - 1, around, inner));

corpus('what would take all time and memory is ended', () => {
  test.each([
    ['texts that double', nested(12, (inner) => `concat(${inner},${inner})`, of('x'))],
    ['texts that grow', nested(20, (inner) => `replace(${inner},'x','xxxxxxxxxx')`, of('x'))],
    ['escapes of escapes', nested(60, (inner) => `uriComponent(${inner})`, of('y'))],
    ['copies of texts', `createArray(${many(`toLower(${of('x')})`, 3000)})`],
    ['lists of lists', `createArray(${many('range(0,100000)', 5000)})`],
    ['a list in a list', `createArray(${many(of('items'), 3000)})`],
    ['its text', `string(createArray(${many(of('items'), 3000)}))`],
    ['comparing', `createArray(${many(`contains(${of('items')}, json('{"n":1}'))`, 2000)})`],
    ['looking for keys', `createArray(${many(`${of('wide')}?['none']`, 4000)})`],
    ['copies of objects', nested(95, (inner) => `setProperty(${inner},'a',1)`, of('wide'))],
    ['a value that shares its parts', `string(${of('deep')})`],
    ['paths that lead far', `xpath(xml(${of('xml')}), 'count(//b/following::b)')`],
    ['paths in paths', `xpath(xml(${of('xml')}), 'count(//b[count(preceding-sibling::b) > 3])')`],
  ])('%s', (_name, text) => {
    const begin = process.cpuUsage().user;
    const result = evaluate(`@${text}`, context);
    expect([result.ok, 'error' in result && result.error.code]).toEqual([false, 'LimitExceeded']);
    expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(30);
  });
});
