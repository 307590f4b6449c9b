import { isArray, isObject, own, type Json } from '../../core/json.js';
import { MAX_PAGED_ITEMS } from '../limits.js';

/** What pagination has brought together. */
export interface Page {
  /** Is added to. */
  readonly items: Json[];
  /** How many are asked for. */
  readonly wanted: number;
}

/** What follows a page. */
export interface Turned {
  /** Where the next page is; undefined where it is not needed. */
  readonly next: string | undefined;
  /** What the action answers: all items, and of each page nothing else. */
  readonly body: Json | undefined;
}

/** Adds a page, all of it: measured by github:tomdam/flowforger. */
export function nextPage({ items, wanted }: Page, body: Json | undefined): Turned {
  const value = isObject(body) ? own(body, 'value') : undefined;
  if (!isObject(body) || !isArray(value)) return { next: undefined, body };
  for (const item of value) items.push(item);
  const link = own(body, '@odata.nextLink') ?? own(body, 'nextLink');
  const isEnough = items.length >= Math.min(wanted, MAX_PAGED_ITEMS) || value.length === 0;
  const next = typeof link === 'string' && link !== '' && !isEnough ? link : undefined;
  return { next, body: { value: items } };
}
