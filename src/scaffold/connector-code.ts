import { connector as connectorBuilder } from '../build/connector.js';
import { invariant } from '../core/fault.js';
import { isObject, own, type Json, type JsonObject } from '../core/json.js';
import { sameJson } from '../core/same-json.js';
import type { Unsaid } from '../build/unsaid.js';
import type { Connector } from '../definition/connector.js';
import { connectionParameter } from './connection-shapes.js';
import { infoOptions, rootExtensions } from './info-code.js';
import { built, gapOf, literal, maybe, optional, record, type Made, type Options } from './made.js';
import { securityCode } from './security-code.js';

/** The parts of a connector that have constants of their own. */
export interface ConnectorParts {
  readonly operations: Made;
  /** All named schemas, in the order of the definition. */
  readonly definitions: Made;
  /** By path: what stands beside operations. */
  readonly beside: JsonObject;
  readonly unsaid: readonly Unsaid[];
}

/** The call of `connector` that gives exactly `wanted`. */
export function connectorCode(wanted: Connector, parts: ConnectorParts): Made {
  const options = optionsOf(wanted, parts);
  const paths = ['paths', Object.keys(parts.beside).length > 0 ? literal(parts.beside) : undefined] as const;
  const unchecked = ['unchecked', literal(true)] as const;
  const first = build([...options, ['verbatim', optional([paths])], unchecked]);
  const all = sameNames(first, wanted) ? [] : [['definitions', parts.definitions] as const];
  const second = build([...options, ...all, ['verbatim', optional([paths])], unchecked]);
  const verbatim = optional([
    ['definition', difference(second.definition, wanted.definition)],
    paths,
    ['properties', difference(second.properties.properties, wanted.properties.properties)],
    ['contract', difference(second.contract, wanted.contract)],
  ]);
  const whole: Options = [...options, ...all, ['verbatim', verbatim]];
  const made = checked(whole) ?? built('connector', connectorBuilder, optional([...whole, unchecked], { open: true }));
  invariant(sameJson(asJson(made.value), asJson(wanted)), 'the generated connector is the one that was read');
  return made;
}

function build(options: Options): Connector {
  return built('connector', connectorBuilder, optional(options)).value as Connector; // what the builder gives
}

/** With the checks of the builder; undefined where they find something. */
function checked(options: Options): Made | undefined {
  try {
    return built('connector', connectorBuilder, optional(options, { open: true }));
  } catch {
    return undefined; // a definition that exists may call what is not there
  }
}

function asJson(connector: unknown): Json {
  return connector as Json; // plain data
}

function sameNames({ definition: made }: Connector, { definition: wanted }: Connector): boolean {
  const names = Object.keys(wanted.definitions ?? {});
  const found = Object.keys(made.definitions ?? {});
  return names.length === found.length && names.every((name, index) => name === found[index]);
}

function difference(seen: object, wanted: object): Made | undefined {
  const gap = gapOf(seen as JsonObject, wanted as JsonObject); // both are plain data
  return gap.length > 0 ? record(gap) : undefined;
}

function optionsOf(wanted: Connector, { operations, unsaid }: ConnectorParts): Options {
  const { name, definition, properties, contract } = wanted;
  const { host = '', basePath = '/', consumes, produces, tags } = definition;
  const { iconBrandColor, capabilities = [], publisher, stackOwner } = properties.properties;
  const security = securityCode(wanted);
  const isPath = basePath.startsWith('/') && basePath !== '/';
  return [
    ['name', literal(name)],
    ...infoOptions(definition),
    ['host', literal(host)],
    ['basePath', isPath ? literal(basePath) : undefined],
    ['consumes', otherMedia(consumes)],
    ['produces', otherMedia(produces)],
    ...rootExtensions(definition),
    ['brandColor', iconBrandColor?.startsWith('#') ? literal(iconBrandColor) : undefined],
    ['publisher', maybe(publisher)],
    ['stackOwner', maybe(stackOwner)],
    ['capabilities', capabilities.length > 0 ? literal(capabilities) : undefined],
    ['security', security],
    ['connectionParameters', otherParameters(properties.properties.connectionParameters, security)],
    ['tags', tags && areTags(tags) ? literal(tags as unknown as Json) : undefined], // read: JSON
    ...promises(contract),
    ['unsaid', unsaid.length > 0 ? literal(unsaid) : undefined],
    ['operations', operations],
  ];
}

function promises({ openHost, openBasePath, openKeyHeader, apiVersion, probe }: Connector['contract']): Options {
  return [
    ['openHost', maybe(openHost)],
    ['openBasePath', maybe(openBasePath)],
    ['openKeyHeader', maybe(openKeyHeader)],
    ['apiVersion', maybe(apiVersion)],
    ['probe', maybe(probe as unknown as Json | undefined)], // read: JSON
  ];
}

function otherMedia(types: readonly string[] | undefined): Made | undefined {
  return types === undefined || sameJson(types, ['application/json']) ? undefined : literal(types);
}

/** Whether the types of the specification know all of each. */
function areTags(tags: readonly object[]): boolean {
  return tags.every((tag) =>
    Object.keys(tag).every((key) => ['name', 'description'].includes(key) || key.startsWith('x-')),
  );
}

/** What connections are asked beside what the security asks, as far as the types of the builders know it. */
function otherParameters(all: unknown, security: Made): Made | undefined {
  const asked = isObject(security.value) ? own(security.value, 'connectionParameters') : {};
  if (!isObject(all)) return undefined;
  const more = Object.entries(all).filter(
    ([name, each]) => !(isObject(asked) && Object.hasOwn(asked, name)) && connectionParameter(each),
  );
  return more.length > 0 ? literal(Object.fromEntries(more)) : undefined;
}
