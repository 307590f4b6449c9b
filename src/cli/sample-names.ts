import { basename, extname } from 'node:path/posix';

/** Longer names are cut, so that every file system takes them. */
const LONGEST = 120;

/**
 * Gives each imported exchange a file name of its own: the recording's name, with the number of the exchange where it holds several.
 * Names that differ only in case count as equal, because some file systems hold them so. The same calls give the same names.
 */
export function namesOf(): (file: string, sample: string) => string {
  const taken = new Set<string>();
  return (file, sample) => {
    const number = sample.startsWith(file) ? sample.slice(file.length) : '';
    const stem = (basename(file, extname(file)) + number).replaceAll(/[^\w.-]+/g, '-').slice(0, LONGEST) || 'sample';
    let name = stem;
    for (let more = 2; taken.has(name.toLowerCase()); more += 1) name = `${stem}-${more}`;
    taken.add(name.toLowerCase());
    return `${name}.json`;
  };
}
