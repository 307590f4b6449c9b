import type { SourceDocument } from './document.js';
import { readJson } from './json-read.js';
import { readYaml } from './yaml-read.js';

/**
 * Reads `text` as JSON where `file` ends in `.json` or the text begins like JSON, else as YAML.
 * A text that begins like JSON in a file named as YAML is read as YAML where it is no JSON: `{a: 1}` is a mapping there.
 */
export async function readDocument(file: string, text: string): Promise<SourceDocument> {
  if (/\.json$/i.test(file)) return readJson(file, text);
  if (!/^\uFEFF?\s*[{[]/.test(text)) return readYaml(file, text);
  const json = readJson(file, text);
  return json.value === undefined && /\.ya?ml$/i.test(file) ? readYaml(file, text) : json;
}
