import { finding, type Finding } from '../core/finding.js';
import { isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { parsePlain } from '../core/json-plain.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { objectAt } from '../workflow/find.js';
import type { Playbook } from './playbook.js';
import { runRules } from './rules.js';

/** The JSON type of each type of parameter, in lower case. Source: the schema of workflow definitions, 2016-06-01. */
const types: ReadonlyMap<string, string> = new Map([
  ['string', 'string'],
  ['securestring', 'string'],
  ['int', 'integer'],
  ['float', 'number'],
  ['bool', 'boolean'],
  ['array', 'array'],
  ['object', 'object'],
  ['secureobject', 'object'],
]);

/** The names of the parameters that a workflow has. */
export function workflowParameters({ workflow }: Playbook): readonly string[] {
  return Object.keys(objectAt(workflow.definition, 'parameters'));
}

/** The value that a text stands for in the place of a parameter: the text itself for a string's, JSON for all others'. */
export function parameterValue(declaration: Json | undefined, text: string): Json {
  const type = typeIn(declaration);
  if (type === 'string') return text;
  const value = parsePlain(text);
  if (value === undefined) return text;
  return type === undefined || typeOf(value) === type || (type === 'number' && typeof value === 'number')
    ? value
    : text;
}

/** How a parameter is declared; undefined where it is not. */
export function declarationOf({ workflow }: Playbook, name: string): Json | undefined {
  return own(objectAt(workflow.definition, 'parameters'), name);
}

function typeIn(declaration: Json | undefined): string | undefined {
  const type = isObject(declaration) ? own(declaration, 'type') : undefined;
  return typeof type === 'string' ? types.get(type.toLowerCase()) : undefined;
}

/** The values of a workflow's parameters: what is given, or else what its resource says. */
export function parameterValues(playbook: Playbook, given: JsonObject): JsonObject {
  return { ...playbook.parameters, ...given };
}

/** The parameters that have neither a value nor a default. */
export function missingParameters(playbook: Playbook, values: JsonObject): readonly Finding[] {
  const { file, workflow } = playbook;
  const declared = objectAt(workflow.definition, 'parameters');
  return Object.entries(declared).flatMap(([name, declaration]) => {
    const fallback = isObject(declaration) ? own(declaration, 'defaultValue') : undefined;
    if (fallback !== undefined || own(values, name) !== undefined) return [];
    const message = `The parameter ${shorten(name)} has no value, and no default.`;
    const pointer = child(child(workflow.pointer, 'parameters'), name);
    return [finding(runRules.parameterMissing, { file, pointer, message })];
  });
}
