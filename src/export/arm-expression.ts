import { expression, parameter, quoted } from '../arm/write.js';
import type { JsonObject } from '../core/json.js';
import { withoutEndingSlashes } from '../wire/ending-slashes.js';
import type { ConnectionInput } from './connection-input.js';
import type { ServicePlace } from './service-place.js';

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
