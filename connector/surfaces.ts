import { readJson, surfaceOf, type OperationSurface, type Surface } from '../src/index.js';

/** Reads a text file of this folder, e.g. `upstream/openai/2.3.0.json`. */
export type ReadText = (file: string) => string;

/** The surface of one version of a service's upstream API. */
export function surface(read: ReadText, service: string, version: string): Surface {
  const file = `upstream/${service}/${version}.json`;
  return surfaceOf(readJson(file, read(file)).value, file);
}

/** One operation of a surface, by the name that we gave it. Throws where the surface lacks it. */
export function operationOf({ service, apiVersion, operations }: Surface, name: string): OperationSurface {
  const operation = operations[name];
  if (operation === undefined) throw new Error(`The surface of ${service} ${apiVersion} has no operation "${name}".`);
  return operation;
}
