import type { SourceDocument } from '../core/document.js';
import { isArray, isObject, own, type Json } from '../core/json.js';
import { MAX_YAML_BYTES } from '../core/limits.js';
import { readDocument } from '../core/read-document.js';
import { piecesOf } from './pieces.js';

/**
 * The value of a fleet file with which nothing is wrong as a text, read so that memory grows little with it; undefined where something
 * may be wrong with it, or it is written in an unusual way: `readDocument` reads it then.
 */
export async function readFleetText(file: string, text: string): Promise<Json | undefined> {
  if (/\.json$/i.test(file) || text.length > MAX_YAML_BYTES) return undefined;
  const pieces = piecesOf(text);
  if (pieces === undefined) return undefined;
  const head = soundValue(await readDocument(file, pieces.head));
  if (!isObject(head) || own(head, 'targets') !== null) return undefined;
  const targets: Json[] = [];
  for (const piece of pieces.rest) {
    const value = soundValue(await readDocument(file, piece));
    const some = isObject(value) ? own(value, 'targets') : undefined;
    if (some === undefined || !isArray(some)) return undefined;
    for (const one of some) targets.push(one);
  }
  return { ...head, targets };
}

function soundValue({ value, findings }: SourceDocument): Json | undefined {
  return findings.length === 0 ? value : undefined;
}
