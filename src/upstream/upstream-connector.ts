import type { Connector, Retired } from '../definition/connector.js';
import type { Schema, ValueParameter } from '../openapi/types.js';
import type { OperationChoices } from './find-operation.js';
import type { OverlayNode } from './overlay.js';
import type { OperationSurface, Surface } from './surface.js';

/** A connector that follows the versions of an upstream API: what of it is used, what we say of it, and how a connector is made of that. */
export interface UpstreamConnector {
  readonly kind: 'upstream-connector';
  /** The name of the connector that `build` gives, and of the folder of its artifacts. */
  readonly name: string;
  /** The folder of its surfaces: several connectors may follow one service. */
  readonly service: string;
  /** The version that is meant where none is asked for. */
  readonly defaultVersion: string;
  /** The versions that no longer answer. */
  readonly retired: Readonly<Record<string, Retired>>;
  readonly operations: Readonly<Record<string, UpstreamOperation>>;
  /** Made of a version's surface by `partsOf`. Throws where the version lacks what the connector needs. */
  build(version: UpstreamVersion): Connector;
}

/** What is used of one operation of the upstream, and what we say of it. */
export interface UpstreamOperation {
  /** Which it is in the specification. */
  readonly from: OperationChoices;
  /** By the names of parameters outside the body. */
  readonly parameters?: Readonly<Record<string, OverlayNode>>;
  /** Of the body that is sent. */
  readonly request?: OverlayNode;
  /** By status. Answers that are not named are not used. */
  readonly responses?: Readonly<Record<string, UpstreamResponse>>;
}

/** What we say of the answers with one status. */
export interface UpstreamResponse {
  readonly overlay?: OverlayNode;
  /** What every such answer must hold. What else the specification requires is listed as a relaxation. */
  readonly expect?: Schema;
}

/** One version of the upstream, ready for the builders. */
export interface UpstreamVersion<Operations extends UpstreamConnector['operations'] = UpstreamConnector['operations']> {
  readonly apiVersion: string;
  readonly surface: Surface;
  readonly operations: { readonly [Name in keyof Operations]: UpstreamParts<Operations[Name]> };
}

/** What the builders take of one operation. */
export interface UpstreamParts<Operation extends UpstreamOperation = UpstreamOperation> {
  readonly operation: OperationSurface;
  /** Those outside the body, but for what the overlay leaves out. */
  readonly parameters: readonly ValueParameter[];
  /** The body that is sent; an empty schema where there is none. */
  readonly request: UpstreamBody;
  /** By the statuses that the connector names. */
  readonly responses: { readonly [Status in keyof NonNullable<Operation['responses']>]: UpstreamBody };
}

/** A body: its schema, and what `contract.json` says of it. */
export interface UpstreamBody {
  readonly schema: Schema;
  readonly contract: { readonly wider?: Readonly<Record<string, Schema>>; readonly expect?: Schema };
}

/** What {@link upstreamConnector} takes. */
export interface UpstreamOptions<Operations extends UpstreamConnector['operations']> {
  readonly name: string;
  /** Default: the name. */
  readonly service?: string;
  readonly defaultVersion: string;
  readonly retired?: Readonly<Record<string, Retired>>;
  readonly operations: Operations;
  readonly build: (version: UpstreamVersion<Operations>) => Connector;
}

/**
 * A connector that follows an upstream API: export it, and `regenerate` writes its surfaces and artifacts.
 *
 * @example
 * upstreamConnector({
 *   name: 'tickets',
 *   defaultVersion: 'v1',
 *   operations: { get: { from: { method: 'get', path: '/tickets/{id}' }, responses: { 200: {} } } },
 *   build: ({ operations: { get } }) => connector({ ... }),
 * })
 */
export function upstreamConnector<const Operations extends UpstreamConnector['operations']>(
  options: UpstreamOptions<Operations>,
): UpstreamConnector {
  const { name, service = name, retired = {}, build, ...others } = options;
  // `partsOf` makes the version of these very operations.
  const made = (version: UpstreamVersion) => build(version as unknown as UpstreamVersion<Operations>);
  return { kind: 'upstream-connector', name, service, retired, ...others, build: made };
}
