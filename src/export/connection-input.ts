import { keyPrefix } from '../azure/key-prefix.js';
import { own, type Json } from '../core/json.js';
import type { ConnectionParameter, Connector } from '../definition/connector.js';
import { distinct, identifier } from './identifier.js';

/** A value that a connection is made with. */
export interface ConnectionInput {
  /** As the connector's form knows it: `api_key`. */
  readonly name: string;
  /** In the style of templates, and of one's own among those that a template has: `ApiKey`. */
  readonly parameter: string;
  readonly type: 'string' | 'int' | 'bool';
  readonly isSecret: boolean;
  /** One sentence. */
  readonly description: string;
  /** Stands before the value where it does not have it: `Bearer `. */
  readonly prefix?: string;
  readonly fallback?: Json;
}

/** What a connection asks for. */
export interface ConnectionInputs {
  /** What a template can give. */
  readonly given: readonly ConnectionInput[];
  /** What a person does in the portal: sign in, choose a gateway. By the title in the form. */
  readonly byHand: readonly string[];
}

/** What the inputs of a connection are not called: the other parameters of a template, and words that a language or the export itself uses. */
const TAKEN =
  'CustomConnectorName ConnectorName ConnectionName Location ResourceName ServiceHost ServiceBasePath ServiceUrl ResourceGroup ResourceGroupId Definition Form Connector Connection Host BasePath ' +
  'Source Version Providers Count ForEach Lifecycle DependsOn Locals ' +
  'Type Resource Null True False Param Var Module Output Import Extension If For Func Using Existing String Int Bool Object Array Any Az Sys';

/** What the connection of a connector is made with. What may be left out and has no default is left out. */
export function connectionInputs(connector: Connector): ConnectionInputs {
  const all = Object.entries(connector.properties.properties.connectionParameters ?? {});
  const given = all.filter(([, one]) => isGiven(one));
  const key = keyName(connector);
  const names = distinct(
    given.map(([name]) => identifier(name, 'pascal')),
    TAKEN.split(' '),
  );
  return {
    given: given.map(([name, one], index) => {
      const prefix = name === key ? keyPrefix(connector, name) : undefined;
      return input({ name, parameter: names[index] ?? name }, one, prefix);
    }),
    byHand: all.filter(([, { type }]) => typeOf(type) === undefined).map(([name, one]) => titleOf(name, one)),
  };
}

function isGiven({ type, uiDefinition, defaultValue }: ConnectionParameter): boolean {
  const isRequired = uiDefinition?.constraints?.required !== 'false';
  const fallback = defaultValue ?? uiDefinition?.constraints?.default;
  return typeOf(type) !== undefined && (isRequired || fallback !== undefined);
}

/** Undefined for what only a person can give. */
function typeOf(type: ConnectionParameter['type']): ConnectionInput['type'] | undefined {
  if (type === 'string' || type === 'securestring') return 'string';
  return type === 'int' || type === 'bool' ? type : undefined;
}

function titleOf(name: string, { uiDefinition }: ConnectionParameter): string {
  return uiDefinition?.displayName ?? name;
}

function input(
  names: Pick<ConnectionInput, 'name' | 'parameter'>,
  one: ConnectionParameter,
  prefix: string | undefined,
): ConnectionInput {
  const type = typeOf(one.type) ?? 'string';
  const isSecret = one.type === 'securestring';
  const fallback = isSecret ? undefined : fallbackOf(type, one);
  const said = one.uiDefinition?.description ?? titleOf(names.name, one);
  const either = prefix === undefined ? said : `The key, with or without "${prefix.trim()}" before it.`;
  return {
    ...names,
    type,
    isSecret,
    description: either,
    ...(prefix !== undefined && { prefix }),
    ...(fallback !== undefined && { fallback }),
  };
}

/** The secret that is the key: of several the one that is called as the scheme is, or `api_key`. */
function keyName({ definition, properties }: Connector): string | undefined {
  const parameters = properties.properties.connectionParameters ?? {};
  const isSecret = (name: string) => own(parameters, name)?.type === 'securestring';
  const [scheme = ''] = Object.keys(definition.securityDefinitions ?? {});
  const called = [scheme, 'api_key'].find(isSecret);
  const [only, ...others] = Object.keys(parameters).filter(isSecret);
  return called ?? (others.length === 0 ? only : undefined);
}

/** The default, where it has the type that is asked for. */
function fallbackOf(type: ConnectionInput['type'], one: ConnectionParameter): Json | undefined {
  const value = one.defaultValue ?? one.uiDefinition?.constraints?.default;
  const wanted = type === 'bool' ? 'boolean' : type === 'int' ? 'number' : 'string';
  return typeof value === wanted ? value : undefined;
}
