import { armScope, resolved, type ArmScope } from '../arm/resolve.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';

/** A workflow where it was found, the expressions of a template around it resolved. */
export interface FoundWorkflow {
  /** The resource's name; undefined where the file has none. */
  readonly name: string | undefined;
  /** The definition, or what stands in its place. */
  readonly definition: Json | undefined;
  readonly pointer: string;
  /** The values of the workflow's parameters, `$connections` among them. */
  readonly parameters: JsonObject;
}

/** What a file holds. */
export interface Found {
  readonly workflows: readonly FoundWorkflow[];
  /** The ids of the APIs of the template's connections, by the connection's name in lower case. */
  readonly connectionApis: ReadonlyMap<string, string>;
  /** Undefined where the file is no template. */
  readonly scope?: ArmScope;
}

/** Finds the workflows of a file: one, or those of a template with its nested resources and templates; undefined where it can hold none. */
export function findWorkflows(value: Json): Found | undefined {
  if (!isObject(value)) return undefined;
  const plain = plainWorkflow(value);
  if (plain) return { workflows: [plain], connectionApis: new Map() };
  if (resourcesOf(value) === undefined) return undefined;
  const scope = armScope(value);
  const search: Search = { workflows: [], connectionApis: new Map() };
  searchTemplate(value, { scope, pointer: '' }, search);
  return { ...search, scope };
}

/** A code view, a resource as the service gives it, a Standard `workflow.json`, or a definition by itself. */
function plainWorkflow(file: JsonObject): FoundWorkflow | undefined {
  const around = isObject(own(file, 'properties')) ? 'properties' : undefined;
  const holder = around === undefined ? file : own(file, around);
  if (!isObject(holder)) return undefined;
  const name = own(file, 'name');
  const found = { name: typeof name === 'string' ? name : undefined, parameters: objectAt(holder, 'parameters') };
  const base = around === undefined ? '' : child('', around);
  if (own(holder, 'definition') !== undefined) {
    return { ...found, definition: own(holder, 'definition'), pointer: child(base, 'definition') };
  }
  const isBare = ['triggers', 'actions'].every((key) => own(file, key) !== undefined);
  return isBare && around === undefined ? { ...found, parameters: {}, definition: file, pointer: '' } : undefined;
}

interface Search {
  readonly workflows: FoundWorkflow[];
  readonly connectionApis: Map<string, string>;
}

interface Here {
  readonly scope: ArmScope;
  readonly pointer: string;
}

function searchTemplate(template: JsonObject, { scope, pointer }: Here, search: Search): void {
  for (const [key, resource] of resourcesOf(template) ?? []) {
    const at = child(child(pointer, 'resources'), key);
    if (isObject(resource)) searchResource(resource, { scope, pointer: at }, search);
  }
}

/** The resources by their keys: a list, or an object by symbolic names. */
function resourcesOf(holder: JsonObject): (readonly [string, Json])[] | undefined {
  const resources = own(holder, 'resources');
  return isArray(resources) || isObject(resources) ? Object.entries(resources) : undefined;
}

function searchResource(resource: JsonObject, here: Here, search: Search): void {
  const { scope, pointer } = here;
  const type = textOf(own(resource, 'type'), scope).toLowerCase();
  const properties = own(resource, 'properties');
  const at = child(pointer, 'properties');
  if (type === 'microsoft.logic/workflows') {
    const name = own(resource, 'name');
    const found = objectOf(resolved(properties ?? {}, scope, at));
    search.workflows.push({
      name: name === undefined ? undefined : textOf(name, scope, child(pointer, 'name')),
      definition: own(found, 'definition'),
      pointer: child(at, 'definition'),
      parameters: objectAt(found, 'parameters'),
    });
  } else if (type === 'microsoft.web/connections') {
    const api = objectAt(objectOf(properties), 'api');
    search.connectionApis.set(textOf(own(resource, 'name'), scope).toLowerCase(), textOf(own(api, 'id'), scope));
  } else if (isObject(properties)) {
    searchNested(properties, { scope, pointer: at }, search);
  }
  searchTemplate(resource, here, search);
}

/** The template within a deployment, or within a package of Microsoft Sentinel's content hub. */
function searchNested(properties: JsonObject, { scope, pointer }: Here, search: Search): void {
  const template = own(properties, 'template');
  const main = own(properties, 'mainTemplate');
  if (isObject(template)) {
    const options = objectAt(properties, 'expressionEvaluationOptions');
    const isInner = textOf(own(options, 'scope'), scope).toLowerCase() === 'inner';
    const inner = isInner ? armScope(template, givenIn(properties, scope), scope) : scope;
    searchTemplate(template, { scope: inner, pointer: child(pointer, 'template') }, search);
  } else if (isObject(main)) {
    const at = child(pointer, 'mainTemplate');
    const written = objectOf(resolved(main, scope, at));
    searchTemplate(written, { scope: armScope(written, {}, scope), pointer: at }, search);
  }
}

/** What a deployment gives for the parameters of its template. */
function givenIn(properties: JsonObject, scope: ArmScope): JsonObject {
  const given = Object.entries(objectAt(properties, 'parameters')).flatMap(([name, entry]) => {
    const value = isObject(entry) ? own(entry, 'value') : undefined;
    return value === undefined ? [] : [[name, resolved(value, scope)] as const];
  });
  return Object.fromEntries(given);
}

function textOf(value: Json | undefined, scope: ArmScope, pointer = ''): string {
  const text = resolved(value ?? '', scope, pointer);
  return typeof text === 'string' ? text : '';
}

/** The object under `key`, or an empty one. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  return objectOf(own(object, key));
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
