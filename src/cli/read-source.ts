import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { readJson } from '../core/json-read.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from '../core/limits.js';
import { decodeText } from '../core/text.js';
import { cliRules } from './own-rules.js';
import { isRefusal, type World } from './world.js';

/**
 * Reads a JSON file that is there. Whatever is wrong with it is a finding of the document.
 * `file` is the path as it is printed. `isRegular`: it is known to be a file and no pipe or device, and may be read in the short way.
 */
export function readJsonFile(world: World, file: string, isRegular = false): SourceDocument {
  const text = (isRegular ? world.text(file) : undefined) ?? textOf(world, file);
  return typeof text === 'string' ? readJson(file, text) : unread(file, text);
}

/** The text of a file; a document with only the finding where it cannot be read. */
export function readText(world: World, file: string): string | SourceDocument {
  const text = textOf(world, file);
  return typeof text === 'string' ? text : unread(file, text);
}

/** Reads a JSON or YAML file, as {@link readJsonFile}. What reads YAML is loaded for a YAML file only. */
export async function readFile(world: World, file: string): Promise<SourceDocument> {
  if (file.endsWith('.json')) return readJsonFile(world, file);
  const text = textOf(world, file);
  if (typeof text !== 'string') return unread(file, text);
  const { readDocument } = await import('../core/read-document.js');
  return readDocument(file, text);
}

function textOf(world: World, file: string): string | Finding {
  const bytes = world.read(file, MAX_DOCUMENT_BYTES);
  if (isRefusal(bytes)) return unreadable(file, bytes.refused);
  if (!(bytes instanceof Uint8Array)) return tooLarge(file, bytes.bytes);
  const decoded = decodeText(file, bytes);
  return 'text' in decoded ? decoded.text : decoded.finding;
}

function unreadable(file: string, why: string): Finding {
  return finding(cliRules.fileUnreadable, { message: `The file cannot be read: ${why}.`, file, pointer: '' });
}

function unread(file: string, found: Finding): SourceDocument {
  return { file, value: undefined, findings: [found], locate: () => ({ line: 1, column: 1 }) };
}
