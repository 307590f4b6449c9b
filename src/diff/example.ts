import { changed, type ValueChanges } from '../core/changed.js';
import { invariant } from '../core/fault.js';
import type { Json } from '../core/json.js';
import type { ApiProperties, Connector } from '../definition/connector.js';
import { readDefinition } from '../openapi/structure.js';
import { exampleDefinition, exampleProperties } from './example-connector.js';

/** An example of an edit: what changes in a small connector (`example-connector.ts`), in the definition or behind `apiProperties.json#`, and what is said of it. */
export interface DiffExample {
  /** What is other in the old version already. */
  readonly old?: ValueChanges;
  /** What becomes other in the new one. */
  readonly new: ValueChanges;
  /** All changes, in order: code, direction and pointer; a place in the old version begins with `old#`. */
  readonly gives: readonly string[];
}

/** The two versions of the connector that an example describes. */
export function versionsOf({ old = {}, new: changes }: DiffExample): {
  readonly old: Connector;
  readonly new: Connector;
} {
  const before = withChanges({ '': exampleDefinition, 'apiProperties.json': exampleProperties }, old);
  return { old: connectorOf(before), new: connectorOf(withChanges(before, changes)) };
}

interface Files {
  readonly '': Json;
  readonly 'apiProperties.json': Json;
}

function withChanges(files: Files, changes: ValueChanges): Files {
  let result = files;
  for (const [place, change] of Object.entries(changes)) {
    const file = place.startsWith('/') ? '' : 'apiProperties.json';
    const pointer = place.slice(file === '' ? 0 : file.length + 1);
    result = { ...result, [file]: changed(result[file], { [pointer]: change }) };
  }
  return result;
}

function connectorOf(files: Files): Connector {
  const source = { file: 'tickets', value: files[''], findings: [], locate: () => ({ line: 1, column: 1 }) };
  const { definition } = readDefinition(source);
  invariant(definition, 'an example has a definition');
  const properties = files['apiProperties.json'] as unknown as ApiProperties; // it is written as one
  return { name: 'tickets', definition, properties, contract: { formatVersion: 1, operations: {} } };
}
