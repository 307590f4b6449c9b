import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { child } from '../core/pointer.js';
import { shorten } from '../core/shorten.js';
import { sentinelRules } from './rules.js';

/** What a value must be: says so where it is something else. */
type Shape = (value: Json) => string | undefined;

const text: Shape = (value) => (typeof value === 'string' ? undefined : 'a string');
const list: Shape = (value) => (isArray(value) ? undefined : 'an array');
const object: Shape = (value) => (isObject(value) ? undefined : 'an object');
const number: Shape = (value) => (typeof value === 'number' ? undefined : 'a number');
const oneOf =
  (values: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : `one of ${values.join(', ')}`;
const each =
  (item: Shape, name: string): Shape =>
  (value) =>
    isArray(value) && value.every((one) => item(one) === undefined) ? undefined : name;

/** Of an incident. Source: the connector's generated client. */
export const severities = ['Informational', 'Low', 'Medium', 'High'];
/** Of an incident. Source: the connector's generated client. */
export const statuses = ['New', 'Active', 'Closed'];

const label: Shape = (value) =>
  isObject(value) && typeof own(value, 'labelName') === 'string' ? undefined : 'a label';

const properties: readonly (readonly [name: string, shape: Shape])[] = [
  ['title', text],
  ['description', text],
  ['severity', oneOf(severities)],
  ['status', oneOf(statuses)],
  ['owner', object],
  ['labels', each(label, 'an array of { "labelName" }')],
  ['incidentNumber', number],
  ['relatedAnalyticRuleIds', list],
  ['alerts', list],
  ['bookmarks', list],
  ['relatedEntities', each(object, 'an array of objects')],
  ['comments', each(object, 'an array of objects')],
  ['additionalData', object],
];
const additional: readonly (readonly [name: string, shape: Shape])[] = [
  ['alertProductNames', list],
  ['tactics', each(text, 'an array of strings')],
  ['techniques', each(text, 'an array of strings')],
];

/** What in an incident's object is not as the service sends it, in this order; null is sent for whatever has no value. */
export function shapeFindings(incident: JsonObject, pointer: string): readonly Finding[] {
  const found = own(incident, 'properties');
  const at = child(pointer, 'properties');
  if (found === undefined || found === null) return [];
  if (!isObject(found)) return [wrong(at, found, 'an object')];
  const data = own(found, 'additionalData');
  const below = isObject(data) ? wrongIn(data, additional, child(at, 'additionalData')) : [];
  return [...wrongIn(found, properties, at), ...below];
}

function wrongIn(holder: JsonObject, shapes: typeof properties, pointer: string): Finding[] {
  return shapes.flatMap(([name, shape]) => {
    const value = own(holder, name);
    const wanted = value === undefined || value === null ? undefined : shape(value);
    return value === undefined || wanted === undefined ? [] : [wrong(child(pointer, name), value, wanted)];
  });
}

function wrong(pointer: string, value: Json, wanted: string): Finding {
  const message = `Found ${shorten(value)} of type ${typeOf(value)}, Microsoft Sentinel sends ${wanted}.`;
  return finding(sentinelRules.shape, { pointer, message });
}
