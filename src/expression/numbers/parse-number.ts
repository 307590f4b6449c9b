import { numberSigns } from './number-signs.js';

/** The longest text that is read as a number, in UTF-16 code units. */
const MAX_NUMBER_LENGTH = 400;

/**
 * The float that a text stands for, undefined where none: a sign, digits with the culture's separators between thousands anywhere in them, a
 * fraction, an exponent. Without a culture the invariant one, in which `1,5` is 15.
 */
export function parseFloatText(text: string, locale?: string): number | undefined {
  if (text.length > MAX_NUMBER_LENGTH) return undefined;
  const { group, point } = locale === undefined ? { group: ',', point: '.' } : numberSigns(locale);
  const parts = spaced(text.trim()).split(spaced(group));
  if (parts.length > 1 && parts[0] === '') return undefined;
  const plain = parts.join('');
  if (point !== '.' && plain.includes('.')) return undefined;
  const digits = plain.replace(point, '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?$/.test(digits)) return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/** With plain spaces for those that do not break. */
function spaced(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
