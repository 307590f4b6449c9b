import type { Tags } from '../../azure/tags.js';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';

/** The tags that `--tags NAME=VALUE...` gives. Throws a `Fault` for one without a name, and one given twice. */
export function givenTags(given: readonly string[]): Tags {
  const tags = new Map<string, string>();
  for (const one of given) {
    const at = one.indexOf('=');
    const name = one.slice(0, at);
    const known = [...tags.keys()].some((other) => other.toLowerCase() === name.toLowerCase());
    if (at > 0 && !known) tags.set(name, one.slice(at + 1));
    else {
      const why = known ? `names the tag ${shorten(name)} again` : 'is no NAME=VALUE';
      throw new Fault('called-wrongly', `${shorten(one)} ${why}.`, { help: 'Give --tags owner=soc cost=42.' });
    }
  }
  return Object.fromEntries(tags);
}
