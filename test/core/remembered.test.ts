import { readdirSync, readFileSync } from 'node:fs';
import { forgotten, remembered } from '../../src/core/remembered.js';

test('what is remembered of an object is there until all is forgotten', () => {
  const [one, other] = [remembered<object, string>(), remembered<object, number>()];
  const [key, second] = [{}, {}];
  one.set(key, 'first');
  other.set(key, 1);
  one.set(second, 'second');
  expect([one.get(key), one.get(second), one.get({}), other.get(key), other.get(second)]).toEqual([
    'first',
    'second',
    undefined,
    1,
    undefined,
  ]);
  forgotten();
  expect([one.get(key), one.get(second), other.get(key)]).toEqual([undefined, undefined, undefined]);
  one.set(key, 'again');
  expect(one.get(key)).toBe('again');
});

/** What these keep for the whole run leads to no document: places in a text, and what is made of the shapes of the specification. */
const leadNowhere = ['src/openapi/as-written.ts', 'src/openapi/structure-read.ts'];

test('what a run finds out about documents is remembered so that it can be forgotten', () => {
  const folders = ['core', 'definition', 'designer', 'lint', 'openapi'].map((name) => `src/${name}`);
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const keeping = files.filter(
    (file) => file.endsWith('.ts') && /^(?:const|let) \w+ = new Weak/m.test(readFileSync(file, 'utf8')),
  );
  expect(keeping.sort()).toEqual(leadNowhere);
});
