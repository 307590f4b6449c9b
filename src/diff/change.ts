import type { Finding } from '../core/finding.js';
import type { Bump, Direction, Effect } from './impact.js';
import type { Concerns } from './rule.js';

/** One difference between two versions of a connector: a finding at its place in the new version, or in the old one for what is gone. */
export interface Change extends Finding {
  readonly effect: Effect;
  readonly direction: Direction;
  /** Whether playbooks that exist break. */
  readonly breaking: boolean;
  readonly bump: Exclude<Bump, 'none'>;
  /** What it is about, e.g. `the output "choices[*].text"`. */
  readonly subject: string;
  /** All operations that it reaches, as `operation` names them, at most 256; absent where it is about none. */
  readonly operations?: readonly string[];
  /** What to do instead, on the first breaking change of an operation. */
  readonly help?: string;
  /** What a playbook has to touch for the change to concern it. */
  readonly hits: readonly Hit[];
}

/** A call that a change concerns: one of the operation, and, where a part of it is named, of that part. */
export interface Hit {
  /** In lower case. Undefined together with `path`: every call of the connector. */
  readonly method?: string;
  /** The path template of the old version, which is what playbooks hold. */
  readonly path?: string;
  readonly operationId?: string;
  readonly concerns: Concerns;
  /** What of the call it is about; the whole of it where absent. */
  readonly part?: HitPart;
}

/** What a call sends or receives. */
export interface HitPart {
  readonly in: 'path' | 'query' | 'header' | 'formData' | 'body' | 'response' | 'response-header' | 'event';
  /** Of a parameter or a header. */
  readonly name?: string;
  /** The status of a response, or `default`. */
  readonly status?: string;
  /**
   * The way into a body: property names as they are. Below an array stands {@link ANY_ITEM}, for a property that is not declared by name
   * {@link ANY_NAME}, and for any number of steps, none included, {@link ANY_DEPTH}.
   */
  readonly fields: readonly (string | Step)[];
}

/** A step that is no property's name. */
export type Step = typeof ANY_ITEM | typeof ANY_NAME | typeof ANY_DEPTH;
/** An item of an array. */
export const ANY_ITEM = { step: 'item' } as const;
/** A property of any name. */
export const ANY_NAME = { step: 'name' } as const;
/** Any number of steps, none included. */
export const ANY_DEPTH = { step: 'depth' } as const;

/** What differs between two versions of a connector. */
export interface Difference {
  /** Those of the old version's files first, each in document order. Empty where nothing differs that anybody could notice. */
  readonly changes: readonly Change[];
  /** Whether playbooks that exist break. */
  readonly breaking: boolean;
  /** What the next version has to be, by semantic versioning. */
  readonly bump: Bump;
  /** How many operations each version has, and how many of them are in both. */
  readonly operations: { readonly old: number; readonly new: number; readonly common: number };
}
