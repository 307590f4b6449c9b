import { createHash } from 'node:crypto';

/** The id that was asked for last: an answer has its digits in several places. */
let last = { id: '', hex: hexadecimal('') };

/** 32 hexadecimal digits that stand for an id, the same each time, whatever its case. */
export function hexOf(id: string): string {
  if (last.id !== id) last = { id, hex: hexadecimal(id) };
  return last.hex;
}

function hexadecimal(id: string): string {
  return createHash('sha256').update(id.toLowerCase()).digest('hex').slice(0, 32);
}

/** A GUID that stands for a text, the same each time, whatever its case. */
export function guidOf(text: string): string {
  return hexOf(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A moment as the resources have it: ISO 8601 in UTC. */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
