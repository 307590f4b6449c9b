import { doubleText } from '../numbers/double-text.js';
import { textContent } from './content.js';
import type { Place } from './xpath-nodes.js';

/** A value of XPath 1.0; nodes are in document order. */
export type XPathValue = number | string | boolean | readonly Place[];

/** As string() converts it. */
export function toText(value: XPathValue): string {
  if (typeof value === 'object') return value[0] ? textContent(value[0].node) : '';
  return typeof value === 'number' && Number.isFinite(value) ? doubleText(value + 0) : String(value);
}

/** As number() converts it. */
export function toNumber(value: XPathValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  const text = toText(value).trim();
  return text.length < 400 && /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** As boolean() converts it. */
export function toBoolean(value: XPathValue): boolean {
  if (typeof value === 'object') return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : Boolean(value);
}
