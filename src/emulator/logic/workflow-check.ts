import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { refusals as refusedIn } from '../../workflow/refused/refusals.js';
import { subjectOf } from '../../workflow/refused/subject.js';
import { readWorkflows } from '../../workflow/read-workflows.js';
import { refused, type Reply } from '../reply.js';
import { refusals } from '../refusals.js';
import type { EmulatorState } from '../state.js';
import { refusedConnections } from './workflow-connections.js';

/** A workflow as it is to be saved. */
export interface WorkflowToSave {
  /** As they were sent. */
  readonly properties: JsonObject;
  readonly identity: JsonObject | undefined;
}

/** Why the service would not save a workflow; undefined where it would. */
export function refusedWorkflow(state: EmulatorState, { properties, identity }: WorkflowToSave): Reply | undefined {
  const definition = own(properties, 'definition');
  if (!isObject(definition)) {
    const message = "The request content is not valid and could not be deserialized: the workflow has no 'definition'.";
    return refused(refusals.badDefinitionOfWorkflow, message);
  }
  return (
    refusedDefinition(properties, definition) ??
    refusedParameters(definition, objectIn(properties, 'parameters')) ??
    refusedConnections(state, connectionsIn(properties), identity)
  );
}

/** The first thing that is wrong with a definition, in the service's words where they are known. */
function refusedDefinition(properties: JsonObject, definition: JsonObject): Reply | undefined {
  const locate = () => ({ line: 1, column: 1 });
  const value: Json = { properties: { definition, parameters: objectIn(properties, 'parameters') } };
  const { workflows, findings } = readWorkflows({ file: '', value, findings: [], locate });
  const unread = findings.find(({ severity }) => severity === 'error');
  if (unread) return refused(refusals.badWorkflow, unread.message);
  const found = workflows
    .flatMap((workflow) => refusedIn(subjectOf(workflow)))
    .find(({ severity, when }) => severity === 'error' && when === 'save');
  if (found === undefined) return undefined;
  const { code = refusals.badWorkflow.code, message = found.message } = found.service ?? {};
  return refused({ ...refusals.badWorkflow, code }, message);
}

/** A parameter without a value. A value without a parameter is taken. */
function refusedParameters(definition: JsonObject, given: JsonObject): Reply | undefined {
  const declared = objectIn(definition, 'parameters');
  const lacking = Object.entries(declared).find(([name, one]) => {
    const fallback = isObject(one) ? own(one, 'defaultValue') : undefined;
    return name !== '$connections' && fallback === undefined && own(given, name) === undefined;
  });
  if (lacking === undefined) return undefined;
  const message = `The workflow parameters are not valid: the parameter ${shorten(lacking[0])} has no value and no default.`;
  return refused(refusals.workflowParameters, message);
}

/** The entries of `$connections`, by key. */
export function connectionsIn(properties: JsonObject): JsonObject {
  return objectIn(objectIn(objectIn(properties, 'parameters'), '$connections'), 'value');
}

/** The object under a name; `{}` where there is none. */
export function objectIn(object: JsonObject, name: string): JsonObject {
  const value = own(object, name);
  return isObject(value) ? value : {};
}
