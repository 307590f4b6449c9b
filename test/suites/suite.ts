import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tests of some folders as one: `npm test` runs these, because Jest makes a world of its own for each file that it is given, and loads all
 * that is imported once more there. Each of the files can still be run alone.
 */
export function suite(...folders: readonly string[]): void {
  for (const folder of folders) {
    const place = join(__dirname, '..', folder);
    const files = readdirSync(place).filter((file) => /(?<!\.corpus)\.test\.ts$/.test(file));
    for (const file of files.toSorted()) {
      describe(`${folder}/${file}`, () => {
        require(join(place, file)); // here, so that it counts to this block
      });
    }
  }
}
