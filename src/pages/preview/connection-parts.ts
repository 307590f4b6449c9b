import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import type { Connector } from '../../definition/connector.js';

/** One thing that the dialog of a connection asks for, or keeps to itself. */
export interface ConnectionField {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** `sign-in` is a button, `gateway` a choice of gateways. */
  readonly kind: 'text' | 'secret' | 'choice' | 'sign-in' | 'gateway';
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Nobody is asked for it. */
  readonly hidden: boolean;
  readonly default?: Json;
}

/** A way to connect: the only one, or one of several to choose from. */
export interface ConnectionWay {
  /** Empty where there is only one. */
  readonly title: string;
  readonly fields: readonly ConnectionField[];
}

/** The ways to connect: the parameters in their order, or the sets of them of which a person chooses one. */
export function connectionWays({ properties: { properties }, definition }: Connector): readonly ConnectionWay[] {
  const sets = properties['connectionParameterSets'];
  const values = isObject(sets) ? own(sets, 'values') : undefined;
  if (isArray(values) && values.length > 0) {
    return values.filter(isObject).map((set) => ({
      title: textIn(objectIn(set, 'uiDefinition'), 'displayName') ?? textIn(set, 'name') ?? '',
      fields: fieldsIn(objectIn(set, 'parameters')),
    }));
  }
  const given = properties.connectionParameters;
  // it was read by its table, and is JSON
  if (given !== undefined) return [{ title: '', fields: fieldsIn(given as unknown as JsonObject) }];
  const schemes = Object.entries(definition.securityDefinitions ?? {});
  return [{ title: '', fields: schemes.map(([name, scheme]) => ofScheme(name, scheme as unknown as JsonObject)) }]; // JSON, too
}

/** What the portal makes of a security scheme where nothing is said of the connection. */
function ofScheme(name: string, scheme: JsonObject): ConnectionField {
  const type = textIn(scheme, 'type');
  const description = textIn(scheme, 'description');
  const label = type === 'apiKey' ? (textIn(scheme, 'name') ?? name) : name;
  const kind = type === 'oauth2' ? 'sign-in' : 'secret';
  return {
    name,
    label,
    ...(description !== undefined && { description }),
    kind,
    choices: [],
    required: true,
    hidden: false,
  };
}

function fieldsIn(parameters: JsonObject): readonly ConnectionField[] {
  const tabOf = (value: Json) => {
    const tab = isObject(value) ? own(constraintsOf(value), 'tabIndex') : undefined;
    return typeof tab === 'number' ? tab : Number.POSITIVE_INFINITY;
  };
  return Object.entries(parameters)
    .toSorted(([, one], [, other]) => compare(tabOf(one), tabOf(other)))
    .flatMap(([name, value]) => (isObject(value) ? [fieldOf(name, value)] : []));
}

const compare = (one: number, other: number): number => (one === other ? 0 : one - other);

function fieldOf(name: string, parameter: JsonObject): ConnectionField {
  const shown = objectIn(parameter, 'uiDefinition');
  const constraints = constraintsOf(parameter);
  const description = textIn(shown, 'description');
  const tooltip = textIn(shown, 'tooltip');
  const choices = choicesIn(own(constraints, 'allowedValues') ?? own(parameter, 'allowedValues'));
  const value = own(constraints, 'default') ?? own(parameter, 'defaultValue');
  return {
    name,
    label: textIn(shown, 'displayName') ?? name,
    ...(description !== undefined && { description }),
    ...(tooltip !== undefined && tooltip !== description && { tooltip }),
    kind: kindOf(textIn(parameter, 'type')?.toLowerCase() ?? '', choices, constraints),
    choices,
    required: own(constraints, 'required') === 'true',
    hidden: own(constraints, 'hidden') === 'true',
    ...(value !== undefined && value !== null && { default: value }),
  };
}

function kindOf(type: string, choices: readonly string[], constraints: JsonObject): ConnectionField['kind'] {
  if (type === 'oauthsetting') return 'sign-in';
  if (type === 'gatewaysetting') return 'gateway';
  if (type === 'securestring') return own(constraints, 'clearText') === true ? 'text' : 'secret';
  return choices.length > 0 ? 'choice' : 'text';
}

function constraintsOf(parameter: JsonObject): JsonObject {
  return objectIn(objectIn(parameter, 'uiDefinition'), 'constraints');
}

function choicesIn(values: Json | undefined): readonly string[] {
  if (!isArray(values)) return [];
  return values.filter(isObject).map((one) => textIn(one, 'text') ?? String(own(one, 'value')));
}

function objectIn(value: JsonObject, key: string): JsonObject {
  const inner = own(value, key);
  return isObject(inner) ? inner : {};
}

function textIn(value: JsonObject, key: string): string | undefined {
  const text = own(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
