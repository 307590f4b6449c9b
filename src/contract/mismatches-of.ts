import type { JsonBody } from '../http/exchange.js';
import { checkValue, type ValueCheck } from '../openapi/check-value.js';
import type { Mismatch } from '../openapi/mismatch.js';

/**
 * How a recorded body misses a schema. What was recorded decides; the words are those of the same mismatch of the body without its
 * credentials, so that none is shown. A credential is longer or shorter than what stands for it, and two may look the same without being so.
 */
export function mismatchesOf(body: JsonBody, check: Omit<ValueCheck, 'mismatch'>): readonly Mismatch[] {
  const found: Mismatch[] = [];
  checkValue(body.recorded, { ...check, mismatch: (mismatch) => found.push(mismatch) });
  if (body.recorded === body.value || found.length === 0) return found;
  const { document, schema, pointer } = check;
  const shown = new Map<string, Mismatch>();
  checkValue(body.value, { document, schema, pointer, mismatch: (mismatch) => shown.set(keyOf(mismatch), mismatch) });
  return found.map((mismatch) => {
    const { value: _, ...hidden } = mismatch;
    return shown.get(keyOf(mismatch)) ?? { ...hidden, message: withoutValue(mismatch) };
  });
}

function keyOf({ kind, pointer, declared }: Mismatch): string {
  return `${kind} ${pointer} ${declared}`;
}

function withoutValue({ kind, pointer }: Mismatch): string {
  const place = pointer === '' ? 'The value' : pointer;
  return `${place} is a credential, which is not shown, and is not as declared (${kind}).`;
}
