import type { SourceDocument } from './document.js';
import { MAX_YAML_BYTES, tooLarge } from './limits.js';
import { lines } from './lines.js';
import { locator } from './places.js';
import { textFindings } from './text-findings.js';
import { buildYaml } from './yaml-build.js';
import { parseYaml } from './yaml-syntax.js';

/**
 * Reads `text` as YAML 1.2 (core schema), with the merge key of 1.1, to what JSON can hold. A byte-order mark is allowed.
 * An integer beyond 2^53 becomes a bigint, dates and `yes` are texts, a key is the text that stands there.
 * Loads the `yaml` package (about 70 ms), which only this function does.
 */
export async function readYaml(file: string, text: string): Promise<SourceDocument> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const position = lines(body);
  const start = () => position(0);
  if (text.length > MAX_YAML_BYTES) {
    return { file, value: undefined, findings: [tooLarge(file, text.length, MAX_YAML_BYTES)], locate: start };
  }
  const yaml = await import('yaml');
  const { report, list } = textFindings(file, position);
  const document = parseYaml(yaml, body, report);
  if (!document) return { file, value: undefined, findings: list(), locate: start };
  const { part, readable } = buildYaml(yaml, document, report);
  return { file, value: readable ? part.value : undefined, findings: list(), locate: locator(() => part, position) };
}
