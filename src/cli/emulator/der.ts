/** Values in ASN.1's distinguished encoding (ITU-T X.690), as far as a certificate needs them. */

/** The tags of the values; `0x80` and above mean what the place says where they stand. */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  bytes: 0x04,
  oid: 0x06,
  text: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const;

/** A value with a tag: `0x80` plus the number of a simple one, `0xa0` plus that of one that holds others. */
export function tagged(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(bytes.length)]), bytes]);
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

/** A list of values of any kinds. */
export const sequence = (...values: readonly Uint8Array[]): Buffer => tagged(tags.sequence, ...values);

/** A set of one value. */
export const setOf = (value: Uint8Array): Buffer => tagged(tags.set, value);

/** A positive number, its bytes from the highest on; the first is below 0x80. */
export const integer = (bytes: Uint8Array): Buffer => tagged(tags.integer, bytes);

/** True. False is never written: it is what is left out. */
export const yes: Buffer = tagged(tags.boolean, Buffer.from([0xff]));

/** Bits, of which the last byte has some that do not count. */
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tagged(tags.bits, Buffer.from([unused]), bytes);

/** Bytes as they are. */
export const octets = (bytes: Uint8Array): Buffer => tagged(tags.bytes, bytes);

/** A text in UTF-8. */
export const text = (value: string): Buffer => tagged(tags.text, Buffer.from(value));

/** A time of the years 1950 to 2049, to the second. */
export function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replaceAll(/\.\d+|\D/g, '');
  return tagged(tags.time, Buffer.from(`${digits.slice(2)}Z`));
}

/** An object identifier, such as `2.5.4.3`. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(tags.oid, Buffer.from([first * 40 + second, ...rest.flatMap(inSevens)]));
}

/** A number in bytes of seven bits, all but the last with the eighth set. */
function inSevens(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}
