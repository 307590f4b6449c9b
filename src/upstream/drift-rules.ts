import type { Rule } from '../core/rule.js';

const measured = 'Counted over the recordings; 1,384 recorded answers of two services show each of these';

/** The service sends what its specification does not have. */
export const propertyUnknown: Rule<string> = {
  code: 'drift-property-unknown',
  severity: 'warning',
  summary: 'Every property that the service sends is in the surface of its version.',
  why: 'A playbook cannot pick what the connector does not declare, and nobody knows what it means.',
  source: measured,
  examples: {
    bad: ['{ "id": 7, "mood": "calm" }, where the surface has id only.'],
    good: ['{ "id": 7 }, where the surface has id only.'],
  },
};

/** The specification requires what the service never sends. */
export const requiredNeverSent: Rule<string> = {
  code: 'drift-required-never-sent',
  severity: 'warning',
  summary: 'A property that the surface requires of an answer is in a recorded one.',
  why: 'A playbook that relies on it fails in each of its runs.',
  source: measured,
  examples: {
    bad: ['{ "id": 7 } twice, where the surface requires id and mood.'],
    good: ['{ "id": 7, "mood": "calm" }'],
  },
};

/** The specification requires what the service sends sometimes. */
export const requiredNotAlways: Rule<string> = {
  code: 'drift-required-not-always',
  severity: 'note',
  summary: 'A property that the surface requires of an answer is in every recorded one.',
  why: 'A playbook that relies on it fails in some of its runs.',
  source: measured,
  examples: {
    bad: ['{ "id": 7, "mood": "calm" } and { "id": 8 }, where the surface requires mood.'],
    good: ['{ "id": 7, "mood": "calm" } and { "id": 8, "mood": "" }'],
  },
};

/** The service sends null where its specification does not allow it. */
export const nullUnknown: Rule<string> = {
  code: 'drift-null-unknown',
  severity: 'note',
  summary: 'A value that the service sends is null only where the surface allows it.',
  why: 'An expression that takes the value for a text fails on null.',
  source: measured,
  examples: {
    bad: ['{ "mood": null }, where the surface has mood as a text.'],
    good: ['{ "mood": null }, where the surface has mood as a text or null.'],
  },
};

/** What recordings show against a surface. */
export const driftRules: readonly Rule<string>[] = [propertyUnknown, requiredNeverSent, requiredNotAlways, nullUnknown];
