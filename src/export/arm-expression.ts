import { escapeText } from '../arm/escape.js';
import { isArray, isObject, type Json, type JsonObject } from '../core/json.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import type { ConnectionInput } from './connection-input.js';
import type { ServicePlace } from './service-place.js';

/** The expression as a template holds it. */
export function expression(text: string): string {
  return `[${text}]`;
}

/** `parameters('Name')`. */
export function parameter(name: string): string {
  return `parameters(${quoted(name)})`;
}

/** A text within an expression. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The value as a template has to hold it: texts that look like expressions are marked as none. Keys are never expressions. */
export function literal(value: Json): Json {
  if (typeof value === 'string') return escapeText(value);
  if (isArray(value)) return value.map(literal);
  return isObject(value) ? literals(value) : value;
}

/** The same for an object. */
export function literals(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, literal(one)]));
}

/** The value of a connection: without white space around it, and with its prefix in any case. */
export function inputValue({ parameter: name, isSecret, prefix }: ConnectionInput): string {
  const value = isSecret ? `trim(${parameter(name)})` : parameter(name);
  if (prefix === undefined) return expression(value);
  const starts = `startsWith(toLower(${value}), ${quoted(prefix.toLowerCase())})`;
  return expression(`if(${starts}, ${value}, concat(${quoted(prefix)}, ${value}))`);
}

/** What of a connector's properties depends on where the service is: host and base path of the definition, the address that is called. */
export interface PlacedByTemplate {
  readonly definition: JsonObject;
  readonly serviceUrl: string;
}

/** Undefined where nothing does. */
export function placedByTemplate(place: ServicePlace): PlacedByTemplate | undefined {
  if (place.kind === 'fixed') return undefined;
  if (place.kind === 'resource') {
    const resource = `toLower(${parameter('ResourceName')})`;
    return {
      definition: { host: expression(`concat(${resource}, ${quoted(place.suffix)})`) },
      serviceUrl: expression(
        `concat('https://', ${resource}, ${quoted(place.suffix + withoutEndingSlashes(place.basePath))})`,
      ),
    };
  }
  const [host, path] = [parameter('ServiceHost'), parameter('ServiceBasePath')];
  return {
    definition: { host: expression(host), basePath: expression(path) },
    serviceUrl: expression(`concat('https://', ${host}, if(equals(${path}, '/'), '', ${path}))`),
  };
}
