import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, type Json } from '../core/json.js';
import { readJson } from '../core/json-read.js';
import { valueAt } from '../core/pointer.js';
import { cliRules } from './own-rules.js';

/**
 * An independent verdict on a definition, from a validator that is not ours. `text` is the JSON that would be written to `file`.
 * Loading it costs more than the rest of a build, so it is loaded here only. It reads no other file and no address.
 */
export async function verifyDefinition(file: string, text: string): Promise<readonly Finding[]> {
  const { value = null } = readJson(file, text);
  if (!canBeExpanded(value)) {
    const message = `The definition has more than ${MOST_EXPANDED} values, or is more than ${DEEPEST_EXPANDED} deep, once its references are written out; swagger-parser was not asked.`;
    return [finding(cliRules.definitionNotVerified, { file, pointer: '', message })];
  }
  const { default: parser } = await import('@apidevtools/swagger-parser');
  try {
    // A copy of its own: the validator resolves references in place.
    await parser.validate(JSON.parse(text), { resolve: { external: false } });
    return [];
  } catch (error) {
    const { pointer, why } = verdictOf(error);
    return [
      finding(cliRules.definitionRejected, {
        file,
        pointer,
        message: `swagger-parser rejects the definition: ${why}.`,
      }),
    ];
  }
}

/** The validator writes every reference out, and takes seconds for more values than this. The largest of 159 published definitions has 65,922. */
const MOST_EXPANDED = 200_000;

/** How deep, references included: the validator recurses, and so does this. The deepest of those is 29 deep. */
const DEEPEST_EXPANDED = 1000;

/** Whether a definition stays small when its references are written out; a reference inside what it leads to counts as one. */
function canBeExpanded(root: Json): boolean {
  const sizes = new Map<Json, number>();
  const sizeOf = (value: Json, depth: number): number => {
    if (typeof value !== 'object' || value === null) return 1;
    if (depth > DEEPEST_EXPANDED) return MOST_EXPANDED + 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    sizes.set(value, 1); // a cycle ends here
    const reference = isObject(value) ? own(value, '$ref') : undefined;
    const target = typeof reference === 'string' ? valueAt(root, reference.replace(/^#/, '')) : undefined;
    const inner = target === undefined ? Object.values(value) : [target];
    const size = Math.min(
      inner.reduce<number>((sum, each) => sum + sizeOf(each, depth + 1), 1),
      MOST_EXPANDED + 1,
    );
    sizes.set(value, size);
    return size;
  };
  return sizeOf(root, 0) <= MOST_EXPANDED;
}

/** What a schema violation says of itself; of anything else there is only the text. */
function verdictOf(error: unknown): { readonly pointer: string; readonly why: string } {
  const details: unknown = error instanceof Error && 'details' in error ? error.details : undefined;
  const first: unknown = isArray(details) ? details[0] : undefined;
  if (isObject(first) && typeof first['instancePath'] === 'string' && typeof first['message'] === 'string') {
    return { pointer: first['instancePath'], why: first['message'] };
  }
  return { pointer: '', why: oneLine(error instanceof Error ? error.message : String(error)) };
}

/** How much of the validator's text a message repeats, in characters. */
const VERDICT_CHARACTERS = 200;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replace(/\.$/, '').trim();
  return line.length > VERDICT_CHARACTERS ? `${line.slice(0, VERDICT_CHARACTERS)}…` : line;
}
