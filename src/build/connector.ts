import type { ConnectionParameter, Connector, Contract, Probe } from '../definition/connector.js';
import type { ExtensionsAt } from '../definition/extensions.js';
import type { Document, Extensible, Info, Tag } from '../openapi/types.js';
import { checkCalls } from './calls.js';
import { definitionsOf } from './definitions.js';
import { metadata, type Metadata } from './metadata.js';
import type { ConnectorOperation } from './operation.js';
import { pathsOf } from './paths.js';
import { present } from './present.js';
import type { Security } from './security.js';

/** What {@link connector} takes. */
export interface ConnectorOptions {
  /** What files and messages call it: a folder name. */
  readonly name: string;
  /** What the designer calls it: at most 30 characters. */
  readonly title: string;
  /** One or two sentences, 30 to 500 characters. */
  readonly description: string;
  /** Its own version, `1.2.3`; not that of the API. */
  readonly version: string;
  /** Without scheme and path, e.g. `api.contoso.com`. */
  readonly host: string;
  /** Begins with a slash, ends without one. `/` unless said otherwise. */
  readonly basePath?: `/${string}`;
  /** One scheme, because a connector has only one; `none` for an open service. */
  readonly security: Security | 'none';
  readonly operations: readonly ConnectorOperation[];
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly metadata?: Metadata;
  /** Behind the icon. */
  readonly brandColor?: `#${string}`;
  readonly publisher?: string;
  readonly stackOwner?: string;
  /** Asked for beside the security's own. */
  readonly connectionParameters?: Readonly<Record<string, ConnectionParameter>>;
  /** `gateway` for services behind the on-premises data gateway. */
  readonly capabilities?: readonly string[];
  readonly tags?: readonly Tag[];
  readonly extensions?: ExtensionsAt<'document'>;
  /** What else `info` says. */
  readonly info?: Pick<Info, 'license' | 'termsOfService'> & ExtensionsAt<'info'>;
  /** That each customer has a host of their own, and `host` only stands for it. */
  readonly openHost?: boolean;
  /** That they have a base path of their own as well. */
  readonly openBasePath?: boolean;
  /** That their servers want the key in a header of their own, or none; the one of `security` only stands for it. */
  readonly openKeyHeader?: boolean;
  /** The version of the API that it was made for. */
  readonly apiVersion?: string;
  /** How the key of a connection is tried, where no operation can be called without inputs. */
  readonly probe?: Probe;
}

/**
 * A connector: its definition, the properties of its connections, and its contract.
 *
 * @throws Error for two operations with one id, or with one method and path; two schemas with one name; a dynamic call of
 *   an operation that is not among them.
 * @example
 * export const tickets = connector({
 *   name: 'tickets',
 *   title: 'Contoso Tickets',
 *   description: 'Opens and reads the tickets of the Contoso help desk.',
 *   version: '1.0.0',
 *   host: 'tickets.contoso.com',
 *   security: apiKey({ in: 'header', name: 'X-Api-Key' }),
 *   operations: [GetTicket, OpenTicket],
 * })
 */
export function connector(options: ConnectorOptions): Connector {
  const { name } = options;
  return {
    name,
    definition: definitionFrom(options),
    properties: propertiesOf(options),
    contract: contractOf(options),
  };
}

function definitionFrom(options: ConnectorOptions): Document {
  const { host, basePath = '/', security, operations, tags } = options;
  const paths = pathsOf(operations);
  const definitions = definitionsOf(paths);
  checkCalls([paths, definitions], operations);
  return {
    swagger: '2.0',
    info: infoOf(options),
    host,
    basePath,
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths,
    ...(Object.keys(definitions).length > 0 ? { definitions } : {}),
    ...(security === 'none'
      ? { security: [] }
      : {
          securityDefinitions: { [security.name]: security.scheme },
          security: [{ [security.name]: security.scopes }],
        }),
    ...present({ tags }),
    ...(options.metadata ? metadata(options.metadata) : {}),
    ...(options.extensions as Extensible | undefined), // the known extensions are JSON
  };
}

function infoOf({ title, description, version, contact, info }: ConnectorOptions): Info {
  return { title, description, version, ...present({ contact }), ...info } as Info; // openapi-types is not readonly
}

function propertiesOf(options: ConnectorOptions): Connector['properties'] {
  const { brandColor, capabilities = [], publisher, stackOwner } = options;
  const asked = options.security === 'none' ? {} : options.security.connectionParameters;
  const more = options.connectionParameters ?? {};
  const twice = Object.keys(more).find((name) => Object.hasOwn(asked, name));
  if (twice !== undefined) throw new Error(`The security already asks for the connection parameter "${twice}".`);
  const connectionParameters = { ...asked, ...more };
  return {
    properties: {
      connectionParameters,
      capabilities,
      ...present({ iconBrandColor: brandColor, publisher, stackOwner }),
    },
  };
}

function contractOf(options: ConnectorOptions): Contract {
  const { operations, openHost, openBasePath, openKeyHeader, apiVersion, probe } = options;
  const contracts = operations.flatMap(({ operation, contract }) =>
    contract === undefined ? [] : [[operation.operationId, contract] as const],
  );
  const keyPrefix = options.security === 'none' ? undefined : options.security.keyPrefix;
  return {
    formatVersion: 1,
    ...present({ openHost, openBasePath, openKeyHeader, apiVersion, keyPrefix, probe }),
    operations: Object.fromEntries(contracts),
  };
}
