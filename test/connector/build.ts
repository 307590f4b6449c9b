import { readFileSync } from 'node:fs';
import { catalog } from '../../connector/catalog.js';
import type { Connector } from '../../src/definition/connector.js';

/** Every service and version that the package ships. */
export const shipped = catalog.services.flatMap(({ name, versions }) =>
  versions.map((version) => [name, version] as const),
);

/** One of them, built from its source. */
export function built(name: string, version?: string): Connector {
  return catalog.build(name, version, (file) => readFileSync(`connector/${file}`, 'utf8'));
}
