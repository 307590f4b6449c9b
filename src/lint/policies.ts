import { isArray, isObject, own, type Json, type JsonObject } from '../core/json.js';
import type { ApiProperties } from '../definition/connector.js';

/** One policy of `apiProperties.json`: its template, in lower case, and where it stands. */
interface PolicyAt {
  /** As it is spelled there; empty where it is no text. */
  readonly templateId: string;
  /** Empty where there are none. */
  readonly parameters: JsonObject;
  readonly pointer: string;
}

/** The policies of a connector, in order; what is no object is left out. */
export function policiesOf(properties: ApiProperties['properties'] | undefined): readonly PolicyAt[] {
  const policies = properties?.['policyTemplateInstances'];
  if (!isArray(policies)) return [];
  return policies.flatMap((policy: Json, index) => {
    if (!isObject(policy)) return [];
    const templateId = own(policy, 'templateId');
    const parameters = own(policy, 'parameters');
    return [
      {
        templateId: typeof templateId === 'string' ? templateId : '',
        parameters: isObject(parameters) ? parameters : {},
        pointer: `/properties/policyTemplateInstances/${index}`,
      },
    ];
  });
}

const parameter = 'x-ms-apimTemplateParameter.';

/** The documented policy templates, in lower case, each with the parameters that it needs. From Microsoft's JSON Schema of `apiProperties.json`. */
export const policyTemplates: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    convertarraytoobject: 'propertyParentPath keyWithinCollectionPath newPropertyPath',
    convertobjecttoarray: 'propertyParentPath newPropertyPath',
    dynamichosturl: 'urlTemplate',
    encodepropertyvalue: 'propertyParentPath newPropertyPath',
    pollingtrigger: 'triggerConfig triggerDataPath',
    routerequesttoendpoint: 'newPath',
    setheader: 'name value',
    setproperty: 'newPropertyParentPathTemplate newPropertySubPathTemplate propertyValuePathTemplate',
    setqueryparameter: 'name value',
    setvaluefromurl: 'parameterTemplate parameterValueUrl parameterValuePathTemplate',
    stringreplace: 'propertyParentPath sourceString replacementString newPropertyPath',
    stringtoarray: 'propertyParentPath delimiterList childPropertyName newPropertyPath',
    updatenextlink: 'nextLinkPropertyName',
  }).map(([id, names]) => [id, names.split(' ').map((name) => parameter + name)]),
);
