import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import type { Finding } from '../../core/finding.js';
import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import type { Playbook } from '../../playbook/playbook.js';
import { readFile } from '../read-source.js';
import type { World } from '../world.js';

/** What the trigger is given. */
export interface GivenTrigger {
  readonly body?: Json | undefined;
  readonly headers?: JsonObject;
  /** Undefined where no file was given. */
  readonly source: SourceDocument | undefined;
  /** Where the body stands in the file. */
  readonly pointer: string;
}

/** Reads the body of the trigger: the whole of the file, or what stands under `body`. Throws a `Fault` where the trigger needs one and none is given. */
export async function givenTrigger(world: World, file: string | undefined, playbook: Playbook): Promise<GivenTrigger> {
  if (file === undefined) {
    if (playbook.triggerKind === undefined) return { source: undefined, pointer: '' };
    const help = 'Give --incident FILE: the body that Microsoft Sentinel sends, such as one from the history of a run.';
    throw new Fault('called-wrongly', `The playbook is started by an ${playbook.triggerKind}, and none is given.`, {
      help,
    });
  }
  const source = await existingFile(world, '--incident', file);
  const value = withoutSchema(source.value);
  const body = isObject(value) && own(value, 'object') === undefined ? own(value, 'body') : undefined;
  if (body === undefined || !isObject(value)) return { body: value, source, pointer: '' };
  const headers = own(value, 'headers');
  return { body, source, pointer: '/body', ...(isObject(headers) && { headers }) };
}

/** What stands in a file for its editor is nothing that Microsoft Sentinel sends. */
function withoutSchema(value: Json | undefined): Json | undefined {
  if (!isObject(value) || !Object.hasOwn(value, '$schema')) return value;
  const { $schema: _schema, ...rest } = value;
  return rest;
}

/** Reads a file that a flag names. Throws a `Fault` where there is none. */
export async function existingFile(world: World, flag: string, file: string): Promise<SourceDocument> {
  if (world.stat(file) !== undefined) return readFile(world, world.shown(file));
  const help = `Give ${flag} the path of a JSON or YAML file.`;
  throw new Fault('not-found', `There is no file ${shorten(file)}.`, { help });
}

/** What was found in a trigger's body, at its place in the file. */
export function inTrigger(findings: readonly Finding[], { source, pointer }: GivenTrigger): readonly Finding[] {
  if (source === undefined) return findings;
  return findings.map((found) => ({ ...found, file: source.file, pointer: pointer + found.pointer }));
}
