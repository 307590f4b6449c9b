import { HOLE } from '../arm/hole.js';
import type { SourceDocument } from '../core/document.js';
import { finding, type Finding } from '../core/finding.js';
import { isObject, typeOf, type Json, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { callsOf, type ConnectorCall } from './calls.js';
import { connectionEntries, type Connections } from './connections.js';
import { findWorkflows, type Found, type FoundWorkflow } from './find.js';
import { workflowRules } from './rules.js';
import { stepsOf, type WorkflowStep } from './steps.js';
import { outputUses } from './uses.js';

/** A workflow of a file. */
export interface Workflow {
  /** The resource's name, with `…` for what only the deployment knows; absent where the file has none. */
  readonly name?: string;
  readonly definition: JsonObject;
  /** Where the definition stands in the file. */
  readonly pointer: string;
  /** Triggers, then actions, in document order. */
  readonly steps: readonly WorkflowStep[];
  readonly calls: readonly ConnectorCall[];
  /** The values of the parameters that stand beside the definition, by name: each an object with `value`. */
  readonly parameters: JsonObject;
  readonly connections: Connections;
}

/** What a file holds. */
export interface WorkflowFile {
  readonly file: string;
  /** In document order; none in a template without one. One whose definition only the deployment knows is left out. */
  readonly workflows: readonly Workflow[];
  /** What is wrong with the text, then with the workflows. Each has its file and pointer. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a file with workflows: a definition, plain or in a code view, a Standard `workflow.json`, or an ARM template.
 * `standard` is what stands in the `connections.json` beside a Standard workflow.
 */
export function readWorkflows(source: SourceDocument, standard?: JsonObject): WorkflowFile {
  const { file, value } = source;
  if (value === undefined) return { file, workflows: [], findings: source.findings };
  const findings: Finding[] = [];
  const found = findWorkflows(value);
  if (found === undefined) findings.push(noWorkflow('', value));
  const workflows = found?.workflows.flatMap((one) => readOne(one, { found, standard, findings })) ?? [];
  for (const { pointer, message } of found?.scope?.problems ?? []) {
    findings.push(finding(workflowRules.template, { pointer, message }));
  }
  return { file, workflows, findings: [...source.findings, ...inOrder(findings, source)] };
}

/** The findings in the order of their places. */
function inOrder(findings: readonly Finding[], { file, locate }: SourceDocument): Finding[] {
  if (findings.length < 2) return findings.map((one) => ({ ...one, file }));
  const placed = findings.map((one) => ({ ...one, file, at: locate(one.pointer) }));
  placed.sort((one, other) => one.at.line - other.at.line || one.at.column - other.at.column);
  return placed.map(({ at: { line, column }, ...one }) => ({ ...one, line, column }));
}

interface Around {
  readonly found: Found;
  readonly standard: JsonObject | undefined;
  readonly findings: Finding[];
}

function readOne(
  { name, definition, pointer, parameters }: FoundWorkflow,
  { found, standard, findings }: Around,
): Workflow[] {
  if (!isObject(definition)) {
    if (definition !== HOLE) findings.push(noWorkflow(pointer, definition));
    return [];
  }
  const steps = stepsOf(definition, pointer, findings);
  const shown = name?.replaceAll(HOLE, '…');
  const uses = outputUses(steps, { definition, pointer }, findings);
  const connections = {
    entries: connectionEntries(parameters, definition, standard),
    apis: found.connectionApis,
  };
  return [
    {
      ...(shown !== undefined && { name: shown }),
      definition,
      pointer,
      steps,
      calls: callsOf(steps, connections, uses),
      parameters,
      connections,
    },
  ];
}

function noWorkflow(pointer: string, value: Json | undefined): Finding {
  const shown = value === undefined ? 'nothing' : `${shorten(value)} of type ${typeOf(value)}`;
  const message = `Found ${shown} in place of a workflow, expected a definition with triggers and actions or an ARM template.`;
  return finding(workflowRules.shape, { pointer, message });
}
