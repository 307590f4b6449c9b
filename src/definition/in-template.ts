import { expressionIn } from '../arm/escape.js';
import { HOLE, hasHole, ofAnyCase } from '../arm/hole.js';
import { armScope, resolved, type ArmScope } from '../arm/resolve.js';
import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';

/** A custom connector in an ARM template: its three documents, as far as the template says what is in them. */
export interface ConnectorInTemplate {
  /** Undefined where only the deployment knows it. */
  readonly name: string | undefined;
  readonly definition: JsonObject;
  readonly properties: JsonObject;
  readonly contract: JsonObject;
}

/** How deep templates within templates are looked at. */
const MAX_NESTED = 5;
/** Stands for a part of a host that whoever deploys names. */
const YOUR_RESOURCE = 'your-resource';
const YOUR_SERVER = 'your-server.example.com';
/** Stands for a part of any other text that only the deployment knows. */
const UNKNOWN = '…';

/** The custom connectors of a template and of those within it; undefined where the document is no template. */
export function connectorsInTemplate(document: Json): readonly ConnectorInTemplate[] | undefined {
  if (!isObject(document)) return undefined;
  const schema = own(document, '$schema');
  const isTemplate = typeof schema === 'string' && /deploymentTemplate\.json/i.test(schema);
  return isTemplate ? inTemplate(document, armScope(document), 0) : undefined;
}

function inTemplate(template: JsonObject, scope: ArmScope, depth: number): readonly ConnectorInTemplate[] {
  const resources = own(template, 'resources');
  if (depth > MAX_NESTED || !(isArray(resources) || isObject(resources))) return [];
  return Object.values(resources).flatMap((one) => (isObject(one) ? inResource(one, scope, depth) : []));
}

function inResource(resource: JsonObject, scope: ArmScope, depth: number): readonly ConnectorInTemplate[] {
  const type = String(ofAnyCase(resource, 'type')).toLowerCase();
  const properties = own(resource, 'properties');
  if (!isObject(properties)) return [];
  if (type === 'microsoft.resources/deployments') {
    const template = own(properties, 'template');
    return isObject(template) ? inTemplate(template, armScope(template, {}, scope), depth + 1) : [];
  }
  if (type !== 'microsoft.web/customapis') return [];
  const found = resolved(properties, scope);
  const swagger = isObject(found) ? own(found, 'swagger') : undefined;
  if (!isObject(found) || !isObject(swagger)) return [];
  const name = resolved(own(resource, 'name') ?? null, scope);
  return [
    { name: typeof name === 'string' && !hasHole(name) ? name : undefined, ...documents(found, swagger, properties) },
  ];
}

function documents(
  found: JsonObject,
  swagger: JsonObject,
  written: JsonObject,
): Pick<ConnectorInTemplate, 'definition' | 'properties' | 'contract'> {
  const host = own(swagger, 'host');
  const isOpen = typeof host === 'string' && hasHole(host);
  const isServer = isOpen && host === HOLE;
  const named = isServer ? YOUR_SERVER : String(host).replaceAll(HOLE, YOUR_RESOURCE);
  const kept = ['connectionParameters', 'capabilities'].flatMap((key) => {
    const value = own(found, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const color = own(found, 'brandColor');
  const properties = { ...Object.fromEntries(kept), ...(color !== undefined && { iconBrandColor: color }) };
  const contract = {
    formatVersion: 1,
    ...(isOpen && { openHost: true }),
    ...(isServer && isOpenPath(written) && { openBasePath: true }),
    operations: {},
  };
  return {
    definition: withoutHoles(isOpen ? { ...swagger, host: named } : swagger) as JsonObject, // an object stays one
    properties: withoutHoles({ properties }) as JsonObject, // an object stays one
    contract,
  };
}

/** Whether the base path is said by an expression, as the host is. */
function isOpenPath({ swagger }: JsonObject): boolean {
  const path = isObject(swagger) ? own(swagger, 'basePath') : undefined;
  return typeof path === 'string' && expressionIn(path) !== undefined;
}

function withoutHoles(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(HOLE, UNKNOWN);
  if (isArray(value)) return value.map(withoutHoles);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutHoles(one)]));
}
