import type { SourceDocument } from '../../core/document.js';
import { Fault } from '../../core/fault.js';
import { isObject, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { chosen, moduleExports } from '../module-exports.js';
import type { World } from '../world.js';

/** The workflow or template that a module exports: as a document whose lines are not known. Throws a `Fault` where there is none, or it is open which is meant. */
export async function workflowInModule(
  world: World,
  file: string,
  wanted: string | undefined,
): Promise<SourceDocument> {
  const exports = await moduleExports(world, file);
  const workflows = new Map([...exports].filter((entry): entry is [string, JsonObject] => isWorkflow(entry[1])));
  const none = () => {
    const help = 'Export an object with a definition, or an ARM template.';
    return new Fault('nothing-to-do', `${shorten(file)} exports no workflow.`, { help });
  };
  const value = chosen(workflows, { file, wanted, noun: { one: 'workflow', several: 'workflows' }, none });
  // a module may hold what JSON does not: functions, dates
  const json = JSON.parse(JSON.stringify(value)) as JsonObject;
  return { file, value: json, findings: [], locate: () => ({ line: 1, column: 1 }) };
}

function isWorkflow(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    ['definition', 'resources', 'triggers'].some((key) => isObject(value[key]) || Array.isArray(value[key]))
  );
}
