import { existsSync, readFileSync } from 'node:fs';
import { emulatorReference } from '../../src/emulator/reference.js';
import { routes } from '../../src/emulator/routes.js';

/** To make it anew: `npx jiti scripts/rule-reference.ts`. */
test('docs/emulator.md is what the routes and refusals say', () => {
  expect(existsSync('docs/emulator.md') && readFileSync('docs/emulator.md', 'utf8')).toBe(emulatorReference());
});

test('no two routes have the same method and path', () => {
  const all = routes.map(({ method, path }) => `${method} ${path}`.toLowerCase());
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
});
