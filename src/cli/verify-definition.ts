import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject } from '../core/json.js';
import { cliRules } from './own-rules.js';

/**
 * An independent verdict on a definition, from a validator that is not ours. `text` is the JSON that would be written to `file`.
 * Loading it costs more than the rest of a build, so it is loaded here only. It reads no other file and no address.
 */
export async function verifyDefinition(file: string, text: string): Promise<readonly Finding[]> {
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
