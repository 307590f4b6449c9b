import type { Finding } from '../../core/finding.js';
import { mismatchRules } from '../rules.js';

/** The places in a body at which it gives a finding. */
export interface Blocked {
  /** Whether there is a finding at just this place, by its pointer in the body. */
  has(pointer: string): boolean;
  /** Whether there is one at a place, or above it. */
  covers(pointer: string): boolean;
}

/** Where the body that stands at `at` in a recording gives a finding; undefined where nowhere. What the definition alone is to blame for blocks nothing. */
export function blockedIn(findings: readonly Finding[], at: string): Blocked | undefined {
  const places = new Set<string>();
  for (const { code, pointer } of findings) {
    if (code === mismatchRules['unreadable-schema'].code) continue;
    if (pointer === at || pointer.startsWith(`${at}/`)) places.add(pointer.slice(at.length));
  }
  if (places.size === 0) return undefined;
  return {
    has: (pointer) => places.has(pointer),
    covers(pointer) {
      for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
        if (places.has(place)) return true;
        if (place === '') return false;
      }
    },
  };
}
