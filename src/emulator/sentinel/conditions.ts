import { isArray, isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { objectIn } from '../logic/workflow-check.js';
import { listIn } from './incident-view.js';

/** Properties of an incident that conditions ask for, by the name that they have there. Source: the specification, AutomationRulePropertyConditionSupportedProperty. */
const properties: Readonly<Record<string, (incident: JsonObject) => readonly Json[]>> = {
  IncidentTitle: (one) => [own(one, 'title') ?? ''],
  IncidentDescription: (one) => [own(one, 'description') ?? ''],
  IncidentSeverity: (one) => [own(one, 'severity') ?? ''],
  IncidentStatus: (one) => [own(one, 'status') ?? ''],
  IncidentProviderName: (one) => [own(one, 'providerName') ?? ''],
  IncidentRelatedAnalyticRuleIds: (one) => listIn(one, 'relatedAnalyticRuleIds'),
  IncidentTactics: (one) => listIn(objectIn(one, 'additionalData'), 'tactics'),
  IncidentLabel: (one) =>
    listIn(one, 'labels').map((label) => (isObject(label) ? (own(label, 'labelName') ?? '') : '')),
};

/** What an operator asks of a text. Those with `Not` before them ask the opposite. */
const operators: Readonly<Record<string, (text: string, value: string) => boolean>> = {
  Equals: (text, value) => text === value,
  Contains: (text, value) => text.includes(value),
  StartsWith: (text, value) => text.startsWith(value),
  EndsWith: (text, value) => text.endsWith(value),
};

/** Whether an incident fits all conditions of an automation rule. A condition of a kind that is not known here fits none. */
export function fitsConditions(conditions: Json | undefined, incident: JsonObject): boolean {
  if (conditions === undefined || !isArray(conditions)) return true;
  return conditions.every((one) => isObject(one) && fits(one, incident));
}

function fits(condition: JsonObject, incident: JsonObject): boolean {
  if (own(condition, 'conditionType') !== 'Property') return false;
  const asked = objectIn(condition, 'conditionProperties');
  const values = own(properties, String(own(asked, 'propertyName')))?.(incident);
  const operator = String(own(asked, 'operator'));
  const isNot = operator.startsWith('Not');
  const holds = own(operators, isNot ? operator.slice(3) : operator);
  if (values === undefined || holds === undefined) return false;
  const wanted = listIn(asked, 'propertyValues').map((one) => String(one).toLowerCase());
  const isFound = values.some((value) => wanted.some((one) => holds(String(value).toLowerCase(), one)));
  return isFound !== isNot;
}
