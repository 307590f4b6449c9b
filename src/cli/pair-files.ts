import type { SampleFile } from './sample-file.js';
import type { World } from './world.js';

/** The inputs of a call in a logic app's run: `NAME.inputs.json`, `NAME-inputs.json`, `inputs.json`. */
const INPUTS = /(^|[./_-])(inputs)\.json$/i;
/** A pasted command: `NAME.curl`, or what else a person calls it. */
const COMMAND = /\.(?:curl|sh|txt|cmd|ps1)$/i;
/** What the answer of `NAME.curl` is called, after `NAME`. */
const ANSWERS = ['.response.json', '.response.txt', '.response.http'] as const;

/** Puts recordings of which the two halves are in two files together: the file of the answer is then no recording of its own. */
export function pairFiles(world: World, found: Map<string, SampleFile>): void {
  for (const recorded of found.values()) {
    const answer = answersOf(recorded.file).find((file) => found.has(file) || world.stat(file) !== undefined);
    if (answer === undefined || answer === recorded.file) continue;
    found.set(recorded.file, { ...recorded, answer });
    found.delete(answer);
  }
}

/** What a file with the answer could be called; none for most files. */
function answersOf(file: string): readonly string[] {
  const inputs = INPUTS.exec(file);
  if (inputs) {
    const [, before = '', word = ''] = inputs;
    const outputs = word === 'Inputs' ? 'Outputs' : word === 'INPUTS' ? 'OUTPUTS' : 'outputs';
    return [file.slice(0, inputs.index) + before + outputs + file.slice(-'.json'.length)];
  }
  if (!COMMAND.test(file) || file.toLowerCase().endsWith('.response.txt')) return [];
  const stem = file.replace(COMMAND, '');
  return ANSWERS.map((ending) => stem + ending);
}
