import { basename, dirname, join } from 'node:path/posix';
import { isObject, type JsonObject } from '../core/json.js';
import { readJsonFile } from './read-source.js';
import { isRefusal, type World } from './world.js';

/** What stands in the `connections.json` of a Standard logic app: beside the folder of the workflow. */
export function standardConnections(world: World, file: string): JsonObject | undefined {
  if (basename(file) !== 'workflow.json') return undefined;
  const path = join(dirname(dirname(file)), 'connections.json');
  const stat = world.stat(path);
  if (stat === undefined || isRefusal(stat)) return undefined;
  const { value } = readJsonFile(world, path);
  return isObject(value) ? value : undefined;
}
