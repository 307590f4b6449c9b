import type { ConnectionParameter, Connector, Contract, Probe } from '../definition/connector.js';
import type { ExtensionsAt } from '../definition/extensions.js';
import type { Document, Extensible, Info, Schema, Tag } from '../openapi/types.js';
import type { Json } from '../core/json.js';
import { valueAt } from '../core/pointer.js';
import { checkCalls } from './calls.js';
import { definitionsOf } from './definitions.js';
import { metadata, type Metadata } from './metadata.js';
import type { ConnectorOperation } from './operation.js';
import { pathsOf } from './paths.js';
import { present } from './present.js';
import type { Security } from './security.js';
import { leaveOut, type Unsaid } from './unsaid.js';
import type { Keywords } from './verbatim.js';

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
  /** Media types of bodies; JSON unless said otherwise. */
  readonly consumes?: readonly string[];
  /** Media types of answers; JSON unless said otherwise. */
  readonly produces?: readonly string[];
  /** Schemas that come first among the definitions, in this order, whether an operation uses them or not. */
  readonly definitions?: Readonly<Record<string, Schema>>;
  /** What is left out where it says nothing. */
  readonly unsaid?: readonly Unsaid[];
  /** That a definition that exists is taken with what is wrong in it: calls of unknown operations, references to nothing, two operations of one name. */
  readonly unchecked?: boolean;
  /** What no option says, as it is, in place of what the others give; `undefined` takes a key away. */
  readonly verbatim?: {
    /** Of the definition's root. */
    readonly definition?: Keywords;
    /** By path: what stands beside its operations. */
    readonly paths?: Keywords;
    /** Of `properties` in apiProperties.json, such as `policyTemplateInstances`. */
    readonly properties?: Keywords;
    /** Of contract.json. */
    readonly contract?: Keywords;
  };
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
  const { host, basePath = '/', security, tags, unchecked = false, unsaid = [], verbatim = {} } = options;
  const { consumes = ['application/json'], produces = ['application/json'] } = options;
  const operations = options.operations.map((operation) => leaveOut(operation, unsaid));
  const paths = pathsOf(operations, { more: verbatim.paths, unchecked });
  const definitions = definitionsOf([paths, verbatim.definition ?? {}], {
    first: options.definitions ?? {},
    leadsTo: (reference) => unchecked || leadsSomewhere(reference, verbatim.definition),
  });
  if (!unchecked) checkCalls([paths, definitions], operations);
  const definition = {
    swagger: '2.0',
    info: infoOf(options),
    host,
    basePath,
    schemes: ['https'],
    consumes,
    produces,
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
    ...verbatim.definition,
  };
  return present(definition) as Document; // with what stands in it verbatim, as the caller says
}

/** Whether what stands verbatim in the root has what a reference names. */
function leadsSomewhere(reference: string, root: Keywords = {}): boolean {
  return (
    reference.startsWith('#/') && valueAt(root as { readonly [key: string]: Json }, reference.slice(1)) !== undefined
  ); // JSON, as it is
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
  const branding = { iconBrandColor: brandColor, publisher, stackOwner };
  return {
    properties: present({ connectionParameters, capabilities, ...branding, ...options.verbatim?.properties }),
  };
}

function contractOf(options: ConnectorOptions): Contract {
  const { operations, openHost, openBasePath, openKeyHeader, apiVersion, probe } = options;
  const contracts = operations.flatMap(({ operation, contract }) =>
    contract === undefined ? [] : [[operation.operationId, contract] as const],
  );
  const keyPrefix = options.security === 'none' ? undefined : options.security.keyPrefix;
  const said = { openHost, openBasePath, openKeyHeader, apiVersion, keyPrefix, probe };
  const more = options.verbatim?.contract;
  return present({
    formatVersion: 1 as const,
    ...said,
    operations: Object.fromEntries(contracts),
    ...more,
  }) as Contract; // as above
}
