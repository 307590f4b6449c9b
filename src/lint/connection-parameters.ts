import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import type { ApiProperties } from '../definition/connector.js';

/** One thing that a connection asks for, and where it stands in `apiProperties.json`. */
export interface ConnectionParameterAt {
  readonly name: string;
  readonly pointer: string;
  /** What is documented, or whatever text stands there; undefined where it is no text. */
  readonly type: string | undefined;
  /** Empty where there is none. */
  readonly uiDefinition: JsonObject;
}

/** All connection parameters, those of `connectionParameterSets` too, in document order. What has the wrong JSON kind is left out. */
export function connectionParametersOf(properties: ApiProperties['properties']): readonly ConnectionParameterAt[] {
  // it was read from JSON; only the interface lacks an index signature
  const all = properties as unknown as JsonObject;
  const direct = parametersIn(own(all, 'connectionParameters'), '/properties/connectionParameters');
  const inSets = parameterSetsOf(properties).flatMap(({ set, pointer }) =>
    parametersIn(own(set, 'parameters'), child(pointer, 'parameters')),
  );
  return [...direct, ...inSets];
}

/** The sets of connection parameters between which a user chooses, and where they stand. */
export function parameterSetsOf(
  properties: ApiProperties['properties'],
): readonly { readonly set: JsonObject; readonly pointer: string }[] {
  const sets = properties['connectionParameterSets'];
  const values = isObject(sets) ? own(sets, 'values') : undefined;
  if (!isArray(values)) return [];
  return values.flatMap((set, index) =>
    isObject(set) ? [{ set, pointer: `/properties/connectionParameterSets/values/${index}` }] : [],
  );
}

function parametersIn(parameters: Json | undefined, pointer: string): ConnectionParameterAt[] {
  if (!isObject(parameters)) return [];
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    if (!isObject(parameter)) return [];
    const type = own(parameter, 'type');
    const uiDefinition = own(parameter, 'uiDefinition');
    return [
      {
        name,
        pointer: child(pointer, name),
        type: typeof type === 'string' ? type : undefined,
        uiDefinition: isObject(uiDefinition) ? uiDefinition : {},
      },
    ];
  });
}

/** What the connection's form tells the user of a parameter: label, description and tooltip. */
export function wordsOf({ uiDefinition }: ConnectionParameterAt): string {
  const schema = own(uiDefinition, 'schema');
  const texts = [
    ...['displayName', 'displayname', 'description', 'tooltip'].map((key) => own(uiDefinition, key)),
    isObject(schema) ? own(schema, 'description') : undefined,
  ];
  return texts.filter((text) => typeof text === 'string').join('\n');
}
