import { changed, type ValueChanges } from '../core/changed.js';
import { invariant } from '../core/fault.js';
import type { Json } from '../core/json.js';
import type { Connector } from '../definition/connector.js';
import { readConnector } from '../definition/read.js';
import { exampleDefinition, exampleProperties } from './example-connector.js';

/** An example of a rule: what it changes in a connector of which nothing is to be said (`example-connector.ts`). */
export interface LintExample {
  /** Values by JSON Pointer into the definition; undefined takes the key or the item away. `-` at the end adds to a list. */
  readonly definition?: ValueChanges;
  /** The same in `apiProperties.json`. */
  readonly properties?: ValueChanges;
  /** Size of the definition's file, for a rule that looks at it. */
  readonly definitionBytes?: number;
  /** Where exactly the rule reports, in order; pointers into `apiProperties.json` begin with `apiProperties.json#`. Empty in a good example. */
  readonly at: readonly string[];
}

/** The connector that an example describes. */
export function connectorOf({ definition = {}, properties = {} }: LintExample): Connector {
  const source = (file: string, value: Json) => ({ file, value, findings: [], locate: () => ({ line: 1, column: 1 }) });
  const { connector } = readConnector({
    name: 'tickets',
    definition: source('apiDefinition.swagger.json', changed(exampleDefinition, definition)),
    properties: source('apiProperties.json', changed(exampleProperties, properties)),
  });
  invariant(connector, 'an example has a definition');
  return connector;
}
