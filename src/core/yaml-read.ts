import type { SourceDocument } from './document.js';
import { MAX_YAML_BYTES, tooLarge } from './limits.js';
import { lines } from './lines.js';
import { locator } from './places.js';
import { textFindings } from './text-findings.js';
import { buildYaml } from './yaml-build.js';
import { parseYaml } from './yaml-syntax.js';

/** How a YAML text is read. */
export interface YamlOptions {
  /**
   * Allows the tags of other languages and tools, as recorders write them. `!!binary` data (`!binary` in Ruby) is read as
   * `{ "!!binary": "<base64 without white space>" }`, in a key as the text that it says; a key that is a tagged list of one scalar
   * is that scalar's text; every other tag that names none of JSON's types is ignored; and `1e3` is a text, as in YAML 1.1, which these tools write.
   * Without it such tags are findings.
   */
  readonly foreignTags?: boolean;
}

/**
 * Reads `text` as YAML 1.2 (core schema), with the merge key of 1.1, to what JSON can hold. A byte-order mark is allowed.
 * An integer beyond 2^53 becomes a bigint, dates and `yes` are texts, a key is the text that stands there.
 * Loads the `yaml` package (about 70 ms), which only this function does.
 */
export async function readYaml(
  file: string,
  text: string,
  { foreignTags = false }: YamlOptions = {},
): Promise<SourceDocument> {
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
  const { part, readable } = buildYaml(document, { yaml, report, foreignTags });
  return { file, value: readable ? part.value : undefined, findings: list(), locate: locator(() => part, position) };
}
