import { readJson } from '../core/json-read.js';
import { writeJson } from '../core/json-write.js';
import { sameJson } from '../core/same-json.js';
import { readYaml } from '../core/yaml-read.js';
import { parseYaml } from '../core/yaml-syntax.js';
import { fixJson, type Fixed } from './fix-json.js';
import { editsOf } from './fix-yaml-edits.js';
import type { Edit, YamlSource } from './fix-yaml-places.js';
import type { Fix } from './rule.js';

/**
 * Applies fixes to a YAML text, as {@link fixJson} does to JSON: comments and all else that they do not concern stay as they are.
 * What an alias or a merge key stands for is not changed, since that would change other places too. The new text is read again:
 * where it does not say exactly what the fixes mean, nothing is changed.
 */
export async function fixYaml<Of extends Fix>(marked: string, fixes: readonly Of[]): Promise<Fixed<Of>> {
  const unchanged = { text: marked, changes: [] };
  const mark = marked.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = marked.slice(mark.length);
  const { value } = await readYaml('', text);
  const yaml = await import('yaml');
  const document = parseYaml(yaml, text, () => undefined);
  if (value === undefined || !document) return unchanged;
  const source: YamlSource = { yaml, text, contents: document.contents };
  const possible = fixes.flatMap((fix) => {
    const edits = editsOf(source, fix);
    return edits ? [{ fix, edits }] : [];
  });
  const meant = fixJson(
    writeJson(value),
    possible.map(({ fix }) => fix),
  );
  const made = new Set<Fix>(meant.changes.map(({ fix }) => fix));
  const after = withEdits(
    text,
    possible.filter(({ fix }) => made.has(fix)).flatMap(({ edits }) => edits),
  );
  const read = await readYaml('', after);
  const wanted = readJson('', meant.text).value;
  if (read.value === undefined || wanted === undefined || !sameJson(read.value, wanted)) return unchanged;
  return { text: mark + after, changes: meant.changes };
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, replacement } of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(done, start), replacement);
    done = Math.max(done, end);
  }
  return [...pieces, text.slice(done)].join('');
}
