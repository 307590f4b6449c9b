import { finding, type Finding } from '../core/finding.js';
import { isArray, isObject, own, typeOf, type Json, type JsonObject } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { lastName, textAt, type Comment, type Incident, type TriggerKind } from './incident.js';
import { sentinelRules } from './rules.js';
import { shapeFindings } from './trigger-findings.js';
import { guidOf } from './workspace.js';

/** What a trigger's body tells of an incident. */
export interface TriggerRead {
  /** Undefined where the body has none. */
  readonly incident: Incident | undefined;
  /** Pointers are those of the body. */
  readonly findings: readonly Finding[];
}

/** The incident in the body of a trigger, whatever the body is. Of an alert it is the one that is made of it. */
export function readTrigger(kind: TriggerKind, body: Json | undefined): TriggerRead {
  if (kind === 'alert') return ofAlert(body);
  return kind === 'entity' ? ofEntity(body) : ofIncident(body);
}

function ofIncident(body: Json | undefined): TriggerRead {
  const object = isObject(body) ? own(body, 'object') : undefined;
  if (!isObject(object)) return absent(isObject(body) ? '/object' : '', isObject(body) ? object : body);
  const findings = shapeFindings(object, '/object');
  const id = own(object, 'id');
  if (typeof id !== 'string' || id === '') {
    const missing = absent('/object/id', id);
    return { ...missing, findings: [...missing.findings, ...findings] };
  }
  const properties = own(object, 'properties');
  return { incident: incidentOf(id, isObject(properties) ? properties : {}), findings };
}

function absent(pointer: string, value: Json | undefined): TriggerRead {
  const found = value === undefined ? 'nothing' : `${shorten(value)} of type ${typeOf(value)}`;
  const message = `Found ${found} in place of an incident: what the playbook writes has nowhere to go.`;
  return { incident: undefined, findings: [finding(sentinelRules.absent, { pointer, message })] };
}

function incidentOf(id: string, all: JsonObject): Incident {
  const { comments, ...properties } = all;
  const listed = comments !== undefined && isArray(comments) ? comments : [];
  return { id, name: lastName(id), properties, comments: listed.map(oldComment), tasks: [], relations: [] };
}

function oldComment(comment: Json, index: number): Comment {
  const whole = isObject(comment) ? comment : {};
  const properties = own(whole, 'properties');
  const holder = isObject(properties) ? properties : whole;
  const time = textAt(holder, 'createdTimeUtc');
  const message = textAt(holder, 'message') ?? '';
  return { id: textAt(whole, 'id') ?? `${index}`, message, ...(time !== undefined && { time }) };
}

/** The payload of an alert: an object, or an array of them. Source: the connector's page, and templates that split it. */
function ofAlert(body: Json | undefined): TriggerRead {
  const alert = body !== undefined && isArray(body) ? body[0] : body;
  const systemId = isObject(alert) ? textAt(alert, 'SystemAlertId') : undefined;
  if (!isObject(alert) || systemId === undefined) return absent('', alert);
  const part = (key: string) => textAt(alert, key) ?? 'unknown';
  const workspace = `/subscriptions/${part('WorkspaceSubscriptionId')}/resourceGroups/${part('WorkspaceResourceGroup')}/providers/Microsoft.OperationalInsights/workspaces/${part('WorkspaceId')}`;
  const name = guidOf(systemId);
  const properties = {
    title: textAt(alert, 'AlertDisplayName') ?? '',
    description: textAt(alert, 'Description') ?? '',
    severity: textAt(alert, 'AlertSeverity') ?? textAt(alert, 'Severity') ?? 'Medium',
    status: 'New',
    labels: [],
    alerts: [{ name: systemId, properties: { systemAlertId: systemId } }],
  };
  return {
    incident: incidentOf(`${workspace}/providers/Microsoft.SecurityInsights/Incidents/${name}`, properties),
    findings: [],
  };
}

/** The payload of an entity: `IncidentArmID` is null where it was not started from an incident. */
function ofEntity(body: Json | undefined): TriggerRead {
  const id = isObject(body) ? own(body, 'IncidentArmID') : undefined;
  if (typeof id !== 'string' || id === '')
    return absent(isObject(body) ? '/IncidentArmID' : '', isObject(body) ? id : body);
  return { incident: incidentOf(id, { status: 'New', labels: [] }), findings: [] };
}
