import { hasHole } from '../arm/hole.js';
import type { SourceDocument } from '../core/document.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { TriggerKind } from '../sentinel/incident.js';
import { connectionEntries, type Connections } from '../workflow/connections.js';
import { findWorkflows, objectAt, type FoundWorkflow } from '../workflow/find.js';
import { readWorkflows, type Workflow } from '../workflow/read-workflows.js';
import { isSentinelConnection } from './sentinel-connection.js';
import type { Playbook, PlaybookFile } from './playbook.js';

/** Reads the playbooks of a file: a definition, plain or in a code view, or an ARM template. `given` are parameters of the template by name. */
export function readPlaybooks(source: SourceDocument, given: JsonObject = {}): PlaybookFile {
  if (source.value === undefined) return { playbooks: [], findings: source.findings };
  const filled = { ...source, value: withParameters(source.value, given) };
  const { workflows, findings } = readWorkflows(filled);
  const found = findWorkflows(filled.value);
  const playbooks = workflows.flatMap((workflow) => {
    const same = found?.workflows.find(({ pointer }) => pointer === workflow.pointer);
    return same ? [playbookOf(source.file, workflow, { found: same, apis: found?.connectionApis ?? new Map() })] : [];
  });
  return { playbooks, findings };
}

/** The names of the parameters that the template of a file has; none where it is no template. */
export function templateParameters(value: Json | undefined): readonly string[] {
  return Object.keys(isTemplate(value) ? objectAt(value, 'parameters') : {});
}

function isTemplate(value: Json | undefined): value is JsonObject {
  return isObject(value) && own(value, 'resources') !== undefined && own(value, 'definition') === undefined;
}

/** The template with the given values in place of its defaults: so they are read wherever it uses them. */
function withParameters(value: Json, given: JsonObject): Json {
  if (!isTemplate(value)) return value;
  const declared = objectAt(value, 'parameters');
  const filled = Object.entries(declared).map(([name, one]) => {
    const wanted = own(given, name);
    return [name, wanted === undefined || !isObject(one) ? one : { ...one, defaultValue: wanted }] as const;
  });
  return filled.length === 0 ? value : { ...value, parameters: Object.fromEntries(filled) };
}

interface Around {
  readonly found: FoundWorkflow;
  readonly apis: ReadonlyMap<string, string>;
}

function playbookOf(file: string, workflow: Workflow, { found, apis }: Around): Playbook {
  const entries = connectionEntries(found.parameters, workflow.definition);
  const connections = { entries, apis };
  const values = Object.entries(found.parameters).flatMap(([name, holder]): [string, Json][] => {
    const value = isObject(holder) ? own(holder, 'value') : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return {
    file,
    workflow,
    parameters: { ...Object.fromEntries(values), $connections: entries },
    connections,
    triggerKind: triggerKindOf(workflow, connections),
  };
}

/** What starts a workflow, by the path that its trigger subscribes to. */
function triggerKindOf({ calls }: Workflow, connections: Connections): TriggerKind | undefined {
  const trigger = calls.find(({ step }) => step.kind === 'trigger');
  const path = trigger?.path;
  if (trigger?.key === undefined || path === undefined || hasHole(path)) return undefined;
  if (!isSentinelConnection(trigger.key, connections)) return undefined;
  if (path === '/incident-creation') return 'incident';
  if (path === '/subscribe') return 'alert';
  return path.startsWith('/entity/') ? 'entity' : undefined;
}
