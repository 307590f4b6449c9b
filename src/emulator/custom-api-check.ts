import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { maxDefinitionBytes, maxOperations } from '../definition/limits.js';
import { operations } from '../openapi/walk.js';
import { definitionText } from './definitions.js';
import { readDeployed, serviceUrl } from './custom-api.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import { badContent } from './resource-body.js';
import type { Reply } from './reply.js';
import { invalidApiDefinition, invalidSwagger, largeSwagger, otherBasePath } from './service-error.js';

/** The members that a connector's properties may have, and what each is. Source: CustomApiPropertiesDefinition, 2016-06-01. */
const shapes: Readonly<Record<string, readonly [is: (value: Json) => boolean, wanted: string]>> = {
  connectionParameters: [isObject, 'an object'],
  capabilities: [isArray, 'a list'],
  swagger: [isObject, 'an object'],
  brandColor: [isText, 'a text'],
  description: [isText, 'a text'],
  displayName: [isText, 'a text'],
  iconUri: [isText, 'a text'],
  backendService: [isObject, 'an object'],
  apiDefinitions: [isObject, 'an object'],
  apiType: [(value) => ['NotSpecified', 'Rest', 'Soap'].includes(String(value)), 'NotSpecified, Rest or Soap'],
  wsdlDefinition: [isObject, 'an object'],
};

function isText(value: Json): boolean {
  return typeof value === 'string';
}

/** What the service refuses about a connector's properties, the first thing of all; undefined where it takes them. */
export function refusedProperties(name: string, properties: JsonObject): Reply | undefined {
  for (const [member, [is, wanted]] of Object.entries(shapes)) {
    const value = own(properties, member);
    if (value !== undefined && value !== null && !is(value)) return badContent(`properties.${member}`, wanted);
  }
  const swagger = own(properties, 'swagger');
  if (!isObject(swagger)) return isElsewhere(properties) ? undefined : invalidApiDefinition();
  return refusedAddress(swagger, serviceUrl(properties)) ?? refusedSwagger(name, properties, swagger);
}

/** Azure would fetch such a definition. The emulator reaches nobody: it takes the connector, and cannot call it. */
function isElsewhere(properties: JsonObject): boolean {
  const definitions = own(properties, 'apiDefinitions');
  const url = isObject(definitions) ? own(definitions, 'originalSwaggerUrl') : undefined;
  const wsdl = own(properties, 'wsdlDefinition');
  return typeof url === 'string' || (isObject(wsdl) && Object.keys(wsdl).length > 0);
}

function refusedAddress(swagger: JsonObject, url: string | undefined): Reply | undefined {
  if (own(swagger, 'swagger') !== '2.0' || url === undefined || !URL.canParse(url)) return invalidApiDefinition();
  const { protocol } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return invalidApiDefinition();
  const basePath = own(swagger, 'basePath');
  const base = typeof basePath === 'string' ? withoutEndingSlashes(basePath) : '';
  // as it was written: a URL would escape what somebody may want to find
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
  return withoutEndingSlashes(path).toLowerCase().endsWith(base.toLowerCase())
    ? undefined
    : otherBasePath(String(basePath), path);
}

function refusedSwagger(name: string, properties: JsonObject, swagger: JsonObject): Reply | undefined {
  const bytes = Buffer.byteLength(definitionText(swagger));
  if (bytes > maxDefinitionBytes) {
    return largeSwagger(`The definition has ${bytes} bytes, at most ${maxDefinitionBytes} are allowed.`);
  }
  const { connector, findings } = readDeployed(name, properties);
  const errors = findings
    .filter(({ severity, code }) => severity === 'error' && !taken.has(code))
    .map(({ message, pointer }) => `${pointer} : ${message}`);
  const twice = pathsInTwoCases(swagger);
  if (errors.length > 0 || twice.length > 0 || connector === undefined) {
    return invalidSwagger([...twice, ...errors].slice(0, MOST_ERRORS).join(' '));
  }
  const count = operations(connector.definition).length;
  if (count <= maxOperations) return undefined;
  return largeSwagger(`The definition has ${count} operations, at most ${maxOperations} are allowed.`);
}

/** Errors by OpenAPI 2.0 that connectors have which Microsoft has published: its own import took them. Measured over 161. */
const taken: ReadonlySet<string> = new Set([
  'definition-repeated-item',
  'file-without-form',
  'host-invalid',
  'operation-without-responses',
]);

/** How many errors one message names. */
const MOST_ERRORS = 20;

/** In the words of the service. Source: github:microsoft/powerapps-tools#222. */
function pathsInTwoCases(swagger: JsonObject): string[] {
  const paths = own(swagger, 'paths');
  const seen = new Set<string>();
  return Object.keys(isObject(paths) ? paths : {}).flatMap((path) => {
    const isSecond = seen.has(path.toLowerCase());
    seen.add(path.toLowerCase());
    const at = `paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const message = `Error : ${at} : The path '${path}' is defined multiple times with different capitalization. Paths must be unique when compared case-insensitively.`;
    return isSecond ? [message] : [];
  });
}
