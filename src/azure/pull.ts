import { isArray, isObject, own, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import type { ApiProperties, Connector } from '../definition/connector.js';
import type { Document } from '../openapi/types.js';
import { writeConnector, type ConnectorFile } from '../definition/write.js';
import type { ArmClient } from './client.js';
import { compare } from './compare.js';
import { connectorOf, readDeployed, type Deployed } from './deployed.js';
import { absent, obstructed } from './faults.js';
import { serviceUrlOf } from './custom-api.js';
import { addressOf } from './gateway-form.js';
import { checkedTarget, customApiId, type Target } from './target.js';

/** A deployed connector as files. */
export interface Pulled {
  readonly connector: Connector;
  readonly files: readonly ConnectorFile[];
}

/**
 * The deployed connector as files. `beside` is the connector that lies where the files shall go: what Azure does not keep (the publisher,
 * `contract.json`) is taken from it, and where nothing differs its own bytes are given.
 */
export async function pull(client: ArmClient, where: Target, beside?: Connector): Promise<Pulled> {
  const target = checkedTarget(where);
  const deployed = await readDeployed(client, customApiId(target));
  if (deployed === undefined) {
    throw absent(
      `There is no connector ${shorten(target.name)} in the resource group ${shorten(target.group)}.`,
      'See that the name, the resource group and the subscription are right.',
    );
  }
  const there = pulledConnector(deployed, target.name);
  if (there === undefined) {
    throw obstructed(
      `Azure does not give the definition of ${shorten(target.name)}.`,
      'Try again later, or export it in the portal ("Download" on the page of the connector).',
    );
  }
  const connector = beside ? merged(deployed, there, beside) : there;
  return { connector, files: writeConnector(connector) };
}

/** What is deployed as a connector. Its definition has the address that is called. Undefined where Azure did not give the definition. */
export function pulledConnector(deployed: Deployed, name: string): Connector | undefined {
  const { properties, swagger, serviceUrl } = deployed;
  const connector = swagger && connectorOf(name, properties, swagger);
  if (connector === undefined) return undefined;
  const color = own(properties, 'brandColor');
  return {
    ...connector,
    definition: isAddress(connector, serviceUrl) ? connector.definition : readdressed(connector.definition, serviceUrl),
    properties: {
      properties: { ...connector.properties.properties, ...(typeof color === 'string' && { iconBrandColor: color }) },
    },
  };
}

/** Whether a definition has the address that is called already, or that is not known. */
function isAddress(connector: Connector, serviceUrl: string | undefined): boolean {
  if (serviceUrl === undefined) return true;
  if (!connector.definition.host) return false;
  return serviceUrlOf(connector).toLowerCase() === serviceUrl.toLowerCase().replace(/\/$/, '');
}

function readdressed(definition: Document, serviceUrl: string | undefined): Document {
  const { basePath: _, ...rest } = definition;
  return { ...rest, ...addressOf(serviceUrl) };
}

function merged(deployed: Deployed, there: Connector, beside: Connector): Connector {
  const isOpen = beside.contract.openHost || beside.contract.openBasePath || beside.definition.host === undefined;
  const compared = isOpen ? undefined : compare(deployed, { connector: beside, version: '' }, 'drifted');
  if (compared && compared.changes.length === 0) return beside;
  const kept = Object.fromEntries(
    Object.entries(beside.properties.properties).filter(([name]) => !deployedParts.has(name)),
  );
  const found = there.properties.properties as JsonObject; // what was read of Azure is JSON
  const read = Object.fromEntries(
    Object.entries(found).filter(
      ([name, value]) => !isEmpty(value) || Object.hasOwn(beside.properties.properties, name),
    ),
  );
  const properties: ApiProperties = { properties: { ...kept, ...read } };
  return { ...there, properties, contract: { ...beside.contract, ...(isOpen && { openHost: false }) } };
}

/** What of `apiProperties.json` Azure keeps. */
const deployedParts: ReadonlySet<string> = new Set(['connectionParameters', 'iconBrandColor', 'capabilities']);

function isEmpty(value: JsonObject[string]): boolean {
  return isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}
