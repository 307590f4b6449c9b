import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';

/** The names that `--flag [KEY=]NAME...` gives, by key; `''` where none is said. Throws a `Fault` for a key that is given twice. */
export function givenPairs(flag: string, words: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    const key = word.slice(0, Math.max(at, 0));
    const name = word.slice(at + 1);
    if (name !== '' && !pairs.has(key)) pairs.set(key, name);
    else {
      const why = name === '' ? 'names nothing' : 'is one too many for the same connection';
      const help = `Give ${flag} NAME, or ${flag} KEY=NAME for each of several.`;
      throw new Fault('called-wrongly', `${flag} ${shorten(word)} ${why}.`, { help });
    }
  }
  return pairs;
}
