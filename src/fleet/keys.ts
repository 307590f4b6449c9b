import { finding, type Finding } from '../core/finding.js';
import type { JsonObject } from '../core/json.js';
import { didYouMean } from '../core/nearest.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { fleetRules } from './rules.js';

/** The keys of a mapping that nobody reads. What stands below them is not shown: it may be a key of another kind. */
export function unknownKeys(
  object: JsonObject,
  { at, known }: { readonly at: string; readonly known: readonly string[] },
): readonly Finding[] {
  return Object.keys(object)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const message = `${shorten(key)} is no key ${placeOf(at)}, expected ${expected(known)}.${didYouMean(key, known)}`;
      return finding(fleetRules.keyUnknown, { pointer: child(at, key), message });
    });
}

function placeOf(at: string): string {
  if (at === '') return 'of a fleet file';
  if (at === '/defaults') return 'of the defaults';
  return at.endsWith('/key') ? 'of the place of a key' : 'of a target';
}

/** Of a long list a reader wants the near ones, which are named behind it. */
function expected(known: readonly string[]): string {
  return known.length <= 4 ? known.join(', ') : `one of ${known.length} others`;
}
