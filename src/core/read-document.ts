import type { SourceDocument } from './document.js';
import { readJson } from './json-read.js';
import { readYaml, type YamlOptions } from './yaml-read.js';

/**
 * Reads `text` as JSON where `file` ends in `.json` or the text begins like JSON, else as YAML.
 * A text that begins like JSON in a file named as YAML is read as YAML where it is no JSON: `{a: 1}` is a mapping there.
 * `options` are those of YAML.
 */
export async function readDocument(file: string, text: string, options: YamlOptions = {}): Promise<SourceDocument> {
  if (/\.json$/i.test(file)) return readJson(file, text);
  if (!/^\uFEFF?\s*[{[]/.test(text)) return readYaml(file, text, options);
  const json = readJson(file, text);
  return json.value === undefined && /\.ya?ml$/i.test(file) ? readYaml(file, text, options) : json;
}
