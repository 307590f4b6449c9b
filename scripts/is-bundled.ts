import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether dist/ is newer than all that it is made of: in a fresh clone, npm ci has just made it. */
export function isBundled(): boolean {
  const made = statSync('dist/index.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'connector', 'playbooks', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|tsconfig\.json)$/.test(file) && !file.includes('node_modules'))
      .map((file) => join(folder, file)),
  );
  return ['package-lock.json', 'package.json', 'tsconfig.json', ...sources].every(
    (file) => statSync(file).mtimeMs < made,
  );
}
