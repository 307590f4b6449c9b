import type { Json, JsonObject } from '../core/json.js';
import { stepsOf } from '../workflow/steps.js';
import type { Connection } from './connection.js';
import type { Input } from './expression.js';
import type { WorkflowParameter } from './parameter.js';
import { actionsOf, connectionsIn, type Steps } from './sequence.js';
import type { Trigger } from './trigger.js';
import { written } from './written.js';

/** What {@link workflow} takes. */
export interface WorkflowOptions {
  /** A resource name: letters, digits, `-`, `_`, `.`, `(` and `)`, at most 80. */
  readonly name: string;
  readonly trigger: Trigger<unknown>;
  readonly parameters?: readonly WorkflowParameter[];
  readonly steps: Steps;
  readonly outputs?: Readonly<Record<string, Input<Json>>>;
}

/** A workflow: its definition, and the connections that it uses. Plain data. */
export interface BuiltWorkflow {
  readonly kind: 'workflow';
  readonly name: string;
  readonly definition: JsonObject;
  readonly connections: readonly Connection[];
}

/** Source: github:Azure/azure-resource-manager-schemas, Microsoft.Logic 2019-05-01: the language of Consumption workflows. */
const SCHEMA =
  'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#';

/**
 * A workflow of a trigger and steps.
 *
 * @throws Error for two actions of one name, wherever they stand.
 */
export function workflow({ name, trigger, parameters = [], steps, outputs = {} }: WorkflowOptions): BuiltWorkflow {
  const actions = actionsOf(steps);
  const connections = connectionsIn(steps);
  const all = [...new Map([...trigger.connections, ...connections].map((one) => [one.key, one])).values()];
  const declared = parameters.map(({ name: of, type, defaultValue, description }) => {
    const metadata = description === undefined ? {} : { metadata: { description } };
    return [of, { type, ...(defaultValue === undefined ? {} : { defaultValue }), ...metadata }] as const;
  });
  checkNames({ actions });
  const given = Object.entries(outputs).map(([of, value]) => [of, { type: 'Object', value: written(value) }] as const);
  const definition = {
    $schema: SCHEMA,
    contentVersion: '1.0.0.0',
    parameters: {
      ...(all.length === 0 ? {} : { $connections: { type: 'Object', defaultValue: {} } }),
      ...Object.fromEntries(declared),
    },
    triggers: { [trigger.name]: trigger.value },
    actions,
    outputs: Object.fromEntries(given),
  };
  return { kind: 'workflow', name, definition, connections: all };
}

/** Names are of the whole workflow, whatever the case: `body('A')` says no place. */
function checkNames(definition: JsonObject): void {
  const names = new Set<string>();
  for (const { name } of stepsOf(definition, '', [])) {
    if (names.has(name.toLowerCase())) throw new Error(`There are two actions called ${name}.`);
    names.add(name.toLowerCase());
  }
}
