import { existsSync } from 'node:fs';
import { wrongInImport } from './planted-check.js';
import { keepers } from './planted-formats.js';
import { planted } from './planted.js';

/** It takes long, and needs nothing of what lies there. */
const corpus = existsSync('../shared/data') ? describe : describe.skip;

corpus('every kind of secret at every place of every format', () => {
  test.each(keepers)('$format', async (keeper) => {
    expect(await wrongInImport(keeper, planted)).toEqual([]);
  });
});
